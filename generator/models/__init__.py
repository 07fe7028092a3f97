"""The shapes of content: one model for each kind of thing an editor writes, and where its files lie."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models.awards import Award, BaseSalaries
from generator.models.base import Record
from generator.models.bodies import Council, EmulationBloc
from generator.models.decisions import Consultation, Decision
from generator.models.document import Document
from generator.models.guidance import Finder, Guidance
from generator.models.honours import Exemplar, Practice, Suppressions, Withdrawal
from generator.models.legislation import Instrument
from generator.models.movement import Movement, Occasion
from generator.models.organisation import Organisation
from generator.models.plan import Annex, Plan, Progress
from generator.models.portal import Portal


@dataclass(frozen=True)
class Kind:
    """A kind of record: its name in code, its model, the pattern of its files, its Vietnamese label.

    In ``pattern``, ``*`` stands for the id; two of them (year and name) make an id such as ``2026/mau-01``. Where two
    kinds share a pattern, ``marked_by`` is the field whose presence makes a file the second kind.
    """

    name: str
    model: type[Record]
    pattern: str
    label: str
    marked_by: str = ""

    @property
    def folder(self) -> str:
        """The folder under ``content/`` in which the files lie, or the file itself where there is only one."""
        return self.pattern.partition("/*")[0]

    def path(self, id_: str) -> str:
        """The path below ``content/`` of the file with that id."""
        path = self.pattern
        for part in id_.split("/"):
            path = path.replace("*", part, 1)
        return path


KINDS = (
    Kind("portal", Portal, "portal.yml", "thông tin chung"),
    Kind("plans", Plan, "plans/*/plan.yml", "kế hoạch"),
    Kind("annexes", Annex, "plans/*/tasks.yml", "phụ lục nhiệm vụ"),
    Kind("progress", Progress, "plans/*/progress.yml", "tiến độ"),
    Kind("legislation", Instrument, "legislation/*.yml", "văn bản"),
    Kind("guidance", Guidance, "guidance/*.md", "hướng dẫn"),
    Kind("finder", Finder, "finder.yml", "mục Tôi muốn…"),
    Kind("awards", Award, "awards/*.yml", "danh hiệu hoặc hình thức khen thưởng"),
    Kind("base-salary", BaseSalaries, "base-salary.yml", "mức lương cơ sở"),
    Kind("organisations", Organisation, "organisations/*.yml", "đơn vị"),
    Kind("movements", Movement, "movements/*.yml", "phong trào thi đua"),
    Kind("occasions", Occasion, "occasions/*.yml", "dịp chào mừng"),
    Kind("blocs", EmulationBloc, "blocs/*.yml", "cụm, khối thi đua"),
    Kind("council", Council, "council.yml", "Hội đồng Thi đua - Khen thưởng"),
    Kind("documents", Document, "documents/*.yml", "văn bản, thông báo, biểu mẫu của phường"),
    Kind("decisions", Decision, "decisions/*/*.yml", "quyết định khen thưởng"),
    Kind("exemplars", Exemplar, "exemplars/*.yml", "gương điển hình"),
    Kind("withdrawals", Withdrawal, "exemplars/*.yml", "gương đã gỡ thông tin", marked_by="withdrawn"),
    Kind("practices", Practice, "practices/*.yml", "cách làm hay"),
    Kind("consultations", Consultation, "consultations/*.yml", "danh sách lấy ý kiến"),
    Kind("suppressions", Suppressions, "suppressions.yml", "danh sách người đã gỡ thông tin"),
)
BY_NAME = {kind.name: kind for kind in KINDS}
WRITTEN = {kind.name: kind for kind in KINDS if not kind.marked_by and kind.name != "suppressions"}
"""The kinds an editor writes by hand; commands write the others."""
PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
PHOTO_KINDS = ("exemplars", "practices")
SCAN_SUFFIX = ".pdf"
SCAN_KIND = "decisions"
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".xlsx")
DOCUMENT_KIND = "documents"
SIGNED_PLAN = ("plans", "signed.pdf")
"""Where the signed original of a plan lies: ``plans/<id>/signed.pdf``."""

__all__ = [
    "BY_NAME",
    "DOCUMENT_KIND",
    "DOCUMENT_SUFFIXES",
    "KINDS",
    "PHOTO_KINDS",
    "PHOTO_SUFFIXES",
    "SCAN_KIND",
    "SCAN_SUFFIX",
    "SIGNED_PLAN",
    "WRITTEN",
    "Annex",
    "Award",
    "BaseSalaries",
    "Consultation",
    "Council",
    "Decision",
    "Document",
    "EmulationBloc",
    "Exemplar",
    "Finder",
    "Guidance",
    "Instrument",
    "Kind",
    "Movement",
    "Occasion",
    "Organisation",
    "Plan",
    "Portal",
    "Practice",
    "Progress",
    "Record",
    "Suppressions",
    "Withdrawal",
]

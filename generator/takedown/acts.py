"""Taking down and revoking, whole: edit the content, rebuild the site, prove that nothing is left.

The edit does not wait for faults in other files: a person's right may not depend on somebody else's slip. The words in
which a run is told are in ``takedown_report``.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from generator import addresses
from generator.build import Built, build_site
from generator.content import Content, read_content
from generator.honours import Honours
from generator.problems import ContentInvalid, Problem, errors
from generator.publishing import Layout, PublishingFailed
from generator.takedown.remnants import left_of_links, remnants, same_people, same_photos, scans_with, short_names
from generator.takedown.revocation import find_by, plan_revocation
from generator.takedown.scan import Proof, pictures_of, prove, read_manifest
from generator.takedown.targets import find_target
from generator.takedown.traces import Traces
from generator.takedown.withdrawal import Planned, names_in, plan_photo_withdrawal, plan_withdrawal
from generator.yaml_editing import write_all

_NO_REASON_TO_WAIT = ("da-go", "ten-trong-loi")
"""The rules on names that still stand in other texts: told with their places, but the site without the person is better
than the old one, and a right does not wait for somebody's sentence. The next plain build would stop at them, so a run
that meets one is not complete."""

Act = Literal["withdraw", "photo", "revoke"]


@dataclass(frozen=True)
class Outcome:
    """What a run did and found. ``by_hand`` are places in the content that a human must mend.

    ``built`` is None where the site could not be rebuilt, for the reason in ``broken`` or ``failure``, and where
    nothing was to be changed (``listed``). ``elsewhere`` are people whose other honours still name them. ``preview`` is
    the folder of a plain ``mkdocs build`` that went, or goes (``listed``), or could not go (``preview_failure``).
    """

    act: Act
    planned: Planned
    content: Content
    site: Path
    proof: Proof
    listed: bool = False
    by_hand: tuple[Problem, ...] = ()
    broken: tuple[Problem, ...] = ()
    failure: str = ""
    built: Built | None = None
    scans: tuple[Path, ...] = ()
    elsewhere: tuple[str, ...] = ()
    preview: Path | None = None
    preview_failure: str = ""

    @property
    def complete(self) -> bool:
        """Whether the site was rebuilt, nothing of the person is left, and no human has to mend anything."""
        return self.built is not None and self.proof.holds and not self.by_hand and not self.preview_failure


def withdraw(
    layout: Layout, site: Path, named: str, as_of: date, *, photo_only: bool = False, list_only: bool = False
) -> Outcome:
    """Takes the person down, or the photo alone, and proves it; with ``list_only`` tells and changes nothing.

    Raises ContentInvalid where there is no content, TargetUnknown where nobody is named, OSError where a file cannot
    be written; then nothing is changed.
    """
    plan = plan_photo_withdrawal if photo_only else plan_withdrawal
    salt = secrets.token_hex(32)

    def planned(content: Content) -> Planned:
        return plan(content, find_target(content, named), as_of, salt)

    return _run(layout, site, as_of, planned, act="photo" if photo_only else "withdraw", list_only=list_only)


def revoke(layout: Layout, site: Path, named: str, as_of: date, *, by: str, day: date | None = None) -> Outcome:
    """Marks the award as revoked and proves that its names and photos are gone. Raises as :func:`withdraw`."""

    def plan(content: Content) -> Planned:
        return plan_revocation(content, find_target(content, named), find_by(content, by, day), as_of)

    return _run(layout, site, as_of, plan, act="revoke")


def _run(
    layout: Layout,
    site: Path,
    as_of: date,
    plan: Callable[[Content], Planned],
    *,
    act: Act,
    list_only: bool = False,
) -> Outcome:
    content, problems = read_content(layout.content)
    if not layout.content.is_dir():
        raise ContentInvalid(problems)
    planned = plan(content)
    copies = tuple(same_photos(content, (file for file, text in planned.changes.items() if text is None)))
    pictures = _pictures(layout, planned.exemplars)
    preview = _preview(layout, site)
    if list_only:
        left = remnants(content, planned.changes, planned.traces, as_is=True)
        by_hand = (*left, *left_of_links(planned.unlinked, as_is=True), *_same(content, planned), *copies)
        proof = prove(_folders(layout, site), planned.traces, pictured=planned.exemplars, manifest=_manifest(layout))
        return Outcome(act, planned, content, site, proof, listed=True, by_hand=by_hand, preview=preview)
    write_all(planned.changes)
    content, _ = read_content(layout.content)
    scans = tuple(scans_with(content, planned.rows))
    outcome = Outcome(act, planned, content, site, Proof(0, ()), scans=scans, preview=preview)
    try:
        _remove(preview)
    except OSError as error:
        outcome = replace(outcome, preview_failure=error.strerror or str(error))
    try:
        outcome = replace(outcome, built=build_site(layout, as_of, site, passing=_NO_REASON_TO_WAIT))
    except ContentInvalid as error:
        outcome = replace(outcome, broken=error.problems)
    except (PublishingFailed, OSError) as error:
        outcome = replace(outcome, failure=str(error))
    if outcome.built is not None:
        _forget(layout, pictures)
    if act == "revoke":
        return _prove_revoked(layout, outcome, as_of)
    by_hand = _without_doubles(
        (
            *remnants(content, {}, planned.traces),
            *left_of_links(planned.unlinked, as_is=False),
            *short_names(content, planned.changes, planned.people),
            *_same(content, planned),
            *copies,
            *_passed(outcome),
        )
    )
    return replace(outcome, by_hand=by_hand, proof=_proof(layout, outcome, planned.traces, planned.exemplars, as_of))


def _passed(outcome: Outcome) -> list[Problem]:
    """The errors that did not keep this run from building the site, and would keep the next build."""
    return errors(outcome.built.warnings) if outcome.built is not None else []


def _same(content: Content, planned: Planned) -> Iterator[Problem]:
    return same_people(content, planned.people, frozenset(planned.rows), frozenset(planned.exemplars))


def _without_doubles(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, one a line: the first told of it says most."""
    first: dict[tuple[Path, int], Problem] = {}
    for problem in problems:
        first.setdefault((problem.place.file, problem.place.line), problem)
    return tuple(first.values())


def _proof(layout: Layout, outcome: Outcome, traces: Traces, pictured: Iterable[str], as_of: date) -> Proof:
    """The proof over the site and its Markdown; without a new site, the old one shows what is still there."""
    folders, manifest = _folders(layout, outcome.site), _manifest(layout)
    if outcome.built is None:
        return prove(folders, traces, pictured=pictured, manifest=manifest)
    honours = Honours(outcome.content, as_of)
    neutral = [id_ for id_ in traces.ids if id_ in honours.gone]
    declared = _declared(outcome.content, honours)
    return prove(folders, traces, pictured=pictured, declared=declared, neutral=neutral, manifest=manifest)


def _prove_revoked(layout: Layout, outcome: Outcome, as_of: date) -> Outcome:
    """The proof for revoked awards; who has another, standing one is only looked for on the decision's own page."""
    planned = outcome.planned
    if outcome.built is None:
        return replace(outcome, proof=_proof(layout, outcome, planned.traces, planned.exemplars, as_of))
    content, honours = outcome.content, Honours(outcome.content, as_of)
    told = {entry.id for entry in honours.exemplars} | set(honours.of_exemplar)
    gone = tuple(id_ for id_ in planned.exemplars if id_ not in told)
    elsewhere = tuple(id_ for id_ in planned.exemplars if id_ in told)
    records = [content.of("exemplars")[id_].record for id_ in elsewhere]
    kept = {name for record in records if record.name for name in names_in(record.name.name)}
    names = tuple(name for name in planned.traces.names if name not in kept)
    proof = _proof(layout, outcome, replace(planned.traces, ids=gone, names=names), gone, as_of)
    if kept:
        decision = content.of("decisions")[planned.rows[0].decision]
        page = addresses.of("decisions", decision.id).page
        here = (page, f"{addresses.page_url(page)}index.html")
        declared = [honour.shown_name for honour in honours.of_decision.get(decision.id, ()) if honour.shown_name]
        declared.append(decision.record.signer.name)
        own = prove(_folders(layout, outcome.site), Traces(names=tuple(sorted(kept))), declared=declared, only=here)
        proof = replace(proof, hits=tuple(sorted({*proof.hits, *own.hits})))
    said = () if proof.holds else _said_elsewhere(content, planned)
    by_hand = _without_doubles((*said, *_passed(outcome)))
    return replace(outcome, proof=proof, elsewhere=elsewhere, by_hand=by_hand)


def _said_elsewhere(content: Content, planned: Planned) -> Iterator[Problem]:
    """Where other records name whose award was revoked; their own stay as they are."""
    own = {content.of("exemplars")[id_].file for id_ in planned.exemplars}
    for problem in remnants(content, {}, Traces(names=planned.traces.names)):
        if problem.place.file not in own:
            yield problem


def _declared(content: Content, honours: Honours) -> Iterator[str]:
    """The names of everybody else whom the site may rightly name: the honoured, and who signed or approved."""
    for honour in honours.rows:
        if honour.state == "named":
            yield honour.shown_name
    for entry in honours.exemplars:
        if entry.record.name:
            yield entry.record.name.name
    yield from _officials(content)


def _officials(content: Content) -> Iterator[str]:
    """Who signed a decision, an instrument or a plan, and who approved publication."""
    for entry in content.all():
        record: Any = entry.record
        approved, signature = getattr(record, "approved", None), getattr(record, "signature", None)
        signer = getattr(record, "signer", None)
        found = (approved and approved.by, signature and signature.name, getattr(signer, "name", signer))
        yield from (name for name in found if name)


def _folders(layout: Layout, site: Path) -> list[Path]:
    return [folder for folder in (site, layout.markdown) if folder.is_dir()]


def _manifest(layout: Layout) -> Mapping[str, tuple[str, ...]] | None:
    """Whose pictures the files of the last run hold, of photographs and of cards; None where nobody wrote that down."""
    photos, cards = read_manifest(layout.photo_manifest), read_manifest(layout.card_manifest)
    return None if photos is None else {**photos, **(cards or {})}


def _preview(layout: Layout, site: Path) -> Path | None:
    """What a plain ``mkdocs build`` left (its ``site_dir``), unless the site itself stands there."""
    preview, published = layout.work / "preview", site.resolve()
    own = preview.resolve() in (published, *published.parents)
    return preview if preview.is_dir() and not own else None


def _remove(preview: Path | None) -> None:
    if preview is not None and preview.is_symlink():
        preview.unlink()  # where it leads to is not ours
    elif preview is not None:
        shutil.rmtree(preview)


def _pictures(layout: Layout, ids: Iterable[str]) -> frozenset[bytes]:
    """The pictures made of the exemplars' photos in the last run."""
    return frozenset(file.read_bytes() for file in pictures_of(layout.markdown, ids, _manifest(layout)))


def _forget(layout: Layout, pictures: frozenset[bytes]) -> None:
    """Takes the pictures out of the cache, where they have no name by which anybody could find them again."""
    sizes = {len(picture) for picture in pictures}
    for file in layout.photo_cache.rglob("*") if pictures else ():
        if file.is_file() and file.stat().st_size in sizes and file.read_bytes() in pictures:
            file.unlink()

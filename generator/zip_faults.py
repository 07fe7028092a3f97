"""What opening a zip package may raise: Word and Excel files are packages, and anybody may have broken one."""

from __future__ import annotations

import zipfile
import zlib

# RuntimeError: a member with a password, or a compression that zipfile does not know.
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)

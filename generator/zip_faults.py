"""What opening a zip package may raise: Word and Excel files are packages, and anybody may have broken one."""

from __future__ import annotations

import zipfile
import zlib

# NotImplementedError: a compression zipfile does not know; RuntimeError: a member with a password.
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)

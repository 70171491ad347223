"""Where the program's own files are: its fonts, icons, examples and manual.

An installed argmap carries them inside the package, as `_resources`; in a checkout, and in an editable
install of one, they stand beside the package, in `resources`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files or folders; whether it exists is not looked at."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)

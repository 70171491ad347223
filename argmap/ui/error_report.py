"""What an error inside argmap looks like to whoever mends it: where it was, and nothing of the user's."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from types import TracebackType

import PySide6

from argmap import __version__

_PACKAGE = Path(__file__).parents[1]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A report to be copied: versions, the kind of error, and the lines of the program that led to it.

    The error's own words are left out: they may quote a map, or the path of a file.
    """
    lines = [
        f"argmap {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        kind.__qualname__,
    ]
    lines += [f"  {_place(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in _frames(trace)]
    return "\n".join(lines) + "\n"


def _frames(trace: TracebackType | None) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(trace))


def _place(path: Path) -> str:
    """A file of the program by its place in it; of any other no more than its name."""
    return path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE) else path.name

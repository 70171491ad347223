"""The command line: opens the window, or answers without one."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from argmap import __version__

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

# What a subcommand needs is imported where it runs, so that `argmap --version` and `argmap info` answer
# at once and work where Qt cannot.

THEMES = ("light", "dark")
PAPERS = ("fit", "A4", "A3", "Letter")

_EPILOG = """commands:
  argmap info FILE [--json]        tell what a map holds
  argmap export FILE -o OUT        write a picture: .png, .svg or .pdf
  argmap schema                    print the JSON Schema of the file format
"""


class Refused(Exception):
    """The command line cannot be followed; the message is one line."""


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message} (see {self.prog} --help)")


def main(argv: Sequence[str] | None = None) -> int:
    """Follow the command line; the exit code: 0, or 2 with one line on stderr where it cannot be followed."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _COMMANDS[words[0]](words[1:]) if words and words[0] in _COMMANDS else _window(words)
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not complain about it when it leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Refused as refused:
        print(f"argmap: {' '.join(str(refused).split())}", file=sys.stderr)
        return 2


def _window(words: list[str]) -> int:
    parser = _Parser(
        "argmap",
        description="See, drag and annotate the claims and counterclaims of an essay beside its text.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", type=Path, help="a map to open (default: the last one)")
    parser.add_argument("--sample", action="store_true", help="open the sample map")
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    given = parser.parse_args(words)
    if given.sample and given.file:
        raise Refused("a file and --sample cannot be opened at once")
    if given.file and given.file.is_dir():
        raise Refused(f"“{given.file}” is a folder; name a file in it")
    if given.file and not given.file.is_file():
        raise Refused(f"there is no file “{given.file}”")
    if not _has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        raise Refused("there is no screen to open a window on; “info” and “export” do without")
    # Imported here: this is what costs the time.
    from argmap.app import run

    return run(words)


def _info(words: list[str]) -> int:
    parser = _Parser("argmap info", description="Tell what a map holds.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    given = parser.parse_args(words)
    from argmap.editor.summary import summarize

    map_ = _read(given.file)
    counts = summarize(map_)
    if given.json:
        print(json.dumps(counts, indent=1), flush=True)
    else:
        print(map_.info.title or given.file.stem)
        for name, number in counts.items():
            print(f"  {name.replace('_', ' '):15} {_shown(number):>7}")
    return 0


def _shown(number: float) -> str:
    return str(number) if isinstance(number, int) else f"{number:.0%}"


def _export(words: list[str]) -> int:
    parser = _Parser("argmap export", description="Write a picture of a map.")
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True, help="ends in .png, .svg or .pdf")
    parser.add_argument("--scale", type=_scale, default=2.0, help="pixels of a PNG for each of the map's (2)")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--paper", choices=PAPERS, help="of a PDF (fit: one sheet as large as the map)")
    parser.add_argument("--tiled", action="store_true", help="over as many sheets of paper as it takes")
    given = parser.parse_args(words)
    _check_export(given)
    map_ = _read(given.file)
    _go_without_display()
    from argmap.app import export

    try:
        export(
            map_,
            given.out,
            theme=given.theme,
            scale=given.scale,
            paper=given.paper or "fit",
            tiled=given.tiled,
        )
    except (OSError, ValueError) as problem:
        raise Refused(str(problem)) from problem
    return 0


def _check_export(given: argparse.Namespace) -> None:
    """Refuse what would have no effect."""
    suffix = given.out.suffix.lower()
    if suffix not in (".png", ".svg", ".pdf"):
        raise Refused(f"“{given.out.name}” should end in .png, .svg or .pdf")
    if (given.paper or given.tiled) and suffix != ".pdf":
        raise Refused("--paper and --tiled are for .pdf only")
    if given.tiled and given.paper in (None, "fit"):
        raise Refused("--tiled needs the paper to cut the map to, such as --paper A4")


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.1 <= scale <= 8:
        raise argparse.ArgumentTypeError("give a scale from 0.1 to 8")
    return scale


def _schema(words: list[str]) -> int:
    parser = _Parser("argmap schema", description="Print the JSON Schema of the file format.")
    parser.parse_args(words)
    from argmap.formats.native import schema

    print(json.dumps(schema(), indent=1), flush=True)
    return 0


def _read(path: Path) -> ArgumentMap:
    from argmap.editor.document import Document
    from argmap.formats.errors import FormatError, Problem
    from argmap.formats.registry import CodecRegistry
    from argmap.model.ids import random_id

    try:
        return Document.open(path, random_id, CodecRegistry()).editor.map
    except FormatError as problem:
        raise Refused(f"{path}: {problem}") from problem
    except Problem as problem:
        raise Refused(str(problem)) from problem


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _go_without_display() -> None:
    """Let Qt draw without a screen, whatever else it is told to use where there is none."""
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


_COMMANDS: dict[str, Callable[[list[str]], int]] = {"info": _info, "export": _export, "schema": _schema}

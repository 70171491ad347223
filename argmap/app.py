"""Builds the real program: settings, services and the window that opens what was asked for."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from argmap.editor.services import Services, Settings
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import random_id
from argmap.ui.application import build_application, refusal, report_errors
from argmap.ui.dialogs.questions import Questions
from argmap.ui.main_window import MainWindow
from argmap.ui.settings import QtSettings

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

PROGRAM_NAMES = ("argmap", "argmap.exe", "__main__.py")


def now() -> str:
    """The present time: ISO 8601 in UTC, to the second."""
    # Asked for with every commit: `datetime` takes ten times as long for it.
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def start(
    argv: Sequence[str] = (),
    *,
    settings: Settings | None = None,
    questions: Questions | None = None,
    data: Path | None = None,
) -> MainWindow:
    """Build the program and show its window, without entering the event loop.

    `argv` is the command line, with or without the program's name before it: `--sample`, or a file to open.
    Without either, the sample opens on the first run and the file used last later. What is left is Qt's.
    `data` is the folder of the program's own files, the desktop's place for them where none is given.
    """
    asked, for_qt = _asked(argv)
    build_application([sys.argv[0], *for_qt])
    settings = settings or QtSettings(QSettings("argmap", "argmap"))
    home = data or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    services = Services(settings, CodecRegistry(), now, random_id, home)
    window = MainWindow(services, questions=questions)
    report_errors(window.bridge.show_failure, keep=lambda: window.recovery.write(1.0))
    _open_first(window, settings, file=asked.file, sample=asked.sample)
    settings.is_first_run = False
    window.show()
    window.recovery.offer_leftovers(first=str(window.document.path or ""))
    return window


class _Asked(argparse.Namespace):
    file: Path | None
    sample: bool


def _asked(argv: Sequence[str]) -> tuple[_Asked, list[str]]:
    """What the command line asks for, and the words that are not argmap's."""
    named = bool(argv) and (argv[0] == sys.argv[0] or Path(argv[0]).name in PROGRAM_NAMES)
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--sample", action="store_true")
    return parser.parse_known_args(argv[1:] if named else argv, _Asked())


def _open_first(window: MainWindow, settings: Settings, *, file: Path | None, sample: bool) -> None:
    wanted = file
    if wanted is None and not sample and not settings.is_first_run:
        wanted = next(iter(settings.recent), None)
    if wanted is not None:
        window.bridge.open_path(wanted)
    else:
        window.bridge.open_sample()


def run(argv: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; the exit code."""
    fault = refusal(PySide6.__version__, sys.version_info[:2])
    if fault:
        sys.stderr.write(f"argmap: {fault}\n")
        return 2
    window = start(argv)
    _fit_to_screen(window)
    code = QApplication.exec()
    del window
    return code


def _fit_to_screen(window: MainWindow) -> None:
    """Keep the window no larger than the screen it is on."""
    # Not `window.screen()`: PySide6 would delete the screen together with the window that was asked for it.
    screen = QGuiApplication.screenAt(window.frameGeometry().center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    frame = window.frameGeometry()
    if not room.contains(frame):
        frame.moveCenter(room.center())
        window.move(max(room.x(), frame.x()), max(room.y(), frame.y()))


def export(map_: ArgumentMap, path: Path, *, theme: str, scale: float, paper: str, tiled: bool) -> None:
    """Write a picture of a map without opening a window; raises OSError and ValueError."""
    # Imported here: a window has no need of printing and SVG.
    from argmap.ui.export_image import PictureOptions, export_picture
    from argmap.ui.theme import DARK, LIGHT

    build_application([sys.argv[0]])
    colours = DARK if theme == "dark" else LIGHT
    export_picture(map_, path, PictureOptions(theme=colours, scale=scale, paper=paper, tiled=tiled))

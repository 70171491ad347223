"""The Qt application: fonts, style, and what happens to an error that nobody caught."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from argmap import __version__
from argmap.ui.error_report import report_of
from argmap.ui.fonts import font, load_fonts
from argmap.ui.garbage import Garbage

_TEXT_SIZE = 13


def refusal(pyside: str, python: tuple[int, int]) -> str | None:
    """Why this pair of PySide6 and Python cannot be used, as one sentence; None where it can.

    PySide6 6.12.0 loses references to None on Python 3.11 until the interpreter aborts.
    """
    if pyside == "6.12.0" and python < (3, 12):
        return (
            "PySide6 6.12.0 crashes on Python 3.11: install “PySide6-Essentials~=6.11.3”, "
            "or run argmap with Python 3.12 or later."
        )
    return None


def build_application(argv: list[str]) -> QApplication:
    """The one application of this process, set up: the one that runs already, or a new one."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(argv)
    application.setApplicationName("argmap")
    application.setOrganizationName("argmap")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    # Without this a style sheet stops palettes from reaching children: a text's viewport kept its old ground.
    application.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    if application.findChild(Garbage) is None:
        Garbage(application)
    load_fonts()
    application.setFont(font(_TEXT_SIZE))
    return application


def report_errors(tell: Callable[[str], None], *, keep: Callable[[], object]) -> None:
    """From now on an error that nobody caught is printed, and its report told; the window lives on.

    Before that `keep` brings to safety what there is. An error in the midst of that is only printed.
    """
    is_reporting = False

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_reporting
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
            return
        traceback.print_exception(kind, error, trace)
        if is_reporting:
            return
        is_reporting = True
        try:
            with suppress(RuntimeError):  # the window is gone already: what is printed has to do
                keep()
                tell(report_of(kind, trace))
        finally:
            is_reporting = False

    sys.excepthook = report

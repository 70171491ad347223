"""What every test stands on: a Qt without windows, and a home of its own for settings and journals."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

_HOME = Path(tempfile.mkdtemp(prefix="argmap-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)


def _move_home() -> None:
    """Point this run, and the programs it starts, at empty folders: the user's own are never touched."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        folder = _HOME / name.lower()
        folder.mkdir()
        os.environ[f"XDG_{name}_HOME"] = str(folder)
    runtime = _HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def _forget_desktop() -> None:
    """Drop what a desktop session says of scale and style: tests see the same sizes everywhere."""
    for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    os.environ.pop("QT_QPA_PLATFORMTHEME", None)


# No test is judged by the clock: the machine may be busy with something else.
settings.register_profile("argmap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("argmap")

_move_home()
_forget_desktop()


@pytest.fixture(scope="session", autouse=True)
def own_settings() -> None:
    """Keep Qt's settings and folders inside this run's home, on every system."""
    from PySide6.QtCore import QSettings, QStandardPaths

    # On Linux the variables above say it all, and test mode would send files to one folder that stays.
    if not sys.platform.startswith("linux"):
        QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(_HOME / "settings"))


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(own_settings: None) -> Iterator[None]:
    """Leave nothing on the clipboard: without a desktop Qt takes it down after Python, and crashes."""
    yield
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()

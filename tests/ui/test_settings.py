"""What is remembered from one start to the next, in a real settings file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from argmap.editor.host import ThemeChoice
from argmap.editor.session import Session
from argmap.model.ids import RecordId
from argmap.ui.settings import MOST_RECENT, QtSettings
from tests.ui.windows import settings_in


def _files(folder: Path, count: int) -> list[Path]:
    files = [folder / f"{number}, with a comma.argmap" for number in range(count)]
    for file in files:
        file.touch()
    return files


def test_nothing_is_set_at_first(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    assert settings.is_first_run
    assert settings.theme is ThemeChoice.SYSTEM
    assert (settings.recent, settings.window, settings.docks) == ((), b"", b"")


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    (file,) = _files(tmp_path, 1)
    session = Session(zoom=0.5, centre=(10.0, -20.5), selection=(RecordId("c1"),))
    first = settings_in(tmp_path)
    first.theme, first.window, first.docks, first.is_first_run = ThemeChoice.DARK, b"\0w", b"\xffd", False
    first.note_recent(file)
    first.keep_session(file, session)
    again = settings_in(tmp_path)
    assert (again.theme, again.window, again.docks) == (ThemeChoice.DARK, b"\0w", b"\xffd")
    assert not again.is_first_run
    assert again.recent == (file,)
    assert again.session(file) == session


def test_the_latest_files_come_first_and_old_ones_go_with_their_sessions(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    files = _files(tmp_path, MOST_RECENT + 2)
    for file in files:
        settings.note_recent(file)
        settings.keep_session(file, Session(zoom=1.0, centre=(0.0, 0.0)))
    settings.note_recent(files[5])
    assert settings.recent[:2] == (files[5], files[-1])
    assert len(settings.recent) == MOST_RECENT
    assert settings.session(files[0]) is None
    assert settings.session(files[5]) is not None


def test_a_file_that_is_gone_is_not_listed(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    kept, gone = _files(tmp_path, 2)
    settings.note_recent(kept)
    settings.note_recent(gone)
    gone.unlink()
    assert settings.recent == (kept,)


def test_what_cannot_be_read_counts_as_not_set(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("window/theme", "plaid")
    store.setValue("window/geometry", "not bytes")
    store.setValue("recent", 7)
    settings = QtSettings(store)
    settings.keep_session(tmp_path / "a.argmap", Session(zoom=1.0, centre=(0.0, 0.0)))
    store.setValue(store.allKeys()[-1], "{")
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.window == b""
    assert settings.recent == ()

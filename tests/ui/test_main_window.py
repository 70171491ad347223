"""The real window: what it opens, saves, shows and asks, with real keys and files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.app import start
from argmap.editor.host import Panel, ThemeChoice, Unsaved
from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.resources import resource
from argmap.ui.source.source_text import SourceText
from tests.documents import open_document
from tests.editor.commands.small_map import small_map
from tests.ui.windows import Desk, OpenWindow, settings_in

SAMPLE_NAME = "Stalin’s goals"


def _source_text(desk: Desk) -> SourceText:
    text = desk.window.panes.source.findChild(SourceText)
    assert isinstance(text, SourceText)
    return text


def _modified(desk: Desk) -> Desk:
    desk.select("a")
    desk.trigger("edit.delete")
    assert desk.window.isWindowModified()
    return desk


def test_the_first_run_shows_the_whole_sample_with_nothing_selected(opened: OpenWindow) -> None:
    desk = opened()
    window, canvas = desk.window, desk.window.panes.canvas
    assert len(desk.claims) == 35
    assert desk.selected == set()
    assert (window.document.name, window.document.path) == (SAMPLE_NAME, None)
    assert all(canvas.rect().contains(canvas.element_rect(key)) for key in desk.claims)
    assert canvas.camera.is_fitted
    assert window.size() == QSize(1600, 1000)
    assert (window.minimumWidth(), window.minimumHeight()) == (960, 600)
    assert not window.isWindowModified()


def test_parts_are_found_by_name(opened: OpenWindow) -> None:
    window = opened(sample=True).window
    assert window.objectName() == "main_window"
    for name in ("canvas", "source", "inspector"):
        found = window.findChild(QWidget, name)
        assert found is not None
        assert found.isVisible()


def test_a_later_start_opens_the_last_file(opened: OpenWindow, tmp_path: Path, file: Path) -> None:
    settings = settings_in(tmp_path)
    opened(file=file, settings=settings).window.close()
    desk = opened(settings=settings)
    assert desk.window.document.path == file
    assert opened(settings=settings, sample=True).window.document.name == SAMPLE_NAME


def test_the_last_file_is_not_missed_when_it_is_gone(opened: OpenWindow, tmp_path: Path, file: Path) -> None:
    settings = settings_in(tmp_path)
    opened(file=file, settings=settings).window.close()
    file.unlink()
    desk = opened(settings=settings)
    assert desk.window.document.name == SAMPLE_NAME
    assert desk.message == ""


def test_the_title_says_what_is_open_and_whether_it_is_saved(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    assert desk.window.windowTitle() == "small[*] — argmap"
    assert not desk.window.isWindowModified()
    _modified(desk)
    desk.trigger("edit.undo")
    assert not desk.window.isWindowModified()


def test_saving_by_key_writes_the_file(opened: OpenWindow, file: Path) -> None:
    desk = _modified(opened(file=file))
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "a" not in open_document(file).editor.map.claims
    assert not desk.window.isWindowModified()
    assert desk.window.panes.status.saved_text.startswith("Saved ")


def test_a_map_is_saved_by_itself_where_that_is_wanted(opened: OpenWindow, file: Path, qtbot: QtBot) -> None:
    desk = opened(file=file)
    desk.trigger("file.save_by_itself")
    desk.select("a")
    desk.trigger("edit.delete")
    qtbot.waitUntil(lambda: not desk.window.isWindowModified())
    assert "a" not in open_document(file).editor.map.claims
    assert desk.settings.saves_by_itself


def test_what_is_being_typed_is_saved_too(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.select("a")
    desk.key(Qt.Key.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert open_document(file).editor.map.claims[RecordId("a")].text == "Claim a and more"
    assert not desk.window.isWindowModified()


def test_the_sample_is_saved_elsewhere_and_stays_as_it_was(opened: OpenWindow, tmp_path: Path) -> None:
    desk = opened(sample=True)
    desk.answers.save = tmp_path / "mine.argmap"
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.answers.asked == ["save Stalin’s goals.argmap"]
    assert len(open_document(tmp_path / "mine.argmap").editor.map.claims) == 35
    assert desk.window.document.path == tmp_path / "mine.argmap"
    assert desk.settings.recent == (tmp_path / "mine.argmap",)


def test_the_sample_opened_as_a_file_is_a_copy_too(opened: OpenWindow) -> None:
    desk = opened(file=resource("examples", "stalins-goals.argmap"))
    assert desk.window.document.path is None
    assert desk.window.document.editor.map == opened(sample=True).window.document.editor.map
    assert not desk.settings.recent


def test_the_command_line_may_begin_with_the_name_of_the_program(
    opened: OpenWindow, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    window = start(["argmap", str(file)], settings=settings_in(tmp_path))
    qtbot.addWidget(window)
    assert window.document.path == file


def test_a_file_is_opened_in_place_of_the_map_on_screen(opened: OpenWindow, file: Path) -> None:
    desk = opened(sample=True)
    desk.answers.open = file
    desk.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert desk.claims == set(small_map().claims)
    assert set(desk.window.panes.canvas.boxes) == set(small_map().claims)
    assert desk.settings.recent == (file,)


@pytest.mark.parametrize("content", [b"", b"not a map", b"{", b'{"format": "argmap", "version": 999}'])
def test_a_bad_file_is_told_and_changes_nothing(opened: OpenWindow, tmp_path: Path, content: bytes) -> None:
    desk = opened(sample=True)
    desk.select("c30")
    document = desk.window.document
    desk.answers.open = tmp_path / "bad.argmap"
    desk.answers.open.write_bytes(content)
    desk.trigger("file.open")
    assert desk.message
    assert desk.window.document is document
    assert desk.selected == {"c30"}
    assert desk.settings.recent == ()
    assert desk.answers.open.read_bytes() == content


def test_a_file_named_at_the_start_that_is_bad_leaves_an_empty_map(
    opened: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "bad.argmap"
    path.write_text("nonsense", encoding="utf-8")
    desk = opened(file=path)
    assert desk.message
    assert desk.claims == set()


@pytest.mark.parametrize(
    ("answer", "leaves", "is_saved"),
    [(Unsaved.CANCEL, False, False), (Unsaved.DISCARD, True, False), (Unsaved.SAVE, True, True)],
)
def test_closing_asks_what_becomes_of_changes(
    opened: OpenWindow, file: Path, answer: Unsaved, leaves: bool, is_saved: bool
) -> None:
    desk = _modified(opened(file=file))
    desk.answers.leave = answer
    assert desk.window.close() is leaves
    assert desk.window.isVisible() is not leaves
    assert desk.answers.asked == ["unsaved small"]
    assert ("a" not in open_document(file).editor.map.claims) is is_saved


def test_closing_asks_nothing_where_nothing_changed(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.key(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not desk.window.isVisible()
    assert desk.answers.asked == []


def test_an_empty_map_offers_ways_to_begin(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    empty = desk.window.frame.empty
    assert not empty.isVisible()
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert empty.isVisible()
    desk.key(Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "The main claim")
    desk.key(Qt.Key.Key_Return)
    assert not empty.isVisible()
    assert [c.text for c in desk.window.document.editor.map.claims.values()] == ["The main claim"]


def test_a_map_of_five_levels_is_typed_without_a_mouse(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.trigger("file.new")
    desk.key(Qt.Key.Key_N)
    for level in range(1, 6):
        QTest.keyClicks(QApplication.focusWidget(), f"level {level}")
        desk.key(Qt.Key.Key_Return)
        if level < 5:
            desk.key(Qt.Key.Key_Tab)
    map_ = desk.window.document.editor.map
    assert len(map_.claims) == 5
    assert len(map_.relations) == 4
    (deepest,) = (claim for claim in map_.claims.values() if claim.text == "level 5")
    path = [deepest.text]
    while leaving := map_.leaving(next(c.id for c in map_.claims.values() if c.text == path[-1])):
        path.append(map_.claims[leaving[0].target].text)
    assert path == ["level 5", "level 4", "level 3", "level 2", "level 1"]


def test_a_new_claim_left_empty_is_taken_back_without_a_trace(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.select("t")
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Escape)
    assert desk.claims == set(small_map().claims)
    assert not desk.window.isWindowModified()


def test_a_new_claim_and_its_words_are_one_undo_step(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.select("t")
    desk.key(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Because.")
    desk.key(Qt.Key.Key_Return)
    assert len(desk.claims) == len(small_map().claims) + 1
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.claims == set(small_map().claims)
    assert not desk.window.isWindowModified()
    assert desk.selected == {"t"}


def test_the_toast_after_a_deletion_undoes_it(opened: OpenWindow, file: Path) -> None:
    desk = _modified(opened(file=file))
    toast = desk.window.panes.toast
    assert toast.isVisible()
    assert toast.text == "Deleted 1 claim and 2 relations"
    button = toast.findChildren(QWidget)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "a" in desk.claims
    assert not desk.window.isWindowModified()


def test_the_toast_goes_when_its_undo_would_take_back_something_else(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk = _modified(opened(file=file))
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("b"), "later"))
    qtbot.waitUntil(lambda: not desk.window.panes.toast.isVisible())


def test_a_refused_edit_is_told_and_changes_nothing(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.select("q", "t")
    desk.key(Qt.Key.Key_G)
    assert desk.window.panes.toast.text.startswith("Linked premises bear on the same claim")
    assert not desk.window.isWindowModified()


def test_clicking_a_passage_selects_and_shows_its_claim(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.window.panes.canvas.set_zoom(2.0)
    desk.window.panes.source.claim_clicked.emit("c30")
    canvas = desk.window.panes.canvas
    assert desk.selected == {"c30"}
    assert canvas.visible.intersects(canvas.boxes[RecordId("c30")])


def test_double_clicking_a_passage_types_into_its_claim(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.window.panes.source.claim_double_clicked.emit("c30")
    assert desk.window.panes.canvas.text.claim == "c30"


def test_clicking_a_card_selects_it_and_brings_its_passage_into_view(
    opened: OpenWindow, qtbot: QtBot
) -> None:
    desk = opened(sample=True)
    canvas = desk.window.panes.canvas
    bar = _source_text(desk).verticalScrollBar()
    assert bar.value() == 0
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.element_rect("c30").center())
    assert desk.selected == {"c30"}
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert "1 selected · Evidence" in desk.window.panes.status.centre_text


def test_the_theme_is_changed_everywhere_and_remembered(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    source = _source_text(desk).viewport()
    for choice, ground in ((ThemeChoice.DARK, "#1b1e23"), (ThemeChoice.LIGHT, "#fffefb")):
        desk.trigger(f"view.theme_{choice.value}")
        QApplication.processEvents()
        assert desk.settings.theme is choice
        assert source.palette().color(QPalette.ColorRole.Base).name() == ground
        image = desk.window.grab().toImage()
        window = desk.window.palette().color(QPalette.ColorRole.Window)
        assert image.pixelColor(desk.window.width() // 3, 3) == window
        assert (window.lightness() < 128) is (choice is ThemeChoice.DARK)


def test_the_colours_follow_the_desktop_while_they_are_left_to_it(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert desk.window.appearance.look.theme.is_dark
    desk.trigger("view.theme_light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not desk.window.appearance.look.theme.is_dark
    desk.trigger("view.theme_system")
    assert desk.window.appearance.look.theme.is_dark


def test_a_narrow_window_keeps_the_tools_clear(opened: OpenWindow) -> None:
    window = opened(sample=True).window
    frame = window.frame
    for size in (window.minimumSize(), QSize(1600, 1000)):
        window.resize(size)
        QApplication.processEvents()
        shown = [p for p in (frame.arrow_key, frame.tools, frame.navigation) if p.isVisible()]
        assert frame.tools in shown
        assert all(window.panes.canvas.rect().contains(part.geometry()) for part in shown)
        assert not any(a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b)
    assert len(shown) == 3


def test_panels_are_hidden_and_shown_by_key(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    window = desk.window
    source, inspector = window.panes.docks[Panel.SOURCE], window.panes.docks[Panel.INSPECTOR]
    assert (source.width(), inspector.width()) == (304, 308)
    desk.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (source.isVisible(), inspector.isVisible()) == (False, True)
    assert not window.commands.by_id["view.source"].isChecked()
    desk.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert (source.isVisible(), inspector.isVisible()) == (False, False)
    desk.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert (source.isVisible(), inspector.isVisible()) == (True, True)


def test_f6_walks_through_the_panes(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    seen = []
    for _ in range(3):
        desk.key(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        panes = desk.window.panes
        seen += [p.objectName() for p in panes.focusable if p is focus or p.isAncestorOf(focus)]
    assert seen == ["inspector", "source", "canvas"]


def test_the_view_of_a_file_is_there_again_next_time(opened: OpenWindow, tmp_path: Path, file: Path) -> None:
    settings = settings_in(tmp_path)
    first = opened(file=file, settings=settings)
    first.window.panes.canvas.set_zoom(2.0)
    first.select("d")
    first.trigger("view.source")
    QTest.qWait(0)
    first.window.panes.canvas.reveal([RecordId("d")])
    centre = first.window.panes.canvas.visible.center
    first.window.close()
    again = opened(file=file, settings=settings)
    canvas = again.window.panes.canvas
    assert canvas.zoom == pytest.approx(2.0)
    assert canvas.visible.center == pytest.approx(centre, abs=1)
    assert again.selected == {"d"}
    assert not again.window.panes.docks[Panel.SOURCE].isVisible()


def test_a_note_is_begun_in_the_inspector_even_when_it_was_hidden(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.trigger("view.inspector")
    desk.select("c30")
    desk.trigger("insert.comment")
    assert desk.window.panes.inspector.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "Is that so?")
    desk.window.keep_typing()
    bodies = [note.body for note in desk.window.document.editor.map.notes_of(RecordId("c30"))]
    assert "Is that so?" in bodies


def test_an_error_that_nobody_caught_is_told_and_loses_nothing(
    opened: OpenWindow, tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("a"), "not saved yet"))
    try:
        desk.window.document.editor.map[RecordId("a wire of mine")]
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert "Something went wrong inside argmap" in desk.message
    assert "a wire of mine" in capsys.readouterr().err
    (lines,) = (tmp_path / "data" / "journals").glob("*/steps-*")
    assert "not saved yet" in lines.read_text(encoding="utf-8")
    desk.press("Copy the report")
    report = QApplication.clipboard().text()
    assert report.splitlines()[2] == "KeyError"
    assert "argmap/model/argument_map.py" in report
    assert not any(
        words in report for words in ("a wire of mine", str(tmp_path), str(Path.home()), file.name)
    )
    assert desk.window.isVisible()


def test_a_map_dropped_on_the_window_is_opened(opened: OpenWindow, file: Path) -> None:
    desk = opened(sample=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(QPoint(700, 500)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.window.dropEvent(event)
    assert desk.claims == set(small_map().claims)


def test_pictures_are_exported(opened: OpenWindow, tmp_path: Path) -> None:
    desk = opened(sample=True)
    for suffix, magic in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")):
        desk.answers.export = tmp_path / f"map{suffix}"
        desk.trigger("file.export")
        assert desk.answers.export.read_bytes().startswith(magic)
    desk.answers.export = tmp_path / "gone" / "map.png"
    desk.trigger("file.export")
    assert desk.message.startswith("The picture could not be written.")

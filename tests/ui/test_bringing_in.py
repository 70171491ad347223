"""Bringing texts into a map: chosen, dropped, pasted, asked about where bytes read in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QListWidget,
    QProgressDialog,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from argmap.edits.sources import add_source
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.anchor import make_excerpt
from argmap.ui.bridge import Bridge
from argmap.ui.bringing_in import Patience
from argmap.ui.dialogs.encoding_choice import EncodingChoice
from argmap.ui.source.empty_source import EmptySource
from tests.ui.windows import Desk, OpenWindow

WORDS = "On engines\n\nThe engine weaves. It has no pretensions.\n"


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A map without a text."""
    return opened(file=file)


def texts(desk: Desk) -> list[Source]:
    return list(desk.window.document.editor.map.sources.values())


def bring_in(desk: Desk, *paths: Path) -> None:
    desk.answers.texts = paths
    desk.trigger("source.add")


def drop(desk: Desk, *paths: Path) -> bool:
    """Drop files on the window; whether it would have them."""
    return drop_urls(desk, [QUrl.fromLocalFile(str(path)) for path in paths])


def drop_urls(desk: Desk, urls: list[QUrl]) -> bool:
    data = QMimeData()
    data.setUrls(urls)
    copy, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, keys)
    QApplication.sendEvent(desk.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(desk.window, QDropEvent(QPointF(20, 20), copy, data, left, keys))
    return enter.isAccepted()


def test_a_text_is_added_as_one_step_and_shown(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "engines.txt"
    path.write_text(WORDS, encoding="utf-8")
    bring_in(desk, path)
    (text,) = texts(desk)
    assert (text.file, "weaves" in text.body) == ("engines.txt", True)
    assert "weaves" in desk.window.panes.source.text.toPlainText()
    desk.trigger("edit.undo")
    assert texts(desk) == []
    assert not desk.window.document.is_modified


def test_several_are_added_and_the_last_is_shown(desk: Desk, tmp_path: Path) -> None:
    for name, words in (
        ("one.md", "# One\n\nFirst words."),
        ("two.html", "<p>Second words.<script>bad()</script>"),
    ):
        (tmp_path / name).write_text(words, encoding="utf-8")
    bring_in(desk, tmp_path / "one.md", tmp_path / "two.html")
    assert ["First words." in texts(desk)[0].body, texts(desk)[1].body] == [True, "Second words."]
    assert desk.window.panes.source.place == (texts(desk)[1].id, 0)


def test_bytes_that_read_in_several_ways_are_asked_about(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Größe und Übermut.\n".encode("cp1252"))
    bring_in(desk, path)
    assert texts(desk) == []
    dialog = desk.window.findChild(EncodingChoice)
    shown = dialog.findChild(QListWidget)
    assert "Größe" in shown.currentItem().text()
    assert shown.count() > 1
    box = dialog.findChild(QDialogButtonBox)
    next(button for button in box.buttons() if button.text() == "Add").click()
    assert "Größe und Übermut." in texts(desk)[0].body


def test_another_way_to_read_it_can_be_chosen_or_none(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Größe und Übermut.\n".encode("cp1252"))
    bring_in(desk, path)
    dialog = desk.window.findChild(EncodingChoice)
    dialog.findChild(QListWidget).setCurrentRow(1)
    dialog.accept()
    assert "Größe" not in texts(desk)[0].body
    bring_in(desk, path)
    desk.window.findChildren(EncodingChoice)[-1].reject()
    assert len(texts(desk)) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("scan.pdf", b"%PDF-1.4 and then nothing", "“scan.pdf” could not be brought in."),
        ("picture.txt", bytes(range(256)) * 20, "“picture.txt” could not be brought in."),
        ("empty.txt", b"  \n", "There is no text in this file."),
    ],
)
def test_what_cannot_be_read_is_told_and_changes_nothing(
    desk: Desk, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    bring_in(desk, tmp_path / name)
    assert told in desk.message
    assert texts(desk) == []
    bring_in(desk, tmp_path / "gone.txt")
    assert "gone.txt" in desk.message


def stop_button(desk: Desk) -> QPushButton | None:
    """The Stop of the dialog that says how far something has come, once that is on screen."""
    dialogs = [dialog for dialog in desk.window.findChildren(QProgressDialog) if dialog.isVisible()]
    return dialogs[0].findChild(QPushButton) if dialogs else None


def test_what_takes_long_shows_how_far_it_has_come_until_it_is_over(desk: Desk, qtbot: QtBot) -> None:
    patience = Patience(desk.window, "Reading “a.txt”…")
    assert patience.report(0.1)
    assert stop_button(desk) is None
    qtbot.waitUntil(lambda: patience.report(0.4) and stop_button(desk) is not None)
    (dialog,) = desk.window.findChildren(QProgressDialog)
    assert (dialog.labelText(), dialog.value(), dialog.maximum()) == ("Reading “a.txt”…", 400, 1000)
    assert patience.report(0.7)
    assert dialog.value() == 700
    patience.close()
    assert stop_button(desk) is None


def test_stop_is_heard(desk: Desk, qtbot: QtBot) -> None:
    patience = Patience(desk.window, "Reading “a.txt”…")
    qtbot.waitUntil(lambda: patience.report(0.4) and stop_button(desk) is not None)
    button = stop_button(desk)
    assert button is not None
    assert button.text() == "Stop"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not patience.report(0.5)
    patience.close()


def press_stop_when_shown(desk: Desk, timer: QTimer) -> None:
    """Click Stop as soon as it is there; the timer runs whenever the program handles events."""

    def look() -> None:
        button = stop_button(desk)
        if button is not None:
            timer.stop()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    timer.timeout.connect(look)
    timer.start(0)


def test_a_newer_version_that_takes_long_can_be_stopped_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    lines = [f"The {number} engines weave algebraical patterns in row {number}." for number in range(1500)]
    transaction = desk.window.document.editor.transaction()
    key = add_source(transaction, "Engines", body="\n".join(lines))
    source, at = transaction.get(Source, key), 0
    for number, line in enumerate(lines):
        span = (at, at + len(line))
        name = RecordId(f"passage{number}")
        transaction.put(make_excerpt(source, span, key=name, element=RecordId("a")))
        at += len(line) + 1
    desk.window.document.editor.commit("Add text", transaction)
    before = desk.window.document.editor.map
    (tmp_path / "new.txt").write_text("\n".join(lines[::-1]).replace("weave", "knit"), encoding="utf-8")
    bridge, timer = desk.window.findChild(Bridge), QTimer()
    press_stop_when_shown(desk, timer)
    bridge.texts.replace_by_file(key, tmp_path / "new.txt")
    assert not timer.isActive(), "Stop was there to be pressed"
    assert desk.window.document.editor.map is before
    assert stop_button(desk) is None


def test_texts_are_dropped_on_the_window_and_a_map_is_opened(desk: Desk, tmp_path: Path, file: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "b.md").write_text(WORDS, encoding="utf-8")
    assert drop(desk, tmp_path / "a.txt", tmp_path / "b.md")
    assert len(texts(desk)) == 2
    assert not drop(desk, tmp_path / "a.txt", file)
    assert not drop(desk, tmp_path / "a.exe")
    there = QUrl("https://example.org/c.txt")
    assert not drop_urls(desk, [QUrl.fromLocalFile(str(tmp_path / "a.txt")), there])
    desk.trigger("file.save")
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    assert drop(desk, other)
    assert desk.window.document.path == other


def test_a_map_that_is_only_looked_at_takes_no_text(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    desk.window.document.editor.refusal = "This map is to be read only."
    bring_in(desk, tmp_path / "a.txt")
    assert "to be read only" in desk.message
    assert texts(desk) == []


def put_on_clipboard(text: str = "", *, markup: str = "", files: Sequence[Path] = ()) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if markup:
        data.setHtml(markup)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QApplication.clipboard().setMimeData(data)


def test_a_text_is_pasted_as_one_step_and_shown(desk: Desk) -> None:
    put_on_clipboard(WORDS)
    desk.trigger("source.paste")
    (text,) = texts(desk)
    assert (text.title, text.file) == ("On engines", "")
    assert "weaves" in desk.window.panes.source.text.toPlainText()
    desk.trigger("edit.undo")
    assert texts(desk) == []


def test_formatted_words_are_pasted_as_paragraphs(desk: Desk) -> None:
    put_on_clipboard(
        "On engines The engine weaves.", markup="<h1>On engines</h1><p>The engine<br>weaves.</p>"
    )
    desk.trigger("source.paste")
    assert [line for line in texts(desk)[0].body.split("\n") if line] == [
        "On engines",
        "The engine",
        "weaves.",
    ]


def test_files_that_were_copied_are_pasted_as_texts(desk: Desk, tmp_path: Path, file: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    put_on_clipboard("file:///a.txt", files=[tmp_path / "a.txt"])
    desk.trigger("source.paste")
    assert [text.file for text in texts(desk)] == ["a.txt"]
    put_on_clipboard("file:///small.argmap", files=[file])
    desk.trigger("source.paste")
    assert "no texts that argmap reads" in desk.message
    assert len(texts(desk)) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "—"])
def test_where_the_clipboard_holds_no_text_that_is_told(desk: Desk, text: str) -> None:
    put_on_clipboard(text)
    desk.trigger("source.paste")
    assert "There is no text on the clipboard" in desk.message
    assert texts(desk) == []


def test_the_same_text_is_added_twice_and_that_is_told(desk: Desk) -> None:
    put_on_clipboard(WORDS)
    desk.trigger("source.paste")
    assert desk.window.panes.toast.text == ""
    desk.trigger("source.paste")
    assert len(texts(desk)) == 2
    assert (
        desk.window.panes.toast.text
        == "The same text was here already, as “On engines”: now it is here twice"
    )
    (button,) = desk.window.panes.toast.findChildren(QAbstractButton)
    button.click()
    assert len(texts(desk)) == 1


@pytest.mark.parametrize("focus", ["source", "canvas"])
def test_the_keys_bring_a_text_in_wherever_the_focus_is(desk: Desk, tmp_path: Path, focus: str) -> None:
    getattr(desk.window.panes, focus).setFocus()
    put_on_clipboard(WORDS)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(texts(desk)) == 1
    (tmp_path / "a.txt").write_text("Other words.", encoding="utf-8")
    desk.answers.texts = [tmp_path / "a.txt"]
    desk.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert len(texts(desk)) == 2


def test_the_buttons_of_the_empty_panel_bring_a_text_in(desk: Desk) -> None:
    put_on_clipboard(WORDS)
    empty = desk.window.panes.source.findChild(EmptySource)
    empty.file.click()
    assert desk.answers.asked == ["texts"]
    empty.paste.click()
    assert len(texts(desk)) == 1
    assert not empty.isVisible()


def drop_on_panel(desk: Desk, data: QMimeData) -> bool:
    """Drop something on the source panel; whether it would have it."""
    panel, at = desk.window.panes.source, QPoint(20, 80)
    copy, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, left, keys)
    QApplication.sendEvent(panel, enter)
    if enter.isAccepted():
        QApplication.sendEvent(panel, QDropEvent(QPointF(at), copy, data, left, keys))
    return enter.isAccepted()


def test_words_are_dropped_on_the_panel_with_a_text_in_it_or_none(desk: Desk) -> None:
    data = QMimeData()
    data.setText(WORDS)
    assert drop_on_panel(desk, data)
    data.setHtml("<p>Second words.</p>")
    assert drop_on_panel(desk, data)
    assert [text.body for text in texts(desk)] == [
        "On engines\nThe engine weaves. It has no pretensions.",
        "Second words.",
    ]
    assert desk.window.panes.source.text.toPlainText() == "Second words."


def test_what_is_typed_is_kept_before_a_drop(desk: Desk) -> None:
    desk.select("a")
    field = desk.window.panes.inspector.claim_page.text.field
    field.setFocus()
    QTest.keyClicks(field, "zebra ")
    data = QMimeData()
    data.setText(WORDS)
    drop_on_panel(desk, data)
    assert [step.label for step in desk.window.document.editor.history.done] == ["Reword claim", "Add text"]


def test_files_dropped_on_the_panel_are_texts_or_a_map_as_on_the_window(
    desk: Desk, tmp_path: Path, file: Path
) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert drop_on_panel(desk, data)
    assert [text.file for text in texts(desk)] == ["a.txt"]
    desk.trigger("file.save")
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    data.setUrls([QUrl.fromLocalFile(str(other))])
    assert drop_on_panel(desk, data)
    assert desk.window.document.path == other


def test_the_next_unmapped_sentence_is_selected_in_the_text(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.window.panes.canvas.setFocus()
    desk.trigger("source.next_unmapped")
    text = desk.window.panes.source
    first = text.selected_quote
    assert first is not None
    assert text.text.hasFocus()
    desk.trigger("source.next_unmapped")
    second = text.selected_quote
    assert second is not None
    assert second.start >= first.end

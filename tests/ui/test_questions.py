"""The real dialogs, answered through their own buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.ui.dialogs.questions import Dialogs, unsaved_box, with_suffix


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (QMessageBox.StandardButton.Save, Unsaved.SAVE),
        (QMessageBox.StandardButton.Discard, Unsaved.DISCARD),
        (QMessageBox.StandardButton.Cancel, Unsaved.CANCEL),
    ],
)
def test_each_button_answers_the_question_about_changes(
    parent: QWidget, button: QMessageBox.StandardButton, answer: Unsaved
) -> None:
    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "My map" in box.text()
        box.button(button).click()

    QTimer.singleShot(0, click)
    assert Dialogs().unsaved(parent, "My map") is answer


def test_escape_keeps_the_changes_and_the_map(parent: QWidget) -> None:
    def escape() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.reject()

    QTimer.singleShot(0, escape)
    assert Dialogs().unsaved(parent, "My map") is Unsaved.CANCEL


def _name_field(dialog: QFileDialog) -> QLineEdit:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    return field


def _fill_in(name: str, *, accept: bool = True) -> None:
    """Type a name into the file dialog that is about to open, and close it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        _name_field(dialog).setText(name)
        if accept:
            next(b for b in dialog.findChildren(QPushButton) if b.isDefault()).click()
        else:
            dialog.reject()

    QTimer.singleShot(0, act)


def test_a_map_saved_without_an_ending_gets_one(parent: QWidget, tmp_path: Path) -> None:
    _fill_in(str(tmp_path / "mine"))
    assert Dialogs().save_path(parent, tmp_path / "suggested.argmap") == tmp_path / "mine.argmap"


def test_a_picture_without_an_ending_is_a_png(parent: QWidget, tmp_path: Path) -> None:
    _fill_in(str(tmp_path / "picture"))
    assert Dialogs().export_path(parent, tmp_path / "suggested.png") == tmp_path / "picture.png"
    _fill_in(str(tmp_path / "picture.svg"))
    assert Dialogs().export_path(parent, tmp_path / "suggested.png") == tmp_path / "picture.svg"


def test_an_existing_file_is_chosen_to_be_opened(parent: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "there.argmap"
    path.touch()
    _fill_in(str(path))
    assert Dialogs().open_path(parent, tmp_path) == path


def test_a_text_is_exported_as_a_web_page_or_a_pdf(parent: QWidget, tmp_path: Path) -> None:
    for name, path in (("essay", "essay.html"), ("essay.pdf", "essay.pdf"), ("Dr. No", "Dr. No.html")):
        _fill_in(str(tmp_path / name))
        assert Dialogs().text_export_path(parent, tmp_path / "suggested.html") == tmp_path / path


def test_annotations_are_exported_with_their_own_ending(parent: QWidget, tmp_path: Path) -> None:
    for name, path in (("mine", "mine.jsonld"), ("mine.json", "mine.json")):
        _fill_in(str(tmp_path / name))
        assert Dialogs().annotations_export_path(parent, tmp_path / "suggested.jsonld") == tmp_path / path


def test_an_existing_file_of_annotations_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "theirs.json"
    path.touch()
    _fill_in(str(path))
    assert Dialogs().annotations_path(parent, tmp_path) == path


def test_changing_ones_mind_names_no_file(parent: QWidget, tmp_path: Path) -> None:
    ways = Dialogs()
    for ask in (
        ways.save_path,
        ways.export_path,
        ways.open_path,
        ways.text_export_path,
        ways.annotations_export_path,
        ways.annotations_path,
    ):
        _fill_in("whatever", accept=False)
        assert ask(parent, tmp_path) is None


def test_a_name_gets_the_ending_of_the_kind_of_picture_chosen(parent: QWidget, tmp_path: Path) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectNameFilter("PDF document (*.pdf)")
        dialog.filterSelected.emit("PDF document (*.pdf)")
        _name_field(dialog).setText(str(tmp_path / "picture"))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, act)
    assert Dialogs().export_path(parent, tmp_path / "suggested.png") == tmp_path / "picture.pdf"


def test_an_ending_is_added_only_where_there_is_none() -> None:
    assert with_suffix(Path("a"), (".argmap",)) == Path("a.argmap")
    assert with_suffix(Path("Dr. No"), (".argmap",)) == Path("Dr. No.argmap")
    assert with_suffix(Path("a.ARGMAP"), (".argmap",)) == Path("a.ARGMAP")
    assert with_suffix(Path("a.pdf"), (".png", ".pdf")) == Path("a.pdf")


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_S, Unsaved.SAVE),
        (Qt.Key.Key_Return, Unsaved.SAVE),
        (Qt.Key.Key_D, Unsaved.DISCARD),
        (Qt.Key.Key_Escape, Unsaved.CANCEL),
    ],
)
def test_the_question_about_changes_is_answered_by_key(parent: QWidget, key: Qt.Key, answer: Unsaved) -> None:
    def press() -> None:
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeModalWidget(), key)

    QTimer.singleShot(0, press)
    assert Dialogs().unsaved(parent, "My map") is answer


@pytest.mark.parametrize("name", ["rome", "A very long name of a map & what became of it " * 3])
def test_the_question_stands_on_one_line(parent: QWidget, name: str) -> None:
    box = unsaved_box(parent, name)
    box.show()
    question = box.findChild(QLabel, "qt_msgbox_label")
    assert question is not None
    assert question.height() < 2 * QFontMetricsF(question.font()).height()
    assert question.text().endswith("”?")
    assert QFontMetricsF(question.font()).horizontalAdvance(question.text()) <= question.width()
    assert box.icon() is QMessageBox.Icon.NoIcon
    assert all(button.icon().isNull() for button in box.buttons())
    box.close()

"""The manual's window: its pages, its way back, its pictures, and the key sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextBlock, QTextTable
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.commands.key_sheet import key_sheet
from argmap.editor.commands.table import MENUS, TABLE
from argmap.ui.dialogs.key_caps import key_caps, keys_of
from argmap.ui.dialogs.manual import PAGES, Manual, page_text
from argmap.ui.dialogs.manual_page import COLUMN, ManualPage
from argmap.ui.theme import DARK, palette


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def manual(parent: QWidget) -> Manual:
    made = Manual(parent)
    made.show_page("index")
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> ManualPage:
    made = ManualPage(tmp_path)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def _blocks(page: ManualPage) -> list[QTextBlock]:
    found, block = [], page.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _part(manual: Manual, kind: type, name: str) -> QWidget:
    found = manual.findChild(kind, name)
    assert found is not None
    return found


def test_the_manual_tells_of_texts_and_annotations_for_others(manual: Manual) -> None:
    _part(manual, ManualPage, "manual_page").anchorClicked.emit(QUrl("sharing.md"))
    words = _part(manual, ManualPage, "manual_page").toPlainText()
    for command in ("Export annotated text…", "Export annotations…", "Import annotations…"):
        assert f"File › {command}" in words


def test_the_list_and_the_links_lead_to_pages_and_back_leads_back(manual: Manual, qtbot: QtBot) -> None:
    listed = _part(manual, QListWidget, "manual_pages")
    back = _part(manual, QPushButton, "manual_back")
    page = _part(manual, ManualPage, "manual_page")
    assert not back.isEnabled()
    listed.setCurrentRow(1)
    assert page.toPlainText().startswith("The map")
    page.anchorClicked.emit(QUrl("files.md"))
    assert listed.currentItem().text() == "Files"
    assert manual.windowTitle().startswith("Files")
    for title in ("The map", "argmap"):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
        assert page.toPlainText().startswith(title)
    assert not back.isEnabled()
    assert listed.currentRow() == 0


def test_escape_closes_it_and_the_arrow_keys_scroll(manual: Manual, qtbot: QtBot) -> None:
    manual.show_page("keys")
    page = _part(manual, ManualPage, "manual_page")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    with qtbot.waitSignal(manual.destroyed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_the_column_is_no_wider_than_reads_well(page: ManualPage) -> None:
    page.show_text("# Title\n\n" + "words " * 200)
    for width in (500, 1400):
        page.resize(width, 400)
        layout = _blocks(page)[1].layout()
        line = layout.lineAt(0)
        assert line.width() <= min(COLUMN, width)
        left = page.document().rootFrame().frameFormat().leftMargin()
        assert left == pytest.approx((page.viewport().width() - line.width()) / 2, abs=1)


def test_the_type_is_the_programs(page: ManualPage) -> None:
    page.show_text("# Title\n\nSome **bold** and `code`.\n\n## Next\n\n- one\n- two")
    title, text, heading, item, last = _blocks(page)
    sizes = [block.begin().fragment().charFormat().font().pixelSize() for block in (title, heading, text)]
    assert sizes == [22, 16, 14]
    assert title.begin().fragment().charFormat().font().weight() == 600
    families = set()
    step = text.begin()
    while not step.atEnd():
        shape = step.fragment().charFormat()
        families.add((shape.font().family(), shape.font().weight()))
        step += 1
    assert families == {("Inter", 400), ("Inter", 600), ("JetBrains Mono", 400)}
    assert item.blockFormat().bottomMargin() < last.blockFormat().bottomMargin()


def test_a_picture_is_fitted_to_the_column(page: ManualPage, tmp_path: Path) -> None:
    picture = QImage(1200, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "wide.png"))
    page.show_text("![The map](wide.png)")
    shape = _blocks(page)[0].begin().fragment().charFormat().toImageFormat()
    assert shape.width() == pytest.approx(page.viewport().width() - 72, abs=1)
    assert shape.height() == pytest.approx(shape.width() / 2, abs=1)
    shown = page.grab().toImage()
    assert shown.pixelColor(shown.rect().center().x(), 60) == QColor("red")


def test_a_picture_grows_with_the_column(page: ManualPage, tmp_path: Path) -> None:
    picture = QImage(1200, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "wide.png"))
    page.resize(100, 100)
    page.show_text("![The map](wide.png)")
    page.resize(600, 400)
    assert _pictures(page)[0][0] == pytest.approx(page.viewport().width() - 72, abs=1)
    shown = page.grab().toImage()
    right = shown.rect().center().x() + 200
    assert shown.pixelColor(right, 60) == QColor("red")


def _pictures(page: ManualPage) -> list[tuple[float, float]]:
    """The sizes at which pictures are shown."""
    found = []
    for block in _blocks(page):
        step = block.begin()
        while not step.atEnd():
            shape = step.fragment().charFormat()
            if shape.isImageFormat():
                found.append((shape.toImageFormat().width(), shape.toImageFormat().height()))
            step += 1
    return found


def test_no_page_asks_for_a_picture_that_is_not_there(manual: Manual) -> None:
    page = _part(manual, ManualPage, "manual_page")
    for name in (*PAGES, "keys", "about"):
        manual.show_page(name)
        assert all(min(size) >= 15 for size in _pictures(page))


def test_the_picture_of_the_window_is_as_wide_as_the_text(manual: Manual) -> None:
    page = _part(manual, ManualPage, "manual_page")
    (size,) = _pictures(page)
    assert size[0] > 500


def test_the_key_sheet_has_a_part_for_each_menu_and_every_key_once() -> None:
    text = key_sheet(TABLE, MENUS, shown=lambda key: f"<{key}>")
    parts = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert parts == [*MENUS, "Walking"]
    rows = [line for line in text.splitlines() if "<" in line]
    assert len(rows) == sum(bool(row.keys) for row in TABLE)
    assert all(f"<{key}>" in text for row in TABLE for key in row.keys)


def test_keys_are_shown_as_caps(manual: Manual) -> None:
    manual.show_page("keys")
    page = _part(manual, ManualPage, "manual_page")
    tables = [frame for frame in page.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert sum(table.rows() for table in tables) == sum(bool(row.keys) for row in TABLE)
    for table in tables:
        for row in range(table.rows()):
            shape = table.cellAt(row, 0).firstCursorPosition().block().begin().fragment().charFormat()
            assert shape.isImageFormat()
            assert shape.toImageFormat().height() == 20


@pytest.mark.parametrize(
    ("combination", "keys"),
    [
        ("S", ["S"]),
        ("Ctrl+Shift+S", ["Ctrl", "Shift", "S"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+-", ["Ctrl", "-"]),
    ],
)
def test_a_combination_is_told_apart(combination: str, keys: list[str]) -> None:
    assert keys_of(combination) == keys


def test_caps_are_as_sharp_as_the_screen(qapp: QApplication) -> None:
    single = key_caps("S", QPalette(), dpr=2.0)
    assert single.height() == 40
    assert single.deviceIndependentSize().height() == 20
    assert key_caps("Ctrl+S", QPalette(), dpr=1.0).width() > 2 * single.deviceIndependentSize().width()


def test_links_and_lines_follow_the_theme(page: ManualPage) -> None:
    page.show_text("[a](map.md)\n\n| One | Two |\n| :-- | :-- |\n| a | b |")
    page.setPalette(palette(DARK))
    link = _blocks(page)[0].begin().fragment().charFormat()
    assert link.foreground().color() == DARK.accent
    (table,) = page.document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert table.cellAt(0, 0).format().toTableCellFormat().bottomBorderBrush().color() == DARK.line


def test_pages_that_are_not_there_are_the_first_one() -> None:
    assert page_text("nowhere") == page_text("index")

"""The page of several elements."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.model.records import Strength
from argmap.ui.inspector.inspector import Inspector

Select = Callable[..., None]
LEFT = Qt.MouseButton.LeftButton


def test_it_counts_what_is_selected(inspector: Inspector, select: Select, editor: Editor) -> None:
    select("c01", "c02", "c03")
    assert inspector.several_page.isVisible()
    assert inspector.several_page.title.text() == "3 claims"
    select("c01", "c02", next(iter(editor.map.relations)))
    assert inspector.several_page.title.text() == "2 claims, 1 relation"


def test_a_shared_field_is_set_for_all_in_one_step(
    inspector: Inspector, select: Select, editor: Editor
) -> None:
    select("c01", "c02")
    slider = inspector.several_page.credence.slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert {editor.map.claims[RecordId(key)].credence for key in ("c01", "c02")} == {1.0}
    assert len(editor.history.done) == 1


def test_what_differs_says_so(inspector: Inspector, select: Select) -> None:
    select("c01", "c30")
    page = inspector.several_page
    assert page.voice.button.words == "Several voices"
    assert page.chips.role.text() == "Mixed roles"
    assert page.credence.value.text() == "Mixed"


def test_relations_share_a_strength(inspector: Inspector, select: Select, editor: Editor) -> None:
    first, second = list(editor.map.relations)[:2]
    select(first, second)
    page = inspector.several_page
    assert not page.voice.isVisible()
    QTest.mouseClick(page.strength.field.choice.findChildren(QAbstractButton)[2], LEFT)
    assert {editor.map.relations[key].strength for key in (first, second)} == {Strength.STRONG}


def test_delete_takes_them_all_in_one_step(inspector: Inspector, select: Select, editor: Editor) -> None:
    select("c01", "c02")
    QTest.mouseClick(inspector.several_page.delete, LEFT)
    assert not {"c01", "c02"} & set(editor.map.claims)
    assert len(editor.history.done) == 1

"""The page of the map."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Flag
from argmap.model.roles import Role
from argmap.source.numbering import Numberings
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.inspector.map_page import paragraphs_of
from tests.builders import ids

LEFT = Qt.MouseButton.LeftButton


def test_title_and_abstract_are_edited_in_place(inspector: Inspector, editor: Editor) -> None:
    head = inspector.map_page.head
    assert head.title.toPlainText() == editor.map.info.title
    head.title.setFocus()
    head.title.selectAll()
    QTest.keyClicks(head.title, "Another name")
    head.abstract.setFocus()
    assert editor.map.info.title == "Another name"
    QTest.keyClicks(head.abstract, "!")
    QTest.keyClick(head.abstract, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [entry.label for entry in editor.history.done] == ["Rename map", "Edit abstract"]
    editor.undo()
    editor.undo()
    assert head.title.toPlainText() == editor.map.info.title != "Another name"


def test_a_click_on_a_voice_selects_its_claims(inspector: Inspector, editor: Editor) -> None:
    row = inspector.map_page.voices.rows.rows[RecordId("PO")]
    QTest.mouseClick(row, LEFT)
    assert editor.selection == {key for key, c in editor.map.claims.items() if c.participant == "PO"}
    assert len(editor.selection) == 3


def test_a_voice_is_added_in_place(inspector: Inspector, editor: Editor) -> None:
    voices = inspector.map_page.voices
    QTest.mouseClick(voices.section.add, LEFT)
    QTest.keyClicks(voices.new_name, "Mary")
    QTest.keyClick(voices.new_name, Qt.Key.Key_Return)
    assert [voice.name for voice in editor.map.participants.values()][-1] == "Mary"
    assert voices.section.head.count == "7"


def test_kinds_are_counted_and_select(inspector: Inspector, editor: Editor) -> None:
    row = inspector.map_page.kinds.rows[Role.THESIS]
    assert row.isVisible()
    QTest.mouseClick(row, LEFT)
    assert len(editor.selection) == 3


def test_where_the_voices_of_the_sample_write(editor: Editor) -> None:
    found = [paragraphs_of(editor.map, voice, numberings=Numberings()) for voice in ids("A1", "A2", "PO")]
    assert found == ["¶1–3", "¶4–7", ""]


def test_what_is_worth_a_look_in_the_sample(inspector: Inspector) -> None:
    rows = inspector.map_page.worth.rows.rows.values()
    assert [(row.title.text(), row.detail.text()) for row in rows] == [
        ("The key conflict", "‘No world‑wide Communism’ against ‘Communism beyond the USSR’"),
        ("One date to check", "“In May 1944…” (¶7)"),
        ("Two implicit premises", "supplied by the analyst, not in the text"),
        ("Two undercutters", "they deny the step, not the claim"),
    ]


def test_findings_follow_the_map(inspector: Inspector, editor: Editor) -> None:
    worth = inspector.map_page.worth
    count = len(worth.rows.rows)
    editor.edit("Flag", lambda t: t.update(Claim, RecordId("c01"), flag=Flag.DISPUTED))
    assert len(worth.rows.rows) == count + 1
    editor.undo()
    assert len(worth.rows.rows) == count


def test_a_finding_selects_what_it_speaks_of(inspector: Inspector, editor: Editor) -> None:
    row = inspector.map_page.worth.rows.rows[1]
    QTest.mouseClick(row.title, LEFT, pos=QPoint(5, 9))
    assert editor.selection == {"c30"}

"""The page of a claim, under real keys and a real mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, ClaimKind, Flag, Participant, Strength
from argmap.ui.inspector.claim_page import ClaimPage
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.inspector.relations_section import StepRow
from tests.builders import editor_of, ids, sample, sketch, with_fields

Select = Callable[..., None]
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def claim(editor: Editor, key: str) -> Claim:
    return editor.map.claims[RecordId(key)]


def choose(menu: QMenu, words: str) -> None:
    """Take an entry of a menu that is shown, as a click does."""
    menu.aboutToShow.emit()
    action: QAction = next(a for a in menu.actions() if a.text() == words)
    action.trigger()


def type_over(page: ClaimPage, words: str) -> None:
    page.text.field.setFocus()
    page.text.field.selectAll()
    QTest.keyClicks(page.text.field, words)


def test_it_shows_what_the_claim_is(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    page = inspector.claim_page
    assert page.isVisible()
    assert page.text.field.toPlainText() == claim(editor, "c30").text
    assert page.chips.role.text() == "Evidence"
    assert page.chips.flag.text() == "Date to check"
    assert page.voice.button.words == "Second answerer"
    assert page.credence.value.text() == "30%"
    quote = next(iter(page.quotes.rows.rows.values()))
    assert quote.place.text() == "¶7 · characters 4,186–4,315"
    assert quote.words.text().startswith("“In May 1944")


def test_leaving_the_text_commits_one_step(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    page = inspector.claim_page
    type_over(page, "France was invaded.")
    assert editor.history.done == ()
    page.short_label.field.setFocus()
    assert [entry.label for entry in editor.history.done] == ["Reword claim"]
    assert claim(editor, "c30").text == "France was invaded."
    editor.undo()
    assert page.text.field.toPlainText() == claim(editor, "c30").text != "France was invaded."


def test_ctrl_return_commits_and_stays(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    field = inspector.claim_page.text.field
    type_over(inspector.claim_page, "Kept")
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert claim(editor, "c30").text == "Kept"
    assert field.hasFocus()
    inspector.claim_page.short_label.field.setFocus()
    assert len(editor.history.done) == 1


def test_esc_restores(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    field = inspector.claim_page.text.field
    before = field.toPlainText()
    type_over(inspector.claim_page, "Not kept")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == before
    inspector.claim_page.short_label.field.setFocus()
    assert editor.history.done == ()


def test_ctrl_z_in_the_text_is_the_fields_own(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    field = inspector.claim_page.text.field
    before = field.toPlainText()
    type_over(inspector.claim_page, "x")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.toPlainText() == before
    assert field.hasFocus()


def test_what_is_typed_is_kept_when_the_selection_moves_on(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    type_over(inspector.claim_page, "Kept all the same")
    select("c14")
    assert claim(editor, "c30").text == "Kept all the same"
    assert inspector.claim_page.text.field.toPlainText() == claim(editor, "c14").text


def test_what_is_typed_for_a_claim_that_is_deleted_goes_with_it(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    problems: list[str] = []
    inspector.problem.connect(problems.append)
    type_over(inspector.claim_page, "Too late")
    editor.edit("Delete", lambda transaction: transaction.remove(RecordId("c30")))
    QApplication.processEvents()
    assert RecordId("c30") not in editor.map
    assert problems == []
    assert inspector.map_page.isVisible()


def test_an_edit_elsewhere_does_not_overwrite_what_is_being_typed(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    type_over(inspector.claim_page, "Mine")
    editor.edit("Flag", lambda t: t.update(Claim, RecordId("c30"), flag=Flag.FACT))
    assert inspector.claim_page.text.field.toPlainText() == "Mine"


def test_a_save_can_ask_for_what_is_being_typed(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    type_over(inspector.claim_page, "Saved")
    inspector.commit_pending()
    assert claim(editor, "c30").text == "Saved"


def test_the_short_label_is_edited_in_place(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    field = inspector.claim_page.short_label.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "D-Day")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert claim(editor, "c30").label == "D-Day"
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "D-Day"


def test_a_short_label_is_kept_when_the_selection_moves_on(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    field = inspector.claim_page.short_label.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "D-Day")
    select("c14")
    assert claim(editor, "c30").label == "D-Day"
    assert field.text() == claim(editor, "c14").label


def test_role_and_flag_are_set_by_menu(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    chips = inspector.claim_page.chips
    choose(chips.role.menu(), "Claim")
    assert claim(editor, "c30").kind is ClaimKind.CLAIM
    assert chips.role.text() == "Reason"
    choose(chips.role.menu(), "Implicit: the text does not say it")
    assert claim(editor, "c30").implicit
    assert chips.role.text() == "Implicit"
    choose(chips.flag.menu(), "No flag")
    assert claim(editor, "c30").flag is None
    assert not chips.flag.isVisible()
    choose(chips.flag.menu(), "Disputed")
    assert claim(editor, "c30").flag is Flag.DISPUTED
    assert chips.flag.text() == "Disputed"


def test_a_claim_without_a_flag_is_flagged_by_the_button(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c01")
    chips = inspector.claim_page.chips
    assert chips.add_flag.isVisible()
    QTest.mouseClick(chips.add_flag, LEFT)
    menu = QApplication.activePopupWidget()
    assert menu is chips.flag.menu()
    choose(chips.flag.menu(), "To do")
    menu.close()
    assert claim(editor, "c01").flag is Flag.TO_DO
    assert not chips.add_flag.isVisible()


def test_the_voice_is_chosen_from_a_menu(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    voice = inspector.claim_page.voice
    choose(voice.menu, "pohnpei")
    assert claim(editor, "c30").participant == "PO"
    assert voice.button.words == "pohnpei"
    choose(voice.menu, "No voice")
    assert claim(editor, "c30").participant is None
    editor.undo()
    assert voice.button.words == "pohnpei"


def test_a_new_voice_is_named_in_place(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    voice = inspector.claim_page.voice
    choose(voice.menu, "New voice…")
    assert voice.new_name.hasFocus()
    QTest.keyClicks(voice.new_name, "Mary Wollstonecraft")
    QTest.keyClick(voice.new_name, Qt.Key.Key_Return)
    assert voice.button.words == "Mary Wollstonecraft"
    assert voice.button.isVisible()
    assert len(editor.history.done) == 1


def test_a_drag_of_the_credence_is_one_step(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    slider = inspector.claim_page.credence.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, middle))
    for share in (0.6, 0.7, 0.8):
        QTest.mouseMove(slider, QPoint(round(slider.width() * share), middle))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(round(slider.width() * 0.8), middle))
    held = claim(editor, "c30").credence
    assert held is not None
    assert held > 0.6
    assert round(held * 100) % 5 == 0
    assert [entry.label for entry in editor.history.done] == ["Set credence"]
    editor.undo()
    assert inspector.claim_page.credence.value.text() == "30%"


def test_two_drags_are_two_steps(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    slider = inspector.claim_page.credence.slider
    for share in (0.1, 0.9):
        QTest.mouseClick(slider, LEFT, pos=QPoint(round(slider.width() * share), slider.height() // 2))
    assert len(editor.history.done) == 2


def test_credence_goes_by_keys_and_is_cleared_by_del(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    credence = inspector.claim_page.credence
    credence.slider.setFocus()
    QTest.keyClick(credence.slider, Qt.Key.Key_Right)
    QTest.keyClick(credence.slider, Qt.Key.Key_Right)
    assert claim(editor, "c30").credence == 0.4
    assert len(editor.history.done) == 1
    QTest.keyClick(credence.slider, Qt.Key.Key_Delete)
    assert claim(editor, "c30").credence is None
    assert not credence.slider.isVisible()
    QTest.mouseClick(credence.set_link, LEFT)
    assert claim(editor, "c30").credence == 0.5
    assert credence.slider.isVisible()


def test_tags_are_added_and_removed(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    tags = inspector.claim_page.tags
    QTest.mouseClick(tags.add, LEFT)
    assert tags.new_tag.hasFocus()
    QTest.keyClicks(tags.new_tag, "second front")
    QTest.keyClick(tags.new_tag, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert claim(editor, "c30").tags[-1] == "second front"
    chip = tags.chips["second front"]
    QTest.mouseClick(chip, LEFT, pos=QPoint(8, 11))
    assert "second front" in claim(editor, "c30").tags
    QTest.mouseClick(chip, LEFT, pos=chip.cross.center().toPoint())
    assert "second front" not in claim(editor, "c30").tags
    assert "second front" not in tags.chips


def test_a_click_on_a_relation_goes_to_the_other_claim(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    row = only_row(inspector.claim_page)
    QTest.mouseClick(row.words, LEFT, pos=QPoint(20, 9))
    assert editor.selection == {"c31"}


def only_row(page: ClaimPage) -> StepRow:
    (row,) = page.relations.rows.rows.values()
    return row


def test_the_relation_itself_can_be_inspected(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = only_row(inspector.claim_page)
    QTest.mouseMove(row, QPoint(30, 10))
    QTest.mouseClick(row.edit, LEFT)
    (chosen,) = editor.selection
    assert editor.map.relations[chosen].premises == ("c30",)
    assert inspector.relation_page.isVisible()


def test_the_strength_of_an_only_relation_is_set_at_once(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    row = only_row(inspector.claim_page)
    assert row.strength.isVisible()
    QTest.mouseClick(row.strength.choice.findChildren(QAbstractButton)[2], LEFT)
    (relation,) = editor.map.leaving(RecordId("c30"))
    assert relation.strength is Strength.STRONG
    editor.undo()
    assert row.strength.choice.findChildren(QAbstractButton)[1].isChecked()


def test_of_several_relations_a_click_on_the_glyph_opens_one(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c14")
    rows = list(inspector.claim_page.relations.rows.rows.values())
    assert not any(row.strength.isVisible() for row in rows)
    QTest.mouseClick(rows[1].glyph, LEFT)
    assert [row.strength.isVisible() for row in rows[:3]] == [False, True, False]


def test_a_relation_that_was_opened_is_closed_again_when_one_comes_back(
    inspector: Inspector, select: Select
) -> None:
    select("c14")
    QTest.mouseClick(list(inspector.claim_page.relations.rows.rows.values())[1].glyph, LEFT)
    select("c30")
    select("c14")
    assert not any(row.strength.isVisible() for row in inspector.claim_page.relations.rows.rows.values())


def test_of_the_claims_around_the_voice_is_named_where_it_is_another(inspector: Inspector) -> None:
    voices = (Participant(id=key, name=key, monogram=key[0]) for key in ids("Ada", "Bob"))
    map_ = sketch("thesis <- mine; thesis <- theirs", *voices)
    for name, voice in (("thesis", "Ada"), ("mine", "Ada"), ("theirs", "Bob")):
        map_ = with_fields(map_, name, participant=RecordId(voice))
    editor = editor_of(map_)
    inspector.set_editor(editor)
    editor.select(ids("thesis"))
    rows = inspector.claim_page.relations.rows.rows.values()
    assert [row.words.text() for row in rows] == ["Supported by mine", "Supported by theirs Bob"]


def test_a_key_conflict_is_told_once(inspector: Inspector, select: Select) -> None:
    select("c14")
    words = [row.words.text() for row in inspector.claim_page.relations.rows.rows.values()]
    assert sum(text.startswith("Key conflict with") for text in words) == 1
    assert len(words) == 5


def test_show_asks_for_the_passage(inspector: Inspector, select: Select) -> None:
    select("c30")
    asked: list[str] = []
    inspector.passage_chosen.connect(asked.append)
    quote = next(iter(inspector.claim_page.quotes.rows.rows.values()))
    assert quote.show_button.text() == "Show"
    QTest.mouseClick(quote.show_button, LEFT)
    (excerpt,) = sample().excerpts_of(RecordId("c30"))
    assert asked == [excerpt.id]


@pytest.mark.parametrize(
    ("anchoring", "words"),
    [(Anchoring.MOVED, "¶7 · moved, please check"), (Anchoring.LOST, "Lost: not in the text any more")],
)
def test_a_passage_that_is_not_sure_says_so_and_can_be_checked(
    inspector: Inspector, anchoring: Anchoring, words: str
) -> None:
    map_ = sample()
    (excerpt,) = map_.excerpts_of(RecordId("c30"))
    editor = editor_of(with_fields(map_, excerpt.id, anchoring=anchoring))
    inspector.set_editor(editor)
    editor.select(ids("c30"))
    quote = next(iter(inspector.claim_page.quotes.rows.rows.values()))
    assert (quote.place.text(), quote.show_button.text()) == (words, "Check")


def test_plus_at_relations_asks_to_connect(inspector: Inspector, select: Select) -> None:
    select("c30")
    asked: list[str] = []
    inspector.connect_requested.connect(asked.append)
    QTest.mouseClick(inspector.claim_page.relations.section.add, LEFT)
    assert asked == ["c30"]

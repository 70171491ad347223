"""The message bar says what happened and offers answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from argmap.ui.chrome.message_bar import MessageBar, MessageKind
from argmap.ui.parts.buttons import IconButton, TextButton


@pytest.fixture
def bar(look, window):
    bar = MessageBar(look, parent=window)
    bar.resize(900, 54)
    return bar


def buttons(bar):
    return [button for button in bar.findChildren(TextButton) if button.isVisible()]


def ignore() -> None:
    pass


def test_it_is_hidden_until_there_is_something_to_say(bar):
    assert bar.isHidden()
    bar.show_message(MessageKind.WARNING, "Recovered “Stalin’s goals”.")
    assert bar.isVisible()
    assert bar.accessibleName() == "Recovered “Stalin’s goals”."


def test_a_button_hides_the_bar_and_does_its_work(bar, qtbot):
    done: list[str] = []
    answers = [("Compare", lambda: done.append("compare")), ("Keep", lambda: done.append("keep"))]
    bar.show_message(MessageKind.WARNING, "Recovered.", answers)
    qtbot.mouseClick(buttons(bar)[1], Qt.MouseButton.LeftButton)
    assert done == ["keep"]
    assert bar.isHidden()


def test_an_answer_may_show_the_next_message(bar, qtbot):
    def next_message() -> None:
        bar.show_message(MessageKind.DANGER, "That did not work either.", [("Save elsewhere…", ignore)])

    bar.show_message(MessageKind.DANGER, "Could not save.", [("Try again", next_message)])
    qtbot.mouseClick(buttons(bar)[0], Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert [button.text() for button in buttons(bar)] == ["Save elsewhere…"]


def test_the_latest_message_replaces_the_last(bar):
    bar.show_message(MessageKind.WARNING, "One.", [("A", ignore), ("B", ignore)])
    bar.show_message(MessageKind.WARNING, "Two.", [("C", ignore)])
    assert [button.text() for button in buttons(bar)] == ["C"]
    assert "Two." in bar.findChild(QLabel).text()


def test_what_lasts_comes_back_when_what_was_shown_over_it_is_gone(bar):
    bar.show_message(MessageKind.WARNING, "Recovered.", [("Keep", ignore)], is_lasting=True)
    bar.show_message(MessageKind.DANGER, "Could not save.", [("Elsewhere", ignore)])
    bar.show_message(MessageKind.DANGER, "Nor there.")
    assert bar.accessibleName() == "Nor there."
    bar.clear()
    assert bar.isVisible()
    assert bar.accessibleName() == "Recovered."
    assert [button.text() for button in buttons(bar)] == ["Keep"]
    bar.clear()
    assert bar.accessibleName() == "Recovered."
    bar.dismiss()
    assert bar.isHidden()


def test_what_lasts_waits_while_there_is_a_question(bar, qtbot):
    bar.show_message(MessageKind.WARNING, "It is open elsewhere.", [("Open a copy", ignore)])
    bar.show_message(MessageKind.WARNING, "Recovered.", [("Keep", ignore)], is_lasting=True)
    assert bar.accessibleName() == "It is open elsewhere."
    qtbot.mouseClick(buttons(bar)[0], Qt.MouseButton.LeftButton)
    assert bar.accessibleName() == "Recovered."


def test_what_lasts_waits_for_its_turn_however_many_there_are(bar):
    bar.show_message(MessageKind.DANGER, "That did not work.")
    for text in ("First.", "Second."):
        bar.show_message(MessageKind.WARNING, text, [("Keep", ignore)], is_lasting=True)
    assert bar.accessibleName() == "That did not work."
    bar.dismiss()
    assert bar.accessibleName() == "First."
    bar.dismiss()
    assert bar.accessibleName() == "Second."
    bar.dismiss()
    assert bar.isHidden()


def test_a_save_settles_what_was_said_about_saving_and_nothing_else(bar):
    bar.show_message(MessageKind.WARNING, "Merged. One thing was changed by both.", [("Undo", ignore)])
    bar.settle()
    assert bar.isVisible()
    bar.show_message(MessageKind.DANGER, "Could not save.", [("Elsewhere", ignore)], until_saved=True)
    bar.settle()
    assert bar.isHidden()


def test_what_lasts_can_be_said_anew(bar):
    bar.show_message(MessageKind.WARNING, "First.", is_lasting=True)
    bar.show_message(MessageKind.WARNING, "Second.", is_lasting=True)
    bar.forget_lasting()
    assert bar.isHidden()
    bar.show_message(MessageKind.DANGER, "That did not work.")
    bar.show_message(MessageKind.WARNING, "First.", is_lasting=True)
    bar.forget_lasting()
    assert bar.accessibleName() == "That did not work."


@pytest.mark.parametrize("press", ["click", "escape"])
def test_it_can_be_closed(bar, qtbot, press):
    bar.show_message(MessageKind.WARNING, "Recovered.")
    close = bar.findChild(IconButton)
    if press == "click":
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_only_the_first_sentence_is_bold_and_nothing_is_taken_for_markup(bar):
    bar.show_message(MessageKind.DANGER, "Could not read a.b <i>. It is & stays.")
    text = bar.findChild(QLabel).text()
    bold, rest = text.removeprefix('<span style="font-weight:600">').split("</span>")
    assert bold == "Could not read a.b &lt;i&gt;."
    assert rest == " It is &amp; stays."


def test_its_edge_says_how_grave_it_is_in_both_looks(bar, look, dark):
    for wanted in (look, dark):
        bar.set_look(wanted)
        theme = wanted.theme
        for kind, colour in (
            (MessageKind.WARNING, theme.warn),
            (MessageKind.DANGER, theme.danger),
        ):
            bar.show_message(kind, "Something happened.")
            assert bar.grab().toImage().pixelColor(8, bar.height() // 2) == colour


def test_a_long_message_makes_it_higher(bar):
    bar.show_message(MessageKind.WARNING, "Short.")
    low = bar.heightForWidth(500)
    bar.show_message(MessageKind.WARNING, "Long. " + "It goes on and on. " * 12)
    assert bar.heightForWidth(500) > low


def test_every_button_is_large_enough_to_hit(bar):
    bar.show_message(MessageKind.WARNING, "Recovered.", [("OK", ignore)])
    for button in bar.findChildren(QAbstractButton):
        assert button.sizeHint().height() >= 24 or button.height() >= 24

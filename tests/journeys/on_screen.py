"""From the text to the map on a real screen: run in a process of its own by `test_on_screen.py`.

The pointer and the keys are the screen's, moved by xdotool, so that drags are those of the window system.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, RelationKind, Source
from argmap.source.anchor import is_exact
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.text_lines import line_boxes
from tests.ui.windows import Desk, open_window

JOSTLED = RecordId("c25")
SENTENCE = "they reluctantly agreed"
PATIENCE = 20_000
"""Milliseconds after which a screen that does not answer has failed."""


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not condition():
        assert clock.elapsed() < PATIENCE
        QTest.qWait(20)


def hand(*acts: str) -> None:
    """Let xdotool act while the window goes on living, a moment after each act as a person's."""
    words = [word for act in acts for word in (*act.split(), "sleep", "0.04")]
    thread = Thread(target=subprocess.run, args=(["xdotool", *words],), kwargs={"check": True})
    thread.start()
    wait_for(lambda: not thread.is_alive())
    QApplication.processEvents()


def at(place: QPoint) -> str:
    return f"mousemove {place.x()} {place.y()}"


def on_screen(widget: QWidget, place: QPointF | QPoint) -> QPoint:
    return widget.mapToGlobal(QPointF(place).toPoint())


def map_of(desk: Desk) -> ArgumentMap:
    return desk.window.document.editor.map


def source_of(desk: Desk) -> Source:
    (source,) = map_of(desk).sources.values()
    return source


def text_of(desk: Desk) -> SourceText:
    return desk.window.panes.source.text


def place_of(desk: Desk, offset: int, *, is_end: bool = False) -> QPoint:
    """Where a letter stands on the screen."""
    text = text_of(desk)
    position = Utf16Offsets(source_of(desk).body).to_utf16(offset)
    start, end = (position - 1, position) if is_end else (position, position + 1)
    box = next(line_boxes(text.document(), start, end)).rect
    edge = QPointF(box.right() if is_end else box.left(), box.center().y() - text.top())
    return on_screen(text.viewport(), edge)


def select(desk: Desk, start: int, end: int) -> str:
    """Select with the mouse; what is selected then."""
    text = text_of(desk)
    above = place_of(desk, start).y() - on_screen(text.viewport(), QPoint(0, 60)).y()
    text.verticalScrollBar().setValue(text.top() + above)
    first, last = place_of(desk, start), place_of(desk, end, is_end=True)
    hand(at(first), "mousedown 1", at(first + QPoint(9, 3)), at(last), at(last), "mouseup 1")
    quote = desk.window.panes.source.selected_quote
    assert quote is not None
    return source_of(desk).body[quote.start : quote.end]


def drag_a_sentence_onto_a_card(desk: Desk) -> None:
    before, body = map_of(desk), source_of(desk).body
    start = body.index(SENTENCE)
    end = body.index(".", start)
    words = select(desk, start, end)
    assert words == body[start:end]
    canvas = desk.window.panes.canvas
    card = on_screen(canvas, canvas.element_rect(JOSTLED).center())
    grip = place_of(desk, start + 2) + QPoint(4, 0)
    way = [grip + (card - grip) * (step / 8) for step in range(1, 9)]
    hand(at(grip), "mousedown 1", at(grip + QPoint(14, 0)), *map(at, way), at(card), "mouseup 1")
    wait_for(lambda: map_of(desk) is not before)
    (key,) = desk.window.document.editor.selection
    (relation,) = map_of(desk).leaving(key)
    assert (relation.target, relation.kind) == (JOSTLED, RelationKind.SUPPORT)
    assert [held.exact for held in map_of(desk).excerpts_of(key)] == [words]
    hand("key Return", "key ctrl+z")
    assert map_of(desk) == before


def make_a_claim_of_two_paragraphs(desk: Desk) -> None:
    before, body = map_of(desk), source_of(desk).body
    line = body.index("\n", 400)
    words = select(desk, line - 60, line + 50)
    assert "\n" in words
    hand("key n", "key Return")
    (key,) = desk.window.document.editor.selection
    (excerpt,) = map_of(desk).excerpts_of(key)
    assert (excerpt.exact, map_of(desk).claims[key].text) == (words, " ".join(words.split()))
    hand("key ctrl+z")
    assert map_of(desk) == before


def type_above_all_passages(desk: Desk) -> None:
    before = map_of(desk)
    assert len(before.table(Excerpt)) > 20
    text = text_of(desk)
    text.verticalScrollBar().setValue(0)
    hand("key ctrl+shift+e")
    assert desk.window.panes.source.is_editing
    letters = [f"key {letter}" for letter in "Preface"]
    hand(at(place_of(desk, 0)), "click 1", "key Home", *letters, "key Return", "key ctrl+Return")
    after = map_of(desk)
    assert source_of(desk).body == f"Preface\n{next(iter(before.sources.values())).body}"
    assert all(is_exact(source_of(desk), held) for held in after.excerpts.values())
    hand("key ctrl+z")
    assert map_of(desk) == before
    cursor = QTextCursor(text.document())
    cursor.select(QTextCursor.SelectionType.Document)
    assert cursor.selectedText().replace("\u2029", "\n") == source_of(desk).body


def main() -> int:
    """Do all of it in one window; 0 where all of it went well."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_window(Path(folder), sample=True)
        desk.window.move(0, 0)
        assert QTest.qWaitForWindowExposed(desk.window)
        hand("mousemove 800 500", "sleep 0.5")  # the screen may still be giving the window its size
        for story in (
            drag_a_sentence_onto_a_card,
            make_a_claim_of_two_paragraphs,
            type_above_all_passages,
        ):
            story(desk)
            print(story.__name__, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Where passages stand in the whole of a text, and the rail that shows it, in short texts and long ones."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Source
from argmap.model.roles import Role
from argmap.source.anchor import make_excerpt
from argmap.ui.look import Look
from argmap.ui.source.coverage_rail import CoverageRail
from argmap.ui.source.passages import Passage
from argmap.ui.source.source_view import SourceView
from argmap.ui.source.text_lines import LINE, is_long, line_boxes
from argmap.ui.source.ticks import Ticks
from tests.builders import editor_of

SENTENCE = "Nobody who has seen the harvest of that year will doubt it. "
PARAGRAPH = SENTENCE * 8
LONG = "\n".join(f"{number}. {PARAGRAPH}" for number in range(200))


def made(qtbot: QtBot, look: Look, *, body: str, spans: list[tuple[int, int]]) -> SourceView:
    """The panel with a text of which so many passages are tied to a claim each."""
    text = Source(id=RecordId("text"), title="Text", body=body)
    keys = [RecordId(f"c{number}") for number in range(len(spans))]
    tied = [
        make_excerpt(text, span, key=RecordId(f"x-{key}"), element=key)
        for key, span in zip(keys, spans, strict=True)
    ]
    view = SourceView(editor_of(ArgumentMap([text, *(Claim(id=key, text=key) for key in keys), *tied])), look)
    qtbot.addWidget(view)
    view.resize(304, 800)
    return view


def shown(qtbot: QtBot, look: Look, *, body: str, spans: list[tuple[int, int]]) -> SourceView:
    """The same, shown."""
    view = made(qtbot, look, body=body, spans=spans)
    with qtbot.waitExposed(view):
        view.show()
    return view


def wait_for_layout(view: SourceView, qtbot: QtBot) -> None:
    """Until Qt has laid out all of the text."""
    qtbot.waitUntil(lambda: view.text.document().lastBlock().layout().lineCount() > 0, timeout=20_000)


def rail_of(view: SourceView) -> QImage:
    return view.findChild(CoverageRail).grab().toImage()


def test_a_passage_far_down_is_brought_into_view_before_qt_has_come_to_it(qtbot: QtBot, look: Look) -> None:
    body = LONG + "\nYes." * 3000 + "\nNo, indeed." + "\nYes." * 100
    span = (body.index("No, indeed."), body.index("No, indeed.") + 11)
    view = made(qtbot, look, body=body, spans=[span])
    view.show()
    assert is_long(view.text.document())
    assert not view.text.document().lastBlock().layout().lineCount()
    view.reveal("c0")
    box = next(line_boxes(view.text.document(), *span)).rect
    assert 0 <= box.top() - view.text.top() <= view.text.viewport().height() - LINE
    assert box.top() > 3000 * LINE


def test_a_short_text_is_laid_out_to_its_end_at_once(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, body="\n".join(LONG.split("\n")[:60]), spans=[])
    assert not is_long(view.text.document())
    for width in (304, 500):
        view.resize(width, 800)
        assert view.text.document().lastBlock().layout().lineCount()
        before = view.text.verticalScrollBar().maximum()
        QTest.qWait(0)
        assert view.text.verticalScrollBar().maximum() == before


def test_in_a_long_text_a_tick_stands_within_a_line_of_its_passage(qtbot: QtBot, look: Look) -> None:
    starts = [LONG.index(f"\n{number}. ") + 1 for number in range(1, 200)]
    spans = [
        (start + 70 * (n % 4), start + 70 * (n % 4) + 40 * (1 + n % 9)) for n, start in enumerate(starts)
    ]
    view = shown(qtbot, look, body=LONG, spans=spans)
    wait_for_layout(view, qtbot)
    document = view.text.document()
    passages = [
        Passage(excerpt=RecordId(f"x{n}"), element=RecordId("c"), role=Role.CLAIM, start=start, end=end)
        for n, (start, end) in enumerate(sorted(spans, key=lambda span: span[0] - span[1]))
    ]
    ticks = Ticks(document)
    ticks.set_passages(passages)
    high = document.size().height()
    for tick, passage in zip(ticks.all(), passages, strict=True):
        boxes = [box.rect for box in line_boxes(document, passage.start, passage.end)]
        assert abs(tick.top * high - boxes[0].top()) <= LINE
        assert abs(tick.bottom * high - boxes[-1].bottom()) <= LINE


def test_the_rail_of_a_long_text_shows_its_passages_when_it_is_laid_out(qtbot: QtBot, look: Look) -> None:
    span = (LONG.index("100. "), LONG.index("101. "))
    view = shown(qtbot, look, body=LONG, spans=[span])
    wait_for_layout(view, qtbot)
    view.text.verticalScrollBar().setValue(0)
    bare = rail_of(shown(qtbot, look, body=LONG, spans=[]))
    rows = [y for y in range(30, bare.height()) if rail_of(view).pixel(6, y) != rail_of(view).pixel(0, y)]
    assert rows
    assert abs(rows[0] / bare.height() - 0.5) < 0.02
    QTest.mouseClick(view.findChild(CoverageRail), Qt.MouseButton.LeftButton, pos=QPoint(6, rows[0]))
    top = next(line_boxes(view.text.document(), *span)).rect.top() - view.text.top()
    assert 0 < top < view.text.viewport().height()


def test_a_long_tick_is_seen_among_more_short_ones_than_there_are_pixels(qtbot: QtBot, look: Look) -> None:
    lines = [LONG.index(f"\n{number}. ") + 1 for number in range(1, 200)]
    short = [(start + 60 * n, start + 60 * n + 20) for start in lines[:150] for n in range(7)]
    chapter = (lines[140], lines[190])
    view = shown(qtbot, look, body=LONG, spans=[chapter, *short])
    wait_for_layout(view, qtbot)
    rail = view.findChild(CoverageRail)
    assert len(short) > rail.height()
    picture = rail_of(view)
    for share in (0.2, 0.5, 0.83, 0.93):
        y = round(share * rail.height())
        assert picture.pixel(6, y) != picture.pixel(0, y)
    assert picture.pixel(6, round(0.98 * rail.height())) == picture.pixel(0, round(0.98 * rail.height()))


def are_alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same, but for how Qt rounds a soft edge where it clips."""
    if one == other:
        return True
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return all(abs(left - right) <= 4 for left, right in pairs)


def test_whatever_part_is_painted_alone_looks_as_in_the_whole(view: SourceView, editor: Editor) -> None:
    """Where a letter is typed or the text cursor blinks, only that part is painted."""
    text = view.text
    text.clearFocus()
    editor.select([RecordId("c01"), RecordId("c30")])
    for value in (0, 300, 900, 1500):
        text.verticalScrollBar().setValue(value)
        whole = text.viewport().grab().toImage()
        edges = [*range(0, whole.height(), 13), whole.height()]
        for top, bottom in pairwise(edges):
            part = whole.rect().adjusted(0, top, 0, bottom - whole.height())
            assert are_alike(text.viewport().grab(part).toImage(), whole.copy(part)), (value, top)

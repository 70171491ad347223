"""What the source panel costs under load, beside a bare text browser of Qt with the same text in it.

    python -m tests.benchmarks.source_panel [PASSAGES]

The text is one megabyte in 2,000 paragraphs; passages, of which some lie within others or across their ends,
tie it to 1,000 claims. Both are 304 by 800 pixels large, paint into memory, and take turns in one process.

Figures are process CPU in milliseconds: medians over the steps of a round, the middle of some rounds; a row
ends with the ratio to the bare one, where that can do the same. A keystroke is compared with an editable text
of Qt that has the panel's font and paragraphs.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from argmap.editor.editor import Editor
from argmap.edits import excerpts
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids
from argmap.model.records import Claim, Relation, RelationKind, Source
from argmap.source.anchor import make_excerpt
from argmap.source.sentences import sentences

WIDTH, HEIGHT = 304, 800
PARAGRAPHS, LENGTH = 2000, 500
CLAIMS, PASSAGES = 1000, 5000
ROUNDS, STEPS = 3, 40
SEED = 20
TEXT = RecordId("text")
WORDS = (
    "the a of to and in that it was for on as with his they at be this from have or by one had not but what "
    "all were when we there can an your which their said if do will each about how up out them then she many "
    "some so these would other into has more her two like him see time could no make than first been its who "
    "argument conclusion evidence government witness harvest parliament mountain question Pohnpei señor naïve"
).split()
NAMES = ("opened, first picture", "opened, all laid out", "scrolled a page", "scrolled a page, worst")
OWN = ("hovered", "selected", "tied", "keystroke")


def text(chance: random.Random) -> str:
    """One megabyte of sentences."""
    return "\n".join(_paragraph(chance) for _ in range(PARAGRAPHS))


def _paragraph(chance: random.Random) -> str:
    found: list[str] = []
    while sum(map(len, found)) + len(found) < LENGTH:
        found.append(" ".join(chance.choices(WORDS, k=chance.randint(6, 22))).capitalize() + ".")
    return " ".join(found)


def spans(body: str, chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Passages: whole sentences, and with every fifth one a part of it or words across its end."""
    whole = [(sentence.start, sentence.end) for sentence in sentences(body)]
    found: list[tuple[int, int]] = []
    for number in range(count):
        start, end = whole[chance.randrange(len(whole))]
        if number % 5 == 1:
            start, end = found[-1][0] + 4, max(found[-1][1] - 6, found[-1][0] + 9)
        elif number % 5 == 2:
            start, end = found[-2][1] - 12, min(found[-2][1] + 40, len(body))
        found.append((start, end))
    return found


def editor(count: int) -> Editor:
    """An editor on a map of so many passages in the text."""
    chance = random.Random(SEED)
    made = Source(id=TEXT, title="One megabyte", body=text(chance))
    keys = [RecordId(f"c{number}") for number in range(CLAIMS)]
    kinds = (RelationKind.SUPPORT, RelationKind.SUPPORT, RelationKind.ATTACK)
    relations = (
        Relation(id=RecordId(f"r{n}"), premises=(key,), target=keys[(n - 1) // 3], kind=kinds[n % 3])
        for n, key in enumerate(keys)
        if n
    )
    tied = (
        make_excerpt(made, span, key=RecordId(f"x{number}"), element=keys[number % CLAIMS])
        for number, span in enumerate(spans(made.body, chance, count))
    )
    records = (made, *(Claim(id=key, text=f"Claim {key}") for key in keys), *relations, *tied)
    return Editor(ArgumentMap(records), counting_ids(1_000_000))


class Panel(NamedTuple):
    """What is measured: a widget, and the text in it."""

    widget: Any
    text: Any


class Bench:
    """Both contenders on one text, one after the other."""

    def __init__(self, editor_: Editor) -> None:
        from PySide6.QtWidgets import QApplication

        from argmap.ui.fonts import load_fonts
        from argmap.ui.garbage import Garbage
        from argmap.ui.icons import Icons
        from argmap.ui.look import Look
        from argmap.ui.text_shaper import TextShaper
        from argmap.ui.theme import LIGHT

        self.qt = QApplication([])
        load_fonts()
        self.garbage = Garbage(self.qt)  # as in the program
        self.look = Look(LIGHT, Icons(), TextShaper())
        self.editor = editor_
        self.body = editor_.map.sources[TEXT].body

    def bare(self) -> Panel:
        """A text browser, with the panel's font and nothing else."""
        from PySide6.QtWidgets import QTextBrowser

        from argmap.ui.fonts import SERIF, font

        made = QTextBrowser()
        made.setFont(font(15, family=SERIF))
        made.setPlainText(self.body)
        return Panel(made, made)

    def ours(self) -> Panel:
        """The source panel."""
        from argmap.ui.source.source_view import SourceView

        made = SourceView(self.editor, self.look)
        return Panel(made, made.text)

    def round(self, make: Callable[[], Panel]) -> dict[str, float]:
        """The figures that both have."""
        begun = time.process_time()
        panel = make()
        panel.widget.resize(WIDTH, HEIGHT)
        panel.widget.show()
        panel.widget.repaint()
        shown = time.process_time()
        self._lay_out(panel)
        found = {NAMES[0]: 1000 * (shown - begun), NAMES[1]: 1000 * (time.process_time() - begun)}
        pages = self._pages(panel)
        found |= {NAMES[2]: statistics.median(pages), NAMES[3]: max(pages), OWN[0]: self._hovers(panel)}
        if panel.widget is not panel.text:
            found |= {OWN[1]: self._selections(panel), OWN[2]: self._ties()}
        panel.widget.close()
        panel.widget.deleteLater()
        self.qt.processEvents()
        return found

    def _lay_out(self, panel: Panel) -> None:
        """Qt lays a long text out by and by: wait until it has come to the end."""
        last = panel.text.document().lastBlock().layout()
        while not last.lineCount():
            self.qt.processEvents()
        self.qt.processEvents()

    def _pages(self, panel: Panel) -> list[float]:
        """Every page of the text, from top to bottom."""
        bar, page = panel.text.verticalScrollBar(), panel.text.viewport().height()
        return self._costs([lambda at=at: bar.setValue(at) for at in range(page, bar.maximum(), page)])

    def _hovers(self, panel: Panel) -> float:
        """The pointer on its way down over the text."""
        from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        viewport, none = panel.text.viewport(), Qt.MouseButton.NoButton
        panel.text.verticalScrollBar().setValue(panel.text.verticalScrollBar().maximum() // 2)
        self.qt.processEvents()
        keys, places = (
            Qt.KeyboardModifier.NoModifier,
            [QPointF(60 + 3 * n, 60 + 13 * n) for n in range(STEPS)],
        )
        moves = [
            QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, none, keys)
            for at in places
        ]
        return statistics.median(
            self._costs([lambda move=move: QCoreApplication.sendEvent(viewport, move) for move in moves])
        )

    def _selections(self, panel: Panel) -> float:
        """Elements with passages selected one after the other, and brought into view."""

        def select(key: RecordId) -> None:
            self.editor.select([key])
            panel.widget.reveal(key)

        keys = [RecordId(f"c{17 * number}") for number in range(STEPS)]
        cost = statistics.median(self._costs([lambda key=key: select(key) for key in keys]))
        self.editor.select([])
        return cost

    def _ties(self) -> float:
        """A commit that ties a claim to a passage: with the panel, less what it costs without."""
        alone = Editor(self.editor.map, counting_ids(2_000_000))
        spots = [(self.body.index(" ", 20_000 * n + 9_000), 20_000 * n + 9_100) for n in range(STEPS)]

        def tie(to: Editor, span: tuple[int, int]) -> None:
            to.edit("Tie", lambda t: excerpts.attach(t, RecordId("c5"), TEXT, span=span))

        with_panel = self._costs([lambda span=span: tie(self.editor, span) for span in spots])
        without = self._costs([lambda span=span: tie(alone, span) for span in spots])
        while self.editor.undo():
            pass
        return statistics.median(with_panel) - statistics.median(without)

    def _costs(self, steps: Sequence[Callable[[], object]]) -> list[float]:
        """CPU milliseconds of each step, with all that is painted after it."""
        costs = []
        for step in steps:
            begun = time.process_time()
            step()
            self.qt.processEvents()
            costs.append(1000 * (time.process_time() - begun))
        return costs

    def keystrokes(self) -> tuple[float, float]:
        """A letter typed in the middle, by turns into an editable text of Qt and into the panel."""
        bare, panel = self._editable(), self.ours()
        for each in (bare, panel):
            self._put_cursor_into_the_middle(each)
        panel.widget.begin_editing()
        self.qt.processEvents()
        costs = [(self._costs([self._key(bare)]), self._costs([self._key(panel)])) for _ in range(STEPS)]
        panel.widget.editing.drop()
        for each in (bare, panel):
            each.widget.close()
        return statistics.median(bare for (bare,), _ in costs), statistics.median(own for _, (own,) in costs)

    def _editable(self) -> Panel:
        """A bare text that can be edited, with the panel's font, paragraphs and margins: as many lines."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QTextEdit

        from argmap.source.lines import lines_of
        from argmap.ui.fonts import SERIF, font
        from argmap.ui.source.block_shapes import shape_text

        made = QTextEdit()
        made.setFont(font(15, family=SERIF))
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.document().setDocumentMargin(0)
        made.setPlainText(self.body)
        shape_text(made.document(), lines_of(self.editor.map, self.editor.map.sources[TEXT]))
        return Panel(made, made)

    def _put_cursor_into_the_middle(self, panel: Panel) -> None:
        panel.widget.resize(WIDTH, HEIGHT)
        panel.widget.show()
        self._lay_out(panel)
        cursor = panel.text.textCursor()
        cursor.setPosition(len(self.body) // 2)
        panel.text.setTextCursor(cursor)

    def _key(self, panel: Panel) -> Callable[[], object]:
        """Typing a letter."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        made = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "e")
        return lambda: QCoreApplication.sendEvent(panel.text, made)


def main(count: str = str(PASSAGES)) -> None:
    """Let both take turns, and print one table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bench = Bench(editor(int(count)))
    rounds = [(bench.round(bench.bare), bench.round(bench.ours), bench.keystrokes()) for _ in range(ROUNDS)]
    print(f"{'CPU ms':24}{'bare':>10}{'panel':>10}{'ratio':>8}")
    for name in (*NAMES, *OWN):
        if name == "keystroke":
            pairs = [keys for _, _, keys in rounds]
        else:
            pairs = [(bare.get(name, float("nan")), ours[name]) for bare, ours, _ in rounds]
        bare_cost, cost = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"{name:24}{bare_cost:10.2f}{cost:10.2f}{cost / bare_cost:8.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])

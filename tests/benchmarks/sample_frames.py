"""What a frame of the essay's map costs: a full repaint at Fit and a step of a drag, beside two node editors.

Each contender runs in processes of its own, in turn with the others, in the same run, on the same map in a
window of the same size:

    python -m tests.benchmarks.sample_frames

NodeGraphQt and qtpynodeeditor are drawn with titles only, without wrapped text, icons or routed arrows, so
they draw less. Real mouse events drag several cards, one after the other, along the same way in each; steps
that paint nothing (a card that has snapped into line stays for a moment) are left out. “Nothing kept” means
that each contender drops its pictures of the window and of single items; texts broken into lines, the ways of
arrows and the pieces that items share (here icons, heads and the bodies of cards of one size) stay.

Figures are process CPU in milliseconds: medians over many frames, averaged over the cards, the middle of some
rounds; a row ends with the ratio to argmap. Needs `pip install -e .[bench]`; a contender that is not there is
left out, with a word.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 1600, 1000
FRAMES = 120
ROUNDS = 3
CARDS = ("c18", "c14", "c20", "c01", "c26")
"""They are dragged: with 2, 6, 5, 5 and 1 arrows, some of them linked, cut or in a key conflict.

That is more than most have, so the mean over all claims stands in a column of its own.
"""
COLUMNS = {
    "repaint": "repaint, nothing kept",
    "again": "repaint once more",
    "drag": "step of a drag",
    "any": "the same, of any claim",
}
CONTENDERS = ("argmap", "NodeGraphQt", "qtpynodeeditor")


def measure(step: Callable[[int], None], frames: int = FRAMES, *, watched: Any = None) -> float:
    """CPU milliseconds of one step, the median; of a watched widget only steps that paint it count."""
    paints = None if watched is None else PaintCount(watched)
    step(0)
    costs = []
    for number in range(1, frames + 1):
        seen = paints.count if paints else 0
        begun = time.process_time()
        step(number)
        cost = (time.process_time() - begun) * 1000
        if paints is None or paints.count > seen:
            costs.append(cost)
    if paints is not None:
        paints.stop()
    return statistics.median(costs) if len(costs) >= frames / 2 else float("nan")


def sample() -> Any:
    """The essay's map."""
    from argmap.formats.native import read
    from argmap.resources import resource

    return read(resource("examples", "stalins-goals.argmap").read_bytes())


def application() -> Any:
    """Qt with the fonts of the program."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    return QApplication([])


def run_argmap() -> dict[str, float]:
    """The canvas of the program."""
    qt = application()
    from argmap.editor.editor import Editor
    from argmap.model.ids import random_id
    from argmap.ui.canvas.canvas import Canvas
    from argmap.ui.fonts import load_fonts
    from argmap.ui.icons import Icons
    from argmap.ui.look import Look
    from argmap.ui.text_shaper import TextShaper
    from argmap.ui.theme import LIGHT

    load_fonts()
    look = Look(LIGHT, Icons(), TextShaper())
    editor = Editor(sample(), random_id)
    canvas = Canvas(editor, look)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    canvas.fit(at_once=True)
    qt.processEvents()

    def repaint(_: int) -> None:
        canvas.repaint()

    def repaint_anew(number: int) -> None:
        canvas._stage.spoil()
        repaint(number)

    found = {"repaint": measure(repaint_anew), "again": measure(repaint)}
    found |= mean_drags(
        {
            card: drag(
                canvas,
                canvas.element_rect(card).center().toPointF(),
                lambda card=card: canvas.boxes[card],
                end=canvas.cancel_gesture,
            )
            for card in editor.map.claims
        }
    )
    if editor.history.done:
        raise SystemExit("a card was left elsewhere: the next ones were dragged on another map")
    return found


def mean_drags(costs: dict[str, float | None]) -> dict[str, float]:
    """Means over the cards that are dragged, and over all that could be taken."""
    taken = {card: cost for card, cost in costs.items() if cost is not None}
    return {
        "drag": statistics.mean(taken[card] for card in CARDS),
        "any": statistics.mean(taken.values()),
    }


def drag(
    widget: Any, start: Any, place: Callable[[], Any], *, end: Callable[[], None] = lambda: None
) -> float | None:
    """What a step costs of dragging what stands there; it goes back to where it was in the end.

    None where it could not be taken, for something lay over it. The events are made before the clock runs;
    `end` gives up the drag before the button is let go.
    """
    from PySide6.QtCore import QCoreApplication, QPointF

    qt, pointer, before = QCoreApplication.instance(), Pointer(widget), place()
    way = [start + QPointF(10 + 7 * step, 10 + 5 * step) for step in range(20)]
    moves = [pointer.event("MouseMove", way[number % len(way)]) for number in range(FRAMES + 1)]
    send, process = QCoreApplication.sendEvent, qt.processEvents

    def step(number: int) -> None:
        send(widget, moves[number])
        process()

    pointer.press(start)
    cost = measure(step, watched=widget)
    is_taken = place() != before
    pointer.move(start)
    end()
    pointer.release(start)
    process()
    return cost if is_taken else None


def _titles(map_: Any) -> dict[str, str]:
    return {key: claim.label or claim.text[:30] for key, claim in map_.claims.items()}


def _arrows(map_: Any) -> list[tuple[str, str]]:
    """Pairs of cards; an undercut, which neither editor knows, points at the target of what it cuts."""
    relations = map_.relations

    def card(key: str) -> str:
        return key if key in map_.claims else card(relations[key].target)

    return [(premise, card(r.target)) for r in relations.values() for premise in r.premises]


def run_nodegraphqt() -> dict[str, float]:
    """NodeGraphQt, as its own examples set it up."""
    qt = application()
    from NodeGraphQt import BaseNode, NodeGraph
    from PySide6.QtCore import QRectF

    class Card(BaseNode):
        __identifier__ = "bench"
        NODE_NAME = "Card"

        def __init__(self) -> None:
            super().__init__()
            self.add_input("in", multi_input=True)
            self.add_output("out", multi_output=True)

    map_, graph = sample(), NodeGraph()
    graph.set_acyclic(False)
    graph.register_node(Card)
    graph.widget.resize(WIDTH, HEIGHT)
    cards = {}
    for key, title in _titles(map_).items():
        cards[key] = card = Card()
        place = map_.placement(key)
        graph.add_node(card, pos=[place.x, place.y], selected=False, push_undo=False)
        card.set_name(title)
    for premise, target in _arrows(map_):
        cards[premise].outputs()["out"].connect_to(cards[target].inputs()["in"], push_undo=False)
    graph.widget.show()
    view = graph.viewer()
    view._scene_range = QRectF(-200, -200, 2200, 1600)
    view._update_scene()
    qt.processEvents()
    return _frames(view, {key: card.view for key, card in cards.items()})


def run_qtpynodeeditor() -> dict[str, float]:
    """qtpynodeeditor, many connections a port."""
    os.environ.setdefault("QT_API", "pyside6")
    qt = application()
    import qtpynodeeditor as nodes
    import qtpynodeeditor.port as ports
    from PySide6.QtCore import QPointF
    from qtpynodeeditor import NodeDataModel, NodeDataType, PortType
    from qtpynodeeditor.exceptions import MultipleInputConnectionError

    class Card(NodeDataModel):
        name = "Card"
        caption_visible = True
        num_ports = {PortType.input: 1, PortType.output: 1}  # noqa: RUF012
        data_type = NodeDataType("claim", "claim")

        def out_data(self, port: int) -> None:
            return None

        def set_in_data(self, data: object, port: object) -> None:
            return None

        def embedded_widget(self) -> None:
            return None

    ports.Port.connection_policy = property(lambda port: nodes.ConnectionPolicy.many)
    registry = nodes.DataModelRegistry()
    registry.register_model(Card, category="bench")
    scene = nodes.FlowScene(registry=registry)
    view = nodes.FlowView(scene)
    view.resize(WIDTH, HEIGHT)
    map_, cards = sample(), {}
    for key, title in _titles(map_).items():
        cards[key] = card = scene.create_node(Card)
        card.model.caption = title
        place = map_.placement(key)
        card.graphics_object.setPos(QPointF(place.x, place.y))
    for premise, target in _arrows(map_):
        out, into = cards[premise][PortType.output][0], cards[target][PortType.input][0]
        with contextlib.suppress(MultipleInputConnectionError):  # it keeps to one arrow between two cards
            scene.create_connection(out, into, check_cycles=False)
    view.show()
    view.fitInView(scene.itemsBoundingRect())
    qt.processEvents()
    return _frames(view, {key: card.graphics_object for key, card in cards.items()})


def _frames(view: Any, items: dict[str, Any]) -> dict[str, float]:
    """Frames of a `QGraphicsView`: the items are dragged one after the other."""
    from PySide6.QtWidgets import QGraphicsItem, QGraphicsView

    viewport, scene = view.viewport(), QGraphicsView.scene(view)
    kept = [(held, held.cacheMode()) for held in scene.items()]

    def drop_caches(_: int) -> None:
        for held, mode in kept:
            if mode is not QGraphicsItem.CacheMode.NoCache:
                held.setCacheMode(QGraphicsItem.CacheMode.NoCache)
                held.setCacheMode(mode)

    def repaint(_: int) -> None:
        viewport.update()
        viewport.repaint()

    def repaint_anew(number: int) -> None:
        drop_caches(number)
        repaint(number)

    def middle(item: Any) -> Any:
        return view.mapFromScene(item.mapToScene(item.boundingRect().center())).toPointF()

    return {
        "repaint": measure(repaint_anew) - measure(drop_caches),
        "again": measure(repaint),
        **mean_drags({card: drag(viewport, middle(item), item.pos) for card, item in items.items()}),
    }


class PaintCount:
    """Counts how often a widget is painted."""

    def __init__(self, widget: Any) -> None:
        from PySide6.QtCore import QEvent, QObject

        outer = self

        class Watch(QObject):
            def eventFilter(self, watched: Any, event: Any) -> bool:
                outer.count += event.type() is QEvent.Type.Paint
                return False

        self.count = 0
        self._watch, self._widget = Watch(), widget
        widget.installEventFilter(self._watch)

    def stop(self) -> None:
        """Count no more."""
        self._widget.removeEventFilter(self._watch)


class Pointer:
    """A mouse on a widget, with the left button."""

    def __init__(self, widget: Any) -> None:
        self._widget = widget

    def press(self, at: Any) -> None:
        """Press the button."""
        self._send("MouseButtonPress", at)

    def move(self, at: Any) -> None:
        """Move there."""
        self._send("MouseMove", at)

    def release(self, at: Any) -> None:
        """Let go."""
        self._send("MouseButtonRelease", at)

    def event(self, kind: str, at: Any) -> Any:
        """What the widget is told when something happens at a place in it."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QMouseEvent

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == "MouseMove" else left
        held = none if kind == "MouseButtonRelease" else left
        keys = Qt.KeyboardModifier.NoModifier
        return QMouseEvent(QEvent.Type[kind], at, self._widget.mapToGlobal(at), button, held, keys)

    def _send(self, kind: str, at: Any) -> None:
        from PySide6.QtCore import QCoreApplication

        QCoreApplication.sendEvent(self._widget, self.event(kind, at))


def main() -> int:
    """Run every contender and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", choices=CONTENDERS, help="run one contender and print its figures as JSON")
    only = parser.parse_args().only
    runs = {"argmap": run_argmap, "NodeGraphQt": run_nodegraphqt, "qtpynodeeditor": run_qtpynodeeditor}
    if only:
        print(json.dumps(runs[only]()))
        return 0
    figures = _rounds()
    if "argmap" not in figures:
        return 1
    ours = figures["argmap"]
    print(f"{'CPU ms a frame':16}" + "".join(f"{title:>24}{'ratio':>7}" for title in COLUMNS.values()))
    for name, figure in figures.items():
        cells = (f"{figure[key]:24.2f}{figure[key] / ours[key]:7.1f}" for key in COLUMNS)
        print(f"{name:16}" + "".join(cells))
    return 0


def _rounds() -> dict[str, dict[str, float]]:
    """The figures of each contender, the middle of all rounds: in turn, so that none has the quiet hour."""
    found: dict[str, list[dict[str, float]]] = {}
    missing: set[str] = set()
    for _ in range(ROUNDS):
        for name in CONTENDERS:
            figure = None if name in missing else _run_alone(name)
            if figure is None:
                missing.add(name)
            else:
                found.setdefault(name, []).append(figure)
    return {
        name: {key: statistics.median(figure[key] for figure in figures) for key in COLUMNS}
        for name, figures in found.items()
    }


def _run_alone(name: str) -> dict[str, float] | None:
    command = [sys.executable, "-m", "tests.benchmarks.sample_frames", "--only", name]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name} is left out: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    figure: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return figure


if __name__ == "__main__":
    sys.exit(main())

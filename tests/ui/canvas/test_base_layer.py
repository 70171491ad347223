"""The picture at rest: scrolled and mended in strips it is, pixel for pixel, what is painted from nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage

from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.ui.canvas.base_layer import BaseLayer
from argmap.ui.canvas.camera import Camera
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.view import band_of
from argmap.ui.look import Look
from tests.builders import editor_of, ids, sample, sketch, with_fields
from tests.ui.canvas.table import differing, differing_pixels

RATIOS = (1.0, 1.25, 1.5, 2.0)
ZOOMS = (0.12, 0.3, 0.55, 1.0, 1.7)


class Shown:
    """A base layer that is looked at through a camera."""

    def __init__(self, map_: ArgumentMap, look: Look, *, ratio: float, zoom: float) -> None:
        self.geometry = MapGeometry(map_, look.shaper)
        self.painter = MapPainter(look.theme, look.icons, shaper=look.shaper)
        self.ratio = ratio
        self.camera = Camera()
        self.camera.resize(400, 300, ratio=ratio)
        self.camera.zoom_at(Point(0, 0), zoom)
        self.layer = BaseLayer()

    def look_at(self, claim: str) -> None:
        box, view = self.geometry.boxes[RecordId(claim)], self.camera.view
        at = view.to_view(box.center)
        self.camera.scroll(at.x - 200, at.y - 150)

    def picture(self) -> QImage:
        return self._drawn_by(self.layer)

    def anew(self) -> QImage:
        fresh = BaseLayer()
        fresh.lifted = self.layer.lifted
        return self._drawn_by(fresh)

    def check(self) -> None:
        """What was kept is what is painted from nothing.

        Qt sets a letter that crosses the window's left edge a fraction of a pixel aside, and that letter may
        have scrolled in since: the pixels of one letter are let pass.
        """
        kept, anew = self.picture(), self.anew()
        strayed = differing_pixels(kept, anew)
        if strayed:
            assert len(strayed) <= 24 * self.ratio**2
            assert len({x for x, _ in strayed}) <= 8 * self.ratio
            self.layer.spoil()

    def _drawn_by(self, layer: BaseLayer) -> QImage:
        view = self.camera.view
        band = band_of(view.zoom)
        picture = layer.bring_up(view, band, self.ratio, geometry=self.geometry, painter=self.painter)
        return picture.toImage()


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_scrolling_gives_what_is_painted_from_nothing(look: Look, zoom: float, ratio: float) -> None:
    shown = Shown(sample(), look, ratio=ratio, zoom=zoom)
    shown.look_at("c25")
    shown.picture()
    for by in _steps(seed=round(100 * zoom + ratio)):
        shown.camera.scroll(*by)
        shown.check()


def _steps(seed: int) -> Iterator[tuple[float, float]]:
    yield from ((0, 7), (0, -7), (13, 0), (-13, 0), (0.4, 0.4), (399, 0), (0, 450))
    chance = random.Random(seed)
    for _ in range(10):
        yield chance.uniform(-90, 90), chance.uniform(-60, 60)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_mended_parts_are_as_if_all_had_been_painted(look: Look, zoom: float, ratio: float) -> None:
    shown = Shown(sample(), look, ratio=ratio, zoom=zoom)
    shown.look_at("c25")
    shown.picture()
    chance = random.Random(7)
    visible = shown.camera.view.visible()
    for _ in range(12):
        x = visible.x + chance.random() * visible.width
        y = visible.y + chance.random() * visible.height
        shown.layer.spoil([Rect(x, y, chance.random() * 90 / zoom, chance.random() * 90 / zoom)])
        if chance.random() < 0.5:
            shown.camera.scroll(chance.uniform(-20, 20), chance.uniform(-20, 20))
        shown.check()


@pytest.mark.parametrize("zoom", [0.12, 0.5, 1.0])
def test_a_removed_card_leaves_nothing_behind(look: Look, zoom: float) -> None:
    editor = editor_of(sample())
    shown = Shown(editor.map, look, ratio=1.0, zoom=zoom)
    shown.look_at("c25")
    before = shown.picture()
    transaction = editor.transaction()
    transaction.remove(RecordId("c25"))
    delta = editor.commit("Delete", transaction)
    damage = shown.geometry.follow(editor.map, delta)
    shown.layer.spoil(damage.rects)
    assert differing(shown.picture(), shown.anew()) is None
    assert differing(before, shown.picture()) is not None


def test_nothing_is_painted_again_where_nothing_changed(look: Look) -> None:
    shown = Shown(sample(), look, ratio=1.0, zoom=1.0)
    shown.look_at("c25")
    before = shown.picture()
    shown.geometry.boxes.clear()  # whatever is painted from here on lacks its cards
    shown.layer.spoil([Rect(-9000, -9000, 10, 10)])
    assert differing(before, shown.picture()) is None
    assert differing(before, shown.anew()) is not None


def test_a_strip_paints_the_plates_and_legs_that_only_touch_it(look: Look) -> None:
    map_ = sketch("thesis <- one + two; other <- three + four")
    key = next(p.id for p in map_.values() if getattr(p, "element", None) == "four")
    map_ = with_fields(map_, key, x=1300.0, y=700.0)
    shown = Shown(map_, look, ratio=1.0, zoom=1.0)
    plates = shown.geometry.routing.plates
    near, far = plates[RecordId("one+two->thesis")], plates[RecordId("three+four->other")]
    assert near.rect is not None
    places = [Point(near.rect.x, near.rect.bottom), *(point for leg in far.legs for point in leg)]
    for place in places:
        at = shown.camera.view.to_view(place)
        shown.camera.scroll(at.x - 200, at.y - 150)
        shown.picture()
        shown.layer.spoil([Rect(place.x - 1, place.y - 1, 2, 2)])
        assert differing(shown.picture(), shown.anew()) is None
        shown.camera.scroll(0, 149)
        assert differing(shown.picture(), shown.anew()) is None


def test_what_is_lifted_is_left_out(look: Look) -> None:
    shown = Shown(sketch("thesis <- reason"), look, ratio=1.0, zoom=1.0)
    shown.look_at("reason")
    whole = shown.picture()
    shown.layer.lifted = frozenset(ids("reason", "reason->thesis"))
    shown.layer.spoil([shown.geometry.boxes[RecordId("reason")]])
    without = shown.picture()
    assert whole.pixelColor(200, 150) == look.theme.card
    assert without.pixelColor(190, 155) == look.theme.canvas


def test_another_size_or_ratio_begins_anew(look: Look) -> None:
    shown = Shown(sample(), look, ratio=1.0, zoom=1.0)
    shown.look_at("c25")
    shown.picture()
    shown.camera.resize(500, 200, ratio=1.0)
    assert differing(shown.picture(), shown.anew()) is None
    shown.ratio = 2.0
    shown.camera.resize(500, 200, ratio=2.0)
    picture = shown.picture()
    assert (picture.width(), picture.height()) == (1000, 400)
    assert differing(picture, shown.anew()) is None


@pytest.mark.parametrize("by", [(0, 130), (90, 0), (-150, -40)])
def test_map_labels_are_whole_after_scrolling(look: Look, by: tuple[float, float]) -> None:
    shown = Shown(sample(), look, ratio=1.0, zoom=0.12)
    shown.look_at("c01")
    shown.picture()
    for _ in range(3):
        shown.camera.scroll(*by)
        assert differing(shown.picture(), shown.anew()) is None
    shown.layer.spoil([shown.geometry.boxes[RecordId("c01")]])
    assert differing(shown.picture(), shown.anew()) is None

"""The essay's map with the places of its cards, for routing."""

from __future__ import annotations

import json
from collections.abc import Mapping

from argmap.formats.native import read
from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.resources import resource
from tests.architecture.checkout import ROOT


def essay() -> ArgumentMap:
    """The sample that comes with the program."""
    return read(resource("examples", "stalins-goals.argmap").read_bytes())


def essay_boxes() -> Mapping[RecordId, Rect]:
    """Where its cards stand, by claim."""
    held = json.loads((ROOT / "tests" / "data" / "essay_boxes.json").read_text(encoding="utf-8"))
    return {RecordId(key): Rect(*numbers) for key, numbers in held.items()}

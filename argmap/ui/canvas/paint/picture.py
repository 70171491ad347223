"""What painting asks of a map: faces and places, and what can be seen where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from argmap.layout.geometry import Rect
from argmap.layout.routes import Routing
from argmap.model.ids import RecordId
from argmap.ui.canvas.faces import ArrowFace, CardFace


class Picture(Protocol):
    """What is to be painted."""

    @property
    def faces(self) -> Mapping[RecordId, CardFace]:
        """What each card shows."""

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        """Where each card stands."""

    @property
    def arrows(self) -> Mapping[RecordId, ArrowFace]:
        """What each arrow shows."""

    @property
    def routing(self) -> Routing:
        """The ways of the arrows."""

    def visible_cards(self, rect: Rect) -> Iterable[RecordId]:
        """The cards that touch a part of the map, from below to above."""

    def visible_arrows(self, rect: Rect) -> Iterable[RecordId]:
        """The relations whose arrows or plates touch a part of the map."""

"""What a tool hears: plain values, so that every gesture can be played without Qt."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from argmap.layout.geometry import Point
from argmap.model.ids import RecordId


class Button(Enum):
    """A button of the mouse."""

    NONE = "none"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Modifiers(Struct, frozen=True):
    """Which keys are held while something happens."""

    shift: bool = False
    ctrl: bool = False
    """The command key on macOS."""
    alt: bool = False
    space: bool = False


NO_KEYS = Modifiers()


class HitKind(Enum):
    """What lies under the pointer."""

    GROUND = "ground"
    CARD = "card"
    BADGE = "badge"
    """A count in a card's footer; `part` names the section of the inspector it opens."""
    PORT = "port"
    """A round handle of a card that arrows are drawn from."""
    EDGE = "edge"
    """A card's right edge, which sets its width."""
    PUCK = "puck"
    """A button on a selected card's lower border; `part` names the command it runs."""
    ARROW = "arrow"
    GRIP = "grip"
    """An end of an arrow; `part` is `start` or `tip`."""

    @property
    def is_of_card(self) -> bool:
        """Whether it is a card or something on one."""
        return self not in (HitKind.GROUND, HitKind.ARROW, HitKind.GRIP)


class Hit(Struct, frozen=True):
    """What lies under the pointer, and of which claim or relation it is."""

    kind: HitKind = HitKind.GROUND
    element: RecordId | None = None
    part: str = ""


NOTHING = Hit()


class PointerEvent(Struct, frozen=True, kw_only=True):
    """The pointer was pressed, moved or released."""

    at: Point
    """On the map."""
    screen: Point
    """In the view, in pixels."""
    button: Button = Button.NONE
    """The button that changed, or that is held during a move."""
    modifiers: Modifiers = NO_KEYS
    hit: Hit = NOTHING
    """What lies there, cards that are being moved left out."""
    clicks: int = 1
    """2 for the second press of a double click."""


class KeyEvent(Struct, frozen=True):
    """A key was pressed while a gesture was under way."""

    key: str
    """`Escape`, `Return`, `Left`…, or the letter in upper case."""
    modifiers: Modifiers = NO_KEYS

"""How a file is looked at: kept beside the file in the settings, never in it, and no part of its history."""

from __future__ import annotations

import msgspec

from argmap.model.ids import RecordId


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """The view of one file. Coordinates are map pixels at 100 %."""

    zoom: float
    """The scale: 1 is 100 %."""
    centre: tuple[float, float]
    """The place in the middle of the view."""
    selection: tuple[RecordId, ...] = ()


def encode_session(session: Session) -> str:
    """The session as one line of JSON."""
    return msgspec.json.encode(session).decode()


def decode_session(text: str) -> Session | None:
    """The session that a line says; None where it says none."""
    try:
        return msgspec.json.decode(text, type=Session)
    except msgspec.MsgspecError:
        return None

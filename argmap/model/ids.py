"""Stable names for records: every reference in a map is an id, never an object."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Callable
from typing import NewType

RecordId = NewType("RecordId", str)

IdSource = Callable[[str], RecordId]
"""Gives a fresh id for a prefix such as `c` (claim) or `r` (relation)."""

MAP_ID = RecordId("map")
"""The one `MapInfo` of a map carries this id."""

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def placement_id(element: RecordId) -> RecordId:
    """The id of an element's placement: derived, so that an element has at most one."""
    return RecordId(f"at:{element}")


def random_id(prefix: str) -> RecordId:
    """A fresh id that two people working apart will not both draw (about 40 bits)."""
    return RecordId(prefix + "-" + "".join(secrets.choice(_ALPHABET) for _ in range(8)))


def counting_ids(start: int = 1) -> IdSource:
    """An id source that counts, so that tests and samples are the same on every run."""
    counter = itertools.count(start)
    return lambda prefix: RecordId(f"{prefix}{next(counter)}")

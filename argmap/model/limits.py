"""How much one record may hold: no essay comes near, and a file beyond it was made by mistake, or to harm."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.records import Record, Source

LONGEST_TEXT = 100_000
"""No text of a record has more characters than this, its source's excepted."""
LONGEST_SOURCE = 20_000_000
"""No source has more characters than this."""
MOST_NAMED = 100_000
"""No record names more of anything than this."""
DEEPEST_UNDERCUT = 20
"""Undercuts of undercuts go no deeper than this."""


def excesses(record: Record) -> Iterator[str]:
    """What a record holds too much of, as ends of a sentence that begins with its name."""
    for field in record.__struct_fields__:
        value = getattr(record, field)
        most = LONGEST_SOURCE if field == "body" and isinstance(record, Source) else LONGEST_TEXT
        if isinstance(value, tuple) and len(value) > MOST_NAMED:
            yield f"has more than {MOST_NAMED:,} entries under “{field}”"
        elif _longest(value) > most:
            yield f"has more than {most:,} characters under “{field}”"


def _longest(value: object) -> int:
    """How long the longest text is."""
    if isinstance(value, str):
        return len(value)
    return max(map(_longest, value), default=0) if isinstance(value, tuple) else 0

"""What is told of a map that a crash left behind."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from argmap.editor.leftovers import Leftover, told
from argmap.formats.journal_lines import Heading
from tests.builders import sketch


def _told(tmp_path: Path, moment: datetime) -> str:
    heading = Heading(name="Essay", began=moment.isoformat())
    left = Leftover(folder=tmp_path, heading=heading, map=sketch("claim"), latest=moment.isoformat(), lost=0)
    return told(left)


def test_the_day_is_told_only_where_it_is_not_today(tmp_path: Path) -> None:
    now, before = datetime.now(UTC), datetime(2001, 2, 3, 12, 30, tzinfo=UTC)
    assert f"from {now.astimezone():%H:%M}." in _told(tmp_path, now)
    assert f"from {before.astimezone():%Y-%m-%d, %H:%M}." in _told(tmp_path, before)

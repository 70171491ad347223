"""How the bytes of a text read in several encodings: the passages that tell these apart, side by side."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from argmap.formats.texts.found_text import FittingEncoding, Passage

_WIDE = ("utf-16", "utf-32")
_OF_SEVERAL_BYTES = ("utf", "shift", "cp932", "euc", "gb", "big5", "iso2022", "johab", "hz")
_SAMPLE = 64 * 1024
_BEFORE, _AFTER, _LEAST_AFTER = 20, 46, 32
_MOST_PASSAGES, _MOST_PLACES = 3, 3
_SPACE = re.compile(rb"\s")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


def previews(data: bytes, encodings: Iterable[str], titles: Mapping[str, str]) -> tuple[FittingEncoding, ...]:
    """The encodings with their names for people, but for those in which all reads as in one before them.

    Each has the same passages: the first that reads differently in some, and those that tell most apart.
    """
    names = list(dict.fromkeys(encodings))
    if any(name.startswith(_WIDE) for name in names):
        beginnings = {name: _tidied((letter, False) for letter in _beginning(data, name)) for name in names}
        return tuple(FittingEncoding(name, titles.get(name, name), (beginnings[name],)) for name in names)
    readings = _unlike(data, {name: _Reading(data, name) for name in names})
    spans = _spans(data, list(readings.values()))
    unsure = {
        value for value in _values(data) if len({reading.of(value) for reading in readings.values()}) > 1
    }
    return tuple(
        FittingEncoding(name, titles.get(name, name), tuple(reading.passage(span, unsure) for span in spans))
        for name, reading in readings.items()
    )


class _Reading:
    """The bytes as one encoding reads them."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._is_of_several = name.startswith(_OF_SEVERAL_BYTES)
        self._letters = bytes(range(256)).decode(name, "replace") if not self._is_of_several else ""

    def of(self, value: int) -> str:
        """What a byte stands for; where it is no letter by itself, something that no other encoding has."""
        return self._name if self._is_of_several else self._letters[value]

    def whole(self, values: Sequence[int]) -> str:
        """What is the same for two encodings only where the whole text is."""
        if not self._is_of_several:
            return "".join(map(self.of, values))
        first = _BEYOND_ASCII.search(self._data)
        start = first.start() if first else 0
        return self._decoded(start, start + _SAMPLE)

    def passage(self, span: range, unsure: set[int]) -> Passage:
        """The text of a stretch of bytes, and in it the letters of those that others read differently."""
        if not self._is_of_several:
            part = self._data[span.start : span.stop]
            return _tidied((self.of(value), value in unsure) for value in part)
        # No byte of a longer letter is a space or a line break.
        ends = (self._data.rfind(end, 0, span.start) for end in (b" ", b"\n"))
        safe = max(*ends, span.start - _SAMPLE, -1) + 1
        skipped = len(self._decoded(safe, span.start))
        text = self._decoded(safe, span.stop)[skipped:]
        return _tidied((letter, not letter.isascii()) for letter in text)

    def _decoded(self, start: int, stop: int) -> str:
        """Without a letter at the end that is cut."""
        return codecs.getincrementaldecoder(self._name)("replace").decode(self._data[start:stop])


def _beginning(data: bytes, name: str) -> str:
    return data[:_SAMPLE].decode(name, "replace").removeprefix("\ufeff")[: _BEFORE + _AFTER]


def _values(data: bytes) -> list[int]:
    """The bytes beyond ASCII that occur."""
    return sorted(value for value in set(data) if value >= 0x80)


def _unlike(data: bytes, readings: Mapping[str, _Reading]) -> dict[str, _Reading]:
    """The readings without those that are like an earlier one."""
    values = _values(data)
    first: dict[str, str] = {}
    for name, reading in readings.items():
        first.setdefault(reading.whole(values), name)
    return {name: readings[name] for name in first.values()}


def _spans(data: bytes, readings: list[_Reading]) -> list[range]:
    """The stretches to be shown, in their order."""
    places = _places(data)
    chosen: list[range] = []
    told: set[int] = set()
    while places and len(chosen) < _MOST_PASSAGES:
        spans = [_span(data, place) for place in places]
        kinds = [_kinds(readings, told | _inside(data, span)) for span in spans]
        most = max(kinds) if chosen else min(2, max(kinds))
        best = next(span for span, count in zip(spans, kinds, strict=True) if count >= most)
        chosen.append(best)
        told |= _inside(data, best)
        places = [place for place in places if _is_new(data, _span(data, place), chosen)]
    return sorted(chosen, key=lambda span: span.start) or [range(min(len(data), _BEFORE + _AFTER))]


def _places(data: bytes) -> list[int]:
    """Where each byte beyond ASCII stands the first few times, well apart."""
    places: set[int] = set()
    for value in _values(data):
        place = data.find(value)
        for _ in range(_MOST_PLACES):
            if place >= 0:
                places.add(place)
                place = data.find(value, place + _BEFORE + _AFTER)
    return sorted(places)


def _span(data: bytes, place: int) -> range:
    """A stretch round a byte that begins and ends between words, where they are short enough."""
    start = max(place - _BEFORE, 0)
    gap = _SPACE.search(data, start, place) if start else None
    ends = [end.start() for end in _SPACE.finditer(data, place + _LEAST_AFTER, place + _AFTER)]
    stop = min(place + _AFTER, len(data))
    return range(gap.end() if gap else start, ends[-1] if ends and stop < len(data) else stop)


def _is_new(data: bytes, span: range, chosen: list[range]) -> bool:
    """Whether a stretch overlaps none of the others, nor reads like one."""
    return all(
        (span.stop <= other.start or other.stop <= span.start)
        and data[span.start : span.stop] != data[other.start : other.stop]
        for other in chosen
    )


def _inside(data: bytes, span: range) -> set[int]:
    return {value for value in data[span.start : span.stop] if value >= 0x80}


def _kinds(readings: list[_Reading], values: set[int]) -> int:
    """How many readings can be told apart by these bytes."""
    return len({tuple(reading.of(value) for value in sorted(values)) for reading in readings})


def _tidied(letters: Iterable[tuple[str, bool]]) -> Passage:
    """One line of them, each with whether it is to be marked; where most are, marks would tell nothing."""
    shown: list[tuple[str, bool]] = []
    for letter, is_marked in letters:
        if not letter.isspace():
            shown += [(letter, is_marked)] if letter.isprintable() else []
        elif shown and shown[-1][0] != " ":
            shown.append((" ", False))
    text = "".join(letter for letter, _ in shown).rstrip()
    marks, at = [], 0
    for is_marked, run in groupby(shown, key=lambda pair: pair[1]):
        length = len(list(run))
        if is_marked:
            marks.append((at, at + length))
        at += length
    is_most = sum(end - start for start, end in marks) > len(text) / 2
    return Passage(text, () if is_most else tuple(marks))

"""Finds passages again in another version of their text: by quote, by context and by position.

To the letter first. A passage is *kept* where its words stand once in both versions and either are many or
have some of their old surroundings, or where their surroundings tell one place from all the others. Whatever
else is found is *moved*: other words, or one of several places. What is too unlike its quote is *lost*.

Candidates for changed words come from laying both versions side by side and, where what stands there is not
like enough, from a search for what was moved as well: through the whole new text, or only where most of the
passage's words are if it is long. The score is that of the Hypothesis client's `match-quote.ts`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt
from argmap.source.alignment import Alignment, word_edges
from argmap.source.anchor import CONTEXT, Place
from argmap.source.text import cuts_edge
from argmap.source.words import Words

WIDE = 120
"""How many code points on each side tell a place from others that have the same words."""
TELLING = 24
"""So many code points that stand once in a text are not there by chance."""
ENOUGH_AROUND = 8
"""Fewer code points on a side tell nothing."""
SAME_AROUND = 0.75
"""Likeness, 0 to 1, from which on a side's surroundings count as the old ones."""
APART = 0.2
"""By how much the surroundings of one place must be more like the old ones than those of any other."""

STILL_LIKE = 0.6
"""Likeness of the words from which on they are taken for the passage, changed."""
GOOD = 0.8
"""Score from which on what stands where it was expected is taken in a long text, and no other looked for."""
LARGE = 100_000
"""Longer texts are searched for changed words only where some of these are."""
LONG = 600
"""Of longer passages the two ends are looked for, so that the search does not grow with their square."""
MOST_RIVALS = 60
"""Where words stand more often than this, one place is never told from the others."""

PLACES = (55.0, 17.0)
"""What words, and each of both surroundings, weigh against 2 of position, where places are compared."""
ENDS = (65.0, 4.0)
"""The same where the ends of one place are looked for: what stands round it may be all new."""
BREAK = 0.05
"""What each sign counts that the ends of a place are like the ends of the quote."""
_STOPS = frozenset(".!?;:…”")


class _Sought(NamedTuple):
    """A passage with what is known of its surroundings, and where it is expected."""

    exact: str
    before: str
    after: str
    expected: int | None
    """None where nothing is known of it."""

    def distance(self, start: int) -> int:
        """How far from where it is expected it would stand there."""
        return 0 if self.expected is None else abs(start - self.expected)

    def front(self) -> _Sought:
        """The beginning of a long passage."""
        return self._replace(exact=self.exact[:LONG], after=self.exact[LONG : LONG + WIDE])

    def back(self) -> _Sought:
        """The end of a long passage."""
        return self._replace(exact=self.exact[-LONG:], before=self.exact[-LONG - WIDE : -LONG])

    @property
    def is_torn(self) -> bool:
        """Whether it began or ended inside a word all along."""
        start = len(self.before)
        return cuts_edge(self.before + self.exact + self.after, start, start + len(self.exact))


class Finder:
    """Finds the passages of one text in another version of it."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    def find(self, excerpt: Excerpt) -> Place:
        """Where the passage stands in the new version; a lost one keeps its offsets."""
        if self._old == self._new and self._is_sure_of(excerpt):
            return Place(excerpt.start, excerpt.end, excerpt.anchoring, 1.0)
        span = excerpt.start, excerpt.end
        stood = None if excerpt.anchoring is Anchoring.LOST else span
        return self._best(self._sought(excerpt), stood) or Place(*span, Anchoring.LOST, 0.0)

    def find_quote(
        self, exact: str, *, prefix: str = "", suffix: str = "", near: tuple[int, int] | None = None
    ) -> Place:
        """Where words that another program quotes stand in the new version; a lost quote stands nowhere.

        `near` is where they are said to stand in the old one. It is a hint alone: nobody has chosen it in
        this text. The quote is kept where nothing else can be meant, and moved where it stands at several
        places that are equally like it, or among all other words than are said to be round it.
        """
        if near is not None and near[1] > len(self._old):
            near = None
        sought = _Sought(exact, prefix, suffix, near[0] if near else None)
        found = self._best(sought, near)
        if found is None:
            return Place(0, 0, Anchoring.LOST, 0.0)
        told = _told_sides(sought, self._around(sought, found.start, found.end))
        is_among_others = bool(told) and max(told) < SAME_AROUND
        return found._replace(anchoring=Anchoring.MOVED) if is_among_others else found

    def offset(self, offset: int) -> int:
        """Where an offset of the old version lies in the new one."""
        return offset if self._old == self._new else self._alignment.offset(offset)

    def _is_sure_of(self, excerpt: Excerpt) -> bool:
        """Whether a person chose its place in the old version, or it is marked."""
        stands = self._old[excerpt.start : excerpt.end] == excerpt.exact
        return stands or excerpt.anchoring is not Anchoring.KEPT

    def _best(self, sought: _Sought, stood: tuple[int, int] | None) -> Place | None:
        """The likeliest place; `stood` is the span it had in the old version, None where none is known."""
        found = self._unmistakable(sought) or self._to_the_letter(sought)
        if found is not None and found.anchoring is Anchoring.KEPT:
            return found
        places = [place for place in (found, *self._alike(sought, stood)) if place is not None]
        return max(places, key=lambda place: place.score, default=None)

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._old, self._new)

    @cached_property
    def _old_words(self) -> Words:
        return self._new_words if self._old == self._new else Words(self._old)

    @cached_property
    def _new_words(self) -> Words:
        return Words(self._new)

    def _sought(self, excerpt: Excerpt) -> _Sought:
        start, end, old = excerpt.start, excerpt.end, self._old
        expected = min(start, len(self._new))
        if excerpt.anchoring is not Anchoring.KEPT or old[start:end] != excerpt.exact:
            # Its place is no more than a guess: only what a person chose may speak for it.
            return _Sought(excerpt.exact, excerpt.prefix, excerpt.suffix, expected)
        return _Sought(excerpt.exact, old[max(0, start - WIDE) : start], old[end : end + WIDE], expected)

    def _unmistakable(self, sought: _Sought) -> Place | None:
        """The place where words and near surroundings stand, where they stand once before and after."""
        before, after = sought.before[-CONTEXT:], sought.after[:CONTEXT]
        near = before + sought.exact + after
        places = self._new_words.occurrences(near) if len(near) >= TELLING else []
        if len(places) != 1 or self._old_words.is_twice(near):
            return None
        start, end = places[0] + len(before), places[0] + len(before) + len(sought.exact)
        if cuts_edge(self._new, start, end) and not sought.is_torn:
            return None
        return Place(start, end, Anchoring.KEPT, 1.0)

    def _to_the_letter(self, sought: _Sought) -> Place | None:
        """The likeliest of the places that have the very words."""
        length = len(sought.exact)
        starts = self._new_words.occurrences(sought.exact)
        if not starts:
            return None
        crowded = len(starts) > MOST_RIVALS
        starts = sorted(starts, key=sought.distance)[:MOST_RIVALS]
        around = {start: self._around(sought, start, start + length) for start in starts}
        best = max(starts, key=lambda start: sum(around[start]))
        others = [sum(around[start]) for start in starts if start != best]
        torn = cuts_edge(self._new, best, best + length) and not sought.is_torn
        sure = not (crowded or torn) and self._is_sure(sought, around[best], others)
        anchoring = Anchoring.KEPT if sure else Anchoring.MOVED
        return Place(best, best + length, anchoring, self._score(sought, best, best + length))

    def _is_sure(self, sought: _Sought, around: tuple[float, float], others: list[float]) -> bool:
        sides = _told_sides(sought, around)
        if not others and not self._old_words.is_twice(sought.exact):
            return len(sought.exact) >= TELLING or max(sides, default=0.0) >= SAME_AROUND
        if min(sides, default=0.0) < SAME_AROUND:
            return False
        return all(sum(around) - other >= 2 * APART for other in [*others, *self._old_rivals(sought)])

    def _old_rivals(self, sought: _Sought) -> Iterator[float]:
        """How like the surroundings were at the other places that had the words: one of them may be left."""
        starts = self._old_words.occurrences(sought.exact)
        if len(starts) > MOST_RIVALS:
            yield 2.0
            return
        likeness = sorted(
            _likeness_around(sought, self._old, start, start + len(sought.exact)) for start in starts
        )
        yield from (sum(pair) for pair in likeness[:-1])

    def _around(self, sought: _Sought, start: int, end: int) -> tuple[float, float]:
        return _likeness_around(sought, self._new, start, end)

    def _alike(self, sought: _Sought, stood: tuple[int, int] | None) -> Iterator[Place]:
        """Places with other words that are like enough to be the passage, changed."""
        # 0.04 s that only a changed text should cost.
        from rapidfuzz.fuzz import ratio

        if stood is not None:
            sought = sought._replace(expected=self._alignment.offset(stood[0]))
        for start, end in self._windows(sought, stood):
            start, end = self._trued(sought, start, end)
            words = ratio(sought.exact, self._new[start:end]) / 100
            if start < end and words >= STILL_LIKE:
                place = Place(start, end, Anchoring.MOVED, self._score(sought, start, end))
                yield place
                if place.score >= GOOD and len(self._new) > LARGE:
                    return

    def _windows(self, sought: _Sought, stood: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
        if stood is not None:
            span = self._alignment.span(*stood)
            if span is not None and span[1] - span[0] <= 2 * len(sought.exact) + CONTEXT:
                yield span
        front = self._likest(sought.front().exact)
        back = front if len(sought.exact) <= LONG else self._likest(sought.back().exact)
        if front and back and front[0] < back[1] <= front[0] + 2 * len(sought.exact):
            yield front[0], back[1]

    def _likest(self, words: str) -> tuple[int, int] | None:
        """The span, of about the length of some words, that is most like them."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        if len(words) > len(self._new):
            return 0, len(self._new)
        nearby = self._new_words.neighbourhoods(words) if len(self._new) > LARGE else None
        found = []
        for low, high in [(0, len(self._new))] if nearby is None else nearby:
            stretch, least = self._new[low:high], 100 * (STILL_LIKE - 0.1)
            likest = partial_ratio_alignment(words, stretch, score_cutoff=least)
            if likest is not None:
                found.append((likest.score, low + likest.dest_start, low + likest.dest_end))
        return max(found, key=lambda one: one[0])[1:] if found else None

    def _trued(self, sought: _Sought, start: int, end: int) -> tuple[int, int]:
        """The span of whole words, near a given one, that fits best."""
        if len(sought.exact) > LONG:
            front = self._trued(sought.front(), start, min(end, start + LONG))
            return front[0], self._trued(sought.back(), max(start, end - LONG), end)[1]
        slack = CONTEXT + len(sought.exact) // 8
        starts, ends = self._edges
        for _ in range(2):
            near = [edge for edge in _near(starts, start, slack=slack) if edge < end]
            start = max(near, key=lambda edge: self._fit(sought, edge, end), default=start)
            near = [edge for edge in _near(ends, end, slack=slack) if edge > start]
            end = max(near, key=lambda edge: self._fit(sought, start, edge), default=end)
        return start, end

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        return word_edges(self._new)

    def _fit(self, sought: _Sought, start: int, end: int) -> float:
        """The score, with something for ends that are like the quote's: sentences, next words, lines."""
        old = sought.before[-2:] + sought.exact, sought.exact + sought.after[:1]
        new = self._new[max(0, start - 2) : end], self._new[start : end + 1]
        fits = (
            _begins(old[0], len(sought.before[-2:])) == _begins(new[0], min(start, 2)),
            _ends(old[1], len(sought.exact)) == _ends(new[1], end - start),
            _last(sought.before) == _last(self._new[max(0, start - CONTEXT) : start]),
            _first(sought.after) == _first(self._new[end : end + CONTEXT]),
            sought.exact.count("\n") == self._new.count("\n", start, end),
        )
        near = sought._replace(before=sought.before[-CONTEXT:], after=sought.after[:CONTEXT])
        return self._weighed(near, start, end, weights=ENDS) + BREAK * sum(fits)

    def _score(self, sought: _Sought, start: int, end: int) -> float:
        """How well a place fits, 0 to 1."""
        return self._weighed(sought, start, end, weights=PLACES)

    def _weighed(self, sought: _Sought, start: int, end: int, *, weights: tuple[float, float]) -> float:
        from rapidfuzz.fuzz import ratio

        words = ratio(sought.exact, self._new[start:end]) / 100
        around = sum(self._around(sought, start, end))
        position = 1 - sought.distance(start) / (len(self._new) + 1)
        return (weights[0] * words + weights[1] * around + 2 * position) / (weights[0] + 2 * weights[1] + 2)


def find_again(excerpts: Iterable[Excerpt], old: str, new: str) -> dict[RecordId, Place]:
    """Where the passages of a text stand in another version of it, by the ids of the excerpts."""
    finder = Finder(old, new)
    return {excerpt.id: finder.find(excerpt) for excerpt in excerpts}


def _near(edges: list[int], offset: int, *, slack: int) -> list[int]:
    return edges[bisect_left(edges, offset - slack) : bisect_right(edges, offset + slack)]


def _last(text: str) -> list[str]:
    return text[-CONTEXT:].split()[-1:]


def _first(text: str) -> list[str]:
    return text[:CONTEXT].split()[:1]


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there, as far as the signs before it tell."""
    return not text[:at].strip() or text[:at].rstrip()[-1] in _STOPS or text[at - 1] == "\n"


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends there, as far as its last sign tells."""
    return text[at - 1 : at] in _STOPS or text[at : at + 1] in ("\n", "")


def _likeness_around(sought: _Sought, body: str, start: int, end: int) -> tuple[float, float]:
    """How like the surroundings of a span are to the old ones, before and after, each 0 to 1."""
    from rapidfuzz.fuzz import ratio

    before, after = sought.before, sought.after
    front = ratio(before, body[max(0, start - len(before)) : start]) / 100 if before else 1.0
    back = ratio(after, body[end : end + len(after)]) / 100 if after else 1.0
    return front, back


def _told_sides(sought: _Sought, around: tuple[float, float]) -> list[float]:
    """The likeness of those surroundings that are long enough to tell anything."""
    told = zip(around, (sought.before, sought.after), strict=True)
    return [likeness for likeness, words in told if len(words) >= ENOUGH_AROUND]

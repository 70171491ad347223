"""Verbs for sources: the texts, and what becomes of their passages when a text changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from msgspec.structs import replace

from argmap.formats.errors import Cancelled
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, PageStart, Source
from argmap.model.rules import Violation
from argmap.model.text import is_normalized, normalized
from argmap.model.transaction import Transaction
from argmap.source.anchor import Place, placed
from argmap.source.finding import Finder
from argmap.source.mapping import Edit, TextChange


def add_source(
    transaction: Transaction,
    title: str,
    *,
    body: str,
    author: str = "",
    date: str = "",
    citation: str = "",
    file: str = "",
    pages: Iterable[PageStart] = (),
) -> RecordId:
    """Add a text; its id."""
    text = Source(
        id=transaction.ids("t"),
        title=title,
        author=author,
        date=date,
        citation=citation,
        file=file,
        body=normalized(body),
        pages=tuple(pages),
    )
    transaction.put(text)
    return text.id


def describe_source(
    transaction: Transaction,
    source: RecordId,
    *,
    title: str | None = None,
    author: str | None = None,
    date: str | None = None,
    citation: str | None = None,
    file: str | None = None,
) -> None:
    """Set what is said of a text; what is None stays as it is."""
    given = {"title": title, "author": author, "date": date, "citation": citation, "file": file}
    transaction.update(Source, source, **{name: value for name, value in given.items() if value is not None})


def edit_body(transaction: Transaction, source: RecordId, changes: Sequence[TextChange]) -> None:
    """Change parts of a text, each as the change before has left it; passages move with their words.

    Passages whose words were written over are looked for in what was put in. That is never rewritten, for
    later changes count its letters: what cannot be kept as it is, is refused.
    """
    held = transaction.get(Source, source)
    if not all(is_normalized(change.inserted) for change in changes):
        raise Violation("The text holds signs that cannot be kept.")
    try:
        edit = Edit(held.body, changes)
    except ValueError:
        raise Violation("There is no such place in the text.") from None
    text = _with_body(held, edit.after, moved=edit.turn)
    seeker = _Seeker(edit)
    _put(transaction, text, [(x, seeker.place(x)) for x in _excerpts_of(transaction, source)])


def replace_body(
    transaction: Transaction,
    source: RecordId,
    body: str,
    *,
    progress: Callable[[float], bool] = lambda share: True,
) -> None:
    """Give a text another version of its body, as after a reload: all its passages are found again.

    `progress` is told the share of them that is found and answers whether to go on; `Cancelled` where it says
    no, and nothing is changed.
    """
    held = transaction.get(Source, source)
    body = normalized(body)
    if body == held.body:
        return
    excerpts, finder, places = _excerpts_of(transaction, source), Finder(held.body, body), []
    for number, excerpt in enumerate(excerpts):
        if not progress(number / len(excerpts)):
            raise Cancelled
        places.append((excerpt, finder.find(excerpt)))
    _put(transaction, _with_body(held, body, moved=finder.offset), places)


def remove_source(transaction: Transaction, source: RecordId) -> None:
    """Remove a text; its passages and the notes on them go with it, claims stay."""
    transaction.get(Source, source)
    transaction.remove(source)


class _Seeker:
    """Follows passages through an edit, and looks for those that it wrote over."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._finder = Finder(edit.before, edit.after)

    @cached_property
    def _inserted(self) -> list[tuple[int, int]]:
        return self._edit.inserted()

    def place(self, excerpt: Excerpt) -> Place:
        if excerpt.anchoring is Anchoring.LOST:
            return self._sought(excerpt)
        is_kept = excerpt.anchoring is Anchoring.KEPT
        if is_kept and self._edit.before[excerpt.start : excerpt.end] != excerpt.exact:
            return self._finder.find(excerpt)
        place = self._edit.place(excerpt.start, excerpt.end)
        if place.anchoring is Anchoring.LOST:
            return self._sought(excerpt)
        return place if is_kept else place._replace(anchoring=excerpt.anchoring)

    def _sought(self, excerpt: Excerpt) -> Place:
        """Where a lost passage stands in what was put in, if that is long enough to hold it."""
        lost = Place(excerpt.start, excerpt.end, Anchoring.LOST, 0.0)
        if not any(2 * (end - start) >= len(excerpt.exact) for start, end in self._inserted):
            return lost
        found = self._finder.find(excerpt)
        is_fresh = any(found.start < end and start < found.end for start, end in self._inserted)
        return found if is_fresh else lost


def _with_body(held: Source, body: str, *, moved: Callable[[int], int]) -> Source:
    """The text with another body: its voices and pages begin where `moved` says their offsets are now."""
    turns = tuple(replace(turn, start=moved(turn.start)) for turn in held.voices)
    pages = tuple(replace(page, start=moved(page.start)) for page in held.pages)
    return replace(held, body=body, voices=turns, pages=pages)


def _excerpts_of(transaction: Transaction, source: RecordId) -> list[Excerpt]:
    return [excerpt for excerpt in transaction.map.excerpts.values() if excerpt.source == source]


def _put(transaction: Transaction, text: Source, places: Iterable[tuple[Excerpt, Place]]) -> None:
    transaction.put(text, *(placed(text, excerpt, place) for excerpt, place in places))

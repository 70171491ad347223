"""Excerpts: made from a span, and checked against the text."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.source.anchor import Place, is_exact, make_excerpt, placed

BODY = "He was ruthless 😀 in dealing with enemies, real and imagined, leading to fear."
SOURCE = Source(id=RecordId("essay"), title="Essay", body=BODY)


def excerpt(start: int, end: int) -> Excerpt:
    return make_excerpt(SOURCE, (start, end), key=RecordId("x1"), element=RecordId("c1"))


def test_an_excerpt_holds_the_words_and_32_code_points_of_context_on_each_side() -> None:
    start = BODY.index("enemies")
    made = excerpt(start, start + 7)
    assert (made.exact, made.start, made.end) == ("enemies", start, start + 7)
    assert made.prefix == BODY[start - 32 : start]
    assert made.suffix == ", real and imagined, leading to "
    assert (made.id, made.element, made.source) == ("x1", "c1", "essay")


def test_context_ends_where_the_text_ends() -> None:
    made = excerpt(3, len(BODY) - 1)
    assert (made.prefix, made.suffix) == ("He ", ".")


def test_an_excerpt_is_exact_only_where_its_words_stand_to_the_letter() -> None:
    made = excerpt(7, 15)
    assert is_exact(SOURCE, made)
    assert not is_exact(SOURCE, replace(made, exact="Ruthless"))
    assert not is_exact(SOURCE, replace(made, start=8, end=16))
    assert not is_exact(replace(SOURCE, id=RecordId("other")), made)
    assert not is_exact(SOURCE, replace(made, exact="", start=500, end=501))
    assert not is_exact(SOURCE, replace(made, anchoring=Anchoring.LOST))


def test_a_kept_passage_has_the_context_of_its_new_place() -> None:
    text = replace(SOURCE, body="Then " + BODY)
    at = placed(text, excerpt(7, 15), Place(12, 20, Anchoring.KEPT, 1.0))
    assert (at.exact, at.prefix, at.start, at.anchoring) == ("ruthless", "Then He was ", 12, Anchoring.KEPT)


def test_a_moved_or_lost_passage_goes_on_quoting_what_was_chosen() -> None:
    made = excerpt(7, 15)
    text = replace(SOURCE, body=BODY.replace("ruthless", "cruel"))
    moved = placed(text, made, Place(7, 12, Anchoring.MOVED, 0.5))
    assert moved == replace(made, end=12, anchoring=Anchoring.MOVED)
    assert placed(text, moved, Place(0, 0, Anchoring.LOST, 0.0)) == replace(moved, anchoring=Anchoring.LOST)

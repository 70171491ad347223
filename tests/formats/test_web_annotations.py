"""Annotations for other programs, and theirs: what is written, and what is read of many kinds of files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.errors import AnnotationProblem, BrokenAnnotations, NotAnnotations, TooManyAnnotations
from argmap.formats.web_annotations import (
    MOST,
    Annotations,
    Remark,
    WebAnnotation,
    read,
    text_iri,
    text_of,
    write,
)
from argmap.model.ids import RecordId
from argmap.model.limits import LONGEST_TEXT

W3C = Path("/work/shared/data/w3c")
QUOTE = {"type": "TextQuoteSelector", "exact": "all men", "prefix": "that ", "suffix": " are"}
PLACE = {"type": "TextPositionSelector", "start": 5, "end": 12}


def of(target: object = None, **fields: object) -> dict[str, object]:
    """One annotation of a passage, unless another target is given."""
    passage = {"source": "https://example.org/text", "selector": [QUOTE, PLACE]}
    return {"type": "Annotation", "target": passage if target is None else target} | fields


def reading(value: object) -> Annotations:
    return read(json.dumps(value).encode())


def only(value: object) -> WebAnnotation:
    (found,) = reading(value).passages
    return found


def full() -> WebAnnotation:
    return WebAnnotation(
        key="x1",
        source=text_iri(RecordId("te:xt/1"), "0f"),
        title="A & B",
        exact='😀 "all" men',
        prefix="e\u0301 ",
        suffix="\n<are>",
        span=(5, 14),
        text="Men are\nmortal.",
        element=RecordId("c:1 ä"),
        role="reason",
        tags=("mortality", "men"),
        remarks=(
            Remark(text="Is *that* so?", creator="Ada", created="2026-11-05T10:00:00Z", is_question=True),
            Remark(text="Plainly."),
        ),
    )


def test_what_is_written_is_read_again() -> None:
    (found,) = read(write([full()], title="Mortality", creators=["Bob"])).passages
    assert found == replace(full(), key="", title="")


def test_the_page_is_as_the_recommendation_asks() -> None:
    lost = WebAnnotation(key="x2", source="urn:argmap:text:t:0", exact="gone", element=RecordId("c2"))
    page = json.loads(write([full(), lost], title="Mortality", creators=["Bob"]))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert page["partOf"]["type"] == "AnnotationCollection"
    assert (page["partOf"]["label"], page["partOf"]["total"]) == ("Mortality", 2)
    first, second = page["items"]
    every = [page["id"], page["partOf"]["id"], first["id"], second["id"]]
    assert len(set(every)) == 4
    assert all(key.startswith("urn:uuid:") for key in every)
    assert (first["motivation"], first["creator"]) == ("describing", [{"type": "Person", "name": "Bob"}])
    assert first["target"]["source"] == "urn:argmap:text:te%3Axt%2F1:0f"
    quote, place = first["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": '😀 "all" men',
        "prefix": "e\u0301 ",
        "suffix": "\n<are>",
    }
    assert place == {"type": "TextPositionSelector", "start": 5, "end": 14}
    body = first["body"][0]
    assert (body["type"], body["value"], "purpose" in body) == ("TextualBody", "Men are\nmortal.", False)
    assert body["id"] == "urn:argmap:element:c%3A1%20%C3%A4"
    assert [selector["type"] for selector in second["target"]["selector"]] == ["TextQuoteSelector"]


def test_the_same_map_is_written_as_the_same_bytes() -> None:
    assert write([full()], title="M") == write([full()], title="M")


def test_a_text_is_known_by_its_iri() -> None:
    assert text_of(text_iri(RecordId("te:xt/1"), "0f")) == "te:xt/1"
    assert text_of("https://example.org/text") is None


@pytest.mark.parametrize(
    "wrapped",
    [
        of(),
        [of()],
        {"type": "AnnotationPage", "items": [of()]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [of()]}},
        {"@graph": [of()]},
        {"rows": [of()], "total": 1},
    ],
    ids=["one", "a list", "a page", "a collection", "a graph", "an answer"],
)
def test_annotations_are_found_whatever_they_are_wrapped_in(wrapped: object) -> None:
    found = only(wrapped)
    assert (found.exact, found.prefix, found.suffix, found.span) == ("all men", "that ", " are", (5, 12))
    assert found.source == "https://example.org/text"


@pytest.mark.parametrize(
    "selector",
    [
        QUOTE,
        [PLACE, QUOTE],
        {"type": "Choice", "items": [{"type": "FragmentSelector", "value": "x"}, QUOTE]},
        {"type": "FragmentSelector", "value": "p1", "refinedBy": QUOTE},
        {"@type": "oa:TextQuoteSelector", "exact": "all men"},
    ],
    ids=["alone", "beside another", "to choose", "refining", "older words"],
)
def test_a_quote_is_found_wherever_it_stands(selector: object) -> None:
    assert only(of({"source": "s", "selector": selector})).exact == "all men"


def test_a_place_within_another_selection_is_no_place_of_the_text() -> None:
    refined = {"type": "FragmentSelector", "value": "p1", "refinedBy": [PLACE]}
    assert reading(of({"selector": refined})) == Annotations(passages=(), left_aside=1)
    assert only(of({"selector": PLACE})).span == (5, 12)


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/page",
        {"source": "s"},
        {"source": "s", "selector": {"type": "SvgSelector", "value": "<svg/>"}},
        {"source": "s", "selector": {"type": "TextQuoteSelector", "exact": "  "}},
        {"source": "s", "selector": {"type": "TextPositionSelector", "start": 7, "end": 7}},
        {"source": "s", "selector": {"type": "TextPositionSelector", "start": True, "end": 7.0}},
        {"source": "s", "selector": {"type": "TextPositionSelector", "start": 0, "end": 2**70}},
        {"source": "s", "selector": {"type": "TextQuoteSelector", "exact": "x" * (LONGEST_TEXT + 1)}},
    ],
)
def test_what_is_not_about_a_passage_is_left_aside(target: object) -> None:
    assert reading([of(), of(target), 7, None]) == Annotations(passages=(only(of()),), left_aside=3)


def test_an_annotation_of_two_passages_is_two() -> None:
    passages = [{"source": "s", "selector": {**QUOTE, "exact": words}} for words in ("one", "two")]
    assert [found.exact for found in reading(of(passages)).passages] == ["one", "two"]


def test_a_comment_keeps_who_wrote_it_and_when() -> None:
    body = {
        "type": "TextualBody",
        "value": "*Sic*",
        "purpose": "commenting",
        "created": "2026-11-05T12:00:00+02:00",
    }
    found = only(of(body=body, creator={"type": "Person", "name": "Ada  L."}))
    assert found.remarks == (Remark(text="*Sic*", creator="Ada L.", created="2026-11-05T10:00:00Z"),)
    assert found.text == ""


def test_what_a_body_is_for_says_what_becomes_of_it() -> None:
    bodies = [
        {"type": "TextualBody", "value": "All men die.", "purpose": "identifying"},
        {"type": "TextualBody", "value": "mortality", "purpose": "tagging"},
        {"type": "TextualBody", "value": "Do they?", "purpose": "questioning"},
        {"type": "TextualBody", "value": "<p>Yes &amp; no</p>", "purpose": "replying", "format": "text/html"},
        {"type": "Choice", "items": [{"type": "TextualBody", "value": "Quite."}, {"value": "Tout à fait."}]},
        {"id": "https://example.org/body"},
    ]
    found = only(of(body=bodies))
    assert found.text == "All men die."
    assert found.tags == ("mortality",)
    assert [(r.text, r.is_question) for r in found.remarks] == [
        ("Do they?", True),
        ("Yes & no", False),
        ("Quite.", False),
    ]


@pytest.mark.parametrize(
    "motivation", ["commenting", "describing", ["oa:replying"], "http://www.w3.org/ns/oa#assessing"]
)
def test_a_body_without_a_purpose_takes_that_of_its_annotation(motivation: object) -> None:
    found = only(of(bodyValue="Hm.", motivation=motivation))
    assert ([remark.text for remark in found.remarks], found.text) == (["Hm."], "")


def test_a_highlight_says_nothing_and_a_body_without_any_purpose_is_its_content() -> None:
    assert only(of(motivation="highlighting")).text == ""
    assert only(of(bodyValue="All men die.")).text == "All men die."


def test_a_file_that_hypothesis_exports_is_read() -> None:
    one = {
        "id": "a1",
        "created": "2026-11-05T10:00:00.123456+00:00",
        "user": "acct:ada@hypothes.is",
        "uri": "https://example.org/text",
        "text": "Check the **date**.",
        "tags": ["dates"],
        "target": [
            {"source": "https://example.org/text", "selector": [{"type": "RangeSelector"}, PLACE, QUOTE]}
        ],
    }
    page_note = {**one, "target": [{"source": "https://example.org/text"}]}
    found = reading({"export_date": "2026-11-05", "annotations": [one, page_note]})
    assert found.left_aside == 1
    (passage,) = found.passages
    assert passage.remarks == (
        Remark(text="Check the **date**.", creator="ada", created="2026-11-05T10:00:00Z"),
    )
    assert (passage.exact, passage.tags, passage.text) == ("all men", ("dates",), "")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", BrokenAnnotations),
        (b"<html></html>", BrokenAnnotations),
        (b'{"items": [', BrokenAnnotations),
        (b"\xff\xfe[\x00]\x00", BrokenAnnotations),
        (b'["\\ud800"]', BrokenAnnotations),
        (b'{"a": 1, "a": 2}', BrokenAnnotations),
        (b"[NaN]", BrokenAnnotations),
        (b"[" * 200_000, BrokenAnnotations),
        (b"7", NotAnnotations),
        (b'{"type": "Manifest"}', NotAnnotations),
        (b'{"type": "AnnotationCollection", "first": "https://example.org/p1"}', NotAnnotations),
        (b'{"first": {"first": {"items": []}}}', NotAnnotations),
        (json.dumps([0] * (MOST + 1)).encode(), TooManyAnnotations),
        (json.dumps(of([{"selector": QUOTE}] * (MOST + 1))).encode(), TooManyAnnotations),
    ],
)
def test_other_files_are_refused_in_words(data: bytes, problem: type[AnnotationProblem]) -> None:
    with pytest.raises(problem, match=r"\w+.*\.$"):
        read(data)


def test_a_deep_annotation_is_left_aside() -> None:
    deep: object = QUOTE
    for _ in range(100):
        deep = {"type": "FragmentSelector", "refinedBy": deep}
    assert reading(of({"selector": deep})) == Annotations(passages=(), left_aside=1)


NAMES = st.sampled_from(
    "type @type items first body value purpose text target selector exact start end refinedBy creator "
    "created motivation tags bodyValue source id members name".split()
)
WORDS = st.sampled_from(["", "TextQuoteSelector", "TextPositionSelector", "acct:a@b", "oa:#"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["", "TextQuoteSelector", "acct:a@b", "oa:#"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES))
def test_no_annotation_whatever_it_holds_is_more_than_left_aside(fields: dict[str, object]) -> None:
    found = reading([of() | fields])
    assert len(found.passages) + found.left_aside >= 1


@pytest.mark.skipif(not W3C.is_dir(), reason="the files of the W3C are not on this machine")
def test_the_files_of_the_w3c_are_read() -> None:
    passages = {path.stem: len(read(path.read_bytes()).passages) for path in sorted(W3C.glob("*.json"))}
    assert len(passages) > 30
    assert {name for name, number in passages.items() if number} == {"anno16", "anno17", "anno31", "anno32"}

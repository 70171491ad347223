"""Annotations of texts as other programs know them: W3C Web Annotations in JSON-LD, and Hypothesis' JSON.

Written is one AnnotationPage that names the collection it is the whole of: a page has its annotations in
`items`, as plain as a list, where a collection would have them one level down, and programs that take only a
list (Recogito, Annotorious) are given that. Selectors stand side by side in one list, and what a passage says
comes as a body without a purpose of its own, because these programs show no other.

Read is whatever has annotations somewhere near the top: a page, a collection with its first page inside, a
list, one annotation, also in the older vocabulary with `oa:` and `@id`; and what Hypothesis exports or
answers. What is no annotation of a passage of text is left aside and counted.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import unescape
from urllib.parse import quote, unquote

from argmap.formats.errors import BrokenAnnotations, Damaged, NotAnnotations, TooManyAnnotations
from argmap.formats.json_text import is_too_deep, parse
from argmap.model.ids import RecordId
from argmap.model.limits import LONGEST_TEXT
from argmap.model.text import normalized

MOST = 20_000
"""So many annotations are taken in at once, and no more."""
FARTHEST = 2**31
"""No selector points farther into a text."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The identifier that the recommendation asks for, to the letter; nothing is fetched from there."""
ELEMENT, TEXT = "urn:argmap:element:", "urn:argmap:text:"

_REMARKS = frozenset("assessing commenting describing editing moderating questioning replying".split())
"""What people say about a passage with these purposes is theirs, and no claim of the text."""
_AROUND = 120
"""So many characters before and after a passage are enough to find it by."""
_LONGEST_NAME = 200
_SELECTOR_LISTS = ("members", "items", "default", "item")
_TAG = re.compile("<[^<>]*>")

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody says about a passage."""

    text: str
    """Markdown."""
    creator: str = ""
    created: str = ""
    """ISO 8601 in UTC, to the second; empty where it is not known."""
    is_question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAnnotation:
    """One annotation of one passage."""

    key: str = ""
    """What tells it from all others of its text; written, and not read."""
    source: str = ""
    """The IRI of the text; for ours see `text_iri`."""
    title: str = ""
    """The text's title; written, and not read."""
    exact: str = ""
    """The passage; empty where only its place is known."""
    prefix: str = ""
    suffix: str = ""
    span: tuple[int, int] | None = None
    """Where it stands, in code points; None where that is not known."""
    text: str = ""
    """What the map makes of the passage, or another program says that it is."""
    element: RecordId | None = None
    """The claim or relation of the map that the annotation was written from."""
    role: str = ""
    remarks: tuple[Remark, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """What a file holds."""

    passages: tuple[WebAnnotation, ...]
    left_aside: int
    """How many are no annotations of a passage of text."""


def text_iri(source: RecordId, fingerprint: str) -> str:
    """The IRI by which our annotations name a text: its id, and what tells its body from others."""
    return f"{TEXT}{quote(source, safe='')}:{fingerprint}"


def text_of(iri: str) -> RecordId | None:
    """The id of the text that an IRI of ours names."""
    return RecordId(unquote(iri.removeprefix(TEXT).rpartition(":")[0])) if iri.startswith(TEXT) else None


def fingerprint_of(iri: str) -> str | None:
    """What an IRI of ours tells the body of the text by."""
    return iri.rpartition(":")[2] if iri.startswith(TEXT) else None


def write(annotations: Iterable[WebAnnotation], *, title: str, creators: Sequence[str] = ()) -> bytes:
    """One AnnotationPage; `creators` made the map that the annotations are from."""
    persons = [{"type": "Person", "name": name} for name in creators]
    items = [_fields(annotation, persons) for annotation in annotations]
    page = {
        "@context": CONTEXT,
        "id": _urn("page", *(str(item["id"]) for item in items)),
        "type": "AnnotationPage",
        "partOf": {
            "id": _urn("collection", *(str(item["id"]) for item in items)),
            "type": "AnnotationCollection",
            "label": title,
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=2).encode() + b"\n"


def _urn(*words: str) -> str:
    """A name that is the same whenever the same is written."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(('argmap', *words)))}"


def _fields(annotation: WebAnnotation, persons: Sequence[Fields]) -> dict[str, object]:
    is_of_claim = annotation.element is not None
    found: dict[str, object] = {
        "id": _urn(annotation.source, annotation.key),
        "type": "Annotation",
        "motivation": "describing" if is_of_claim else "highlighting",
    }
    if persons:
        found["creator"] = list(persons)
    found["body"] = list(_bodies(annotation))
    target: dict[str, object] = {"type": "SpecificResource", "source": annotation.source}
    if annotation.title:
        target["label"] = annotation.title
    target["selector"] = list(_selectors(annotation))
    found["target"] = target
    return found


def _bodies(annotation: WebAnnotation) -> Iterator[Fields]:
    if annotation.element is not None:
        own = f"{ELEMENT}{quote(annotation.element, safe='')}"
        yield {"id": own, "type": "TextualBody", "value": annotation.text, "format": "text/plain"}
    if annotation.role:
        yield {"type": "TextualBody", "purpose": "classifying", "value": annotation.role}
    for tag in annotation.tags:
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}
    for remark in annotation.remarks:
        purpose = "questioning" if remark.is_question else "commenting"
        body = {"type": "TextualBody", "purpose": purpose, "value": remark.text, "format": "text/markdown"}
        known = {"created": remark.created, "creator": _person(remark.creator)}
        yield body | {name: value for name, value in known.items() if value}


def _person(name: str) -> Fields:
    return {"type": "Person", "name": name} if name else {}


def _selectors(annotation: WebAnnotation) -> Iterator[Fields]:
    yield {
        "type": "TextQuoteSelector",
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
    }
    if annotation.span:
        start, end = annotation.span
        yield {"type": "TextPositionSelector", "start": start, "end": end}


def read(data: bytes) -> Annotations:
    """The annotations in a file's bytes; an `AnnotationProblem` where there are none to be had."""
    try:
        value = parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenAnnotations(f"line {line}", "holds bytes that are not UTF-8 text") from None
    except Damaged as damage:
        raise BrokenAnnotations(damage.where, damage.what) from None
    listed = _listed(value)
    found: list[WebAnnotation] = []
    left_aside = 0
    for each in listed:
        passages = list(_passages(each))
        found += passages
        left_aside += not passages
        if len(found) + left_aside > MOST:
            raise TooManyAnnotations(MOST)
    return Annotations(passages=tuple(found), left_aside=left_aside)


def _listed(value: object, *, is_inner: bool = False) -> list[object]:
    """The annotations of a file, whatever they are wrapped in."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for name in ("items", "annotations", "rows", "@graph", "resources"):
            if isinstance(value.get(name), list):
                return list(value[name])
        kinds = _kinds(value)
        if "Annotation" in kinds:
            return [value]
        first = value.get("first")
        if isinstance(first, dict) and not is_inner:
            return _listed(first, is_inner=True)
        if isinstance(first, str) and "AnnotationCollection" in kinds:
            raise NotAnnotations(
                "This file only says where its annotations are. Get the first page of the collection, "
                f"{first[:200]}, and import that."
            )
    raise NotAnnotations(
        "There are no annotations in this file. Choose one in W3C Web Annotation JSON-LD, "
        "or one that Hypothesis has exported as JSON."
    )


def _passages(each: object) -> Iterator[WebAnnotation]:
    """The annotations of passages that one entry makes: one for each target that is a passage."""
    if not isinstance(each, dict) or is_too_deep(each):
        return
    told = _told(each)
    for target in _many(each.get("target")):
        found = _selected(target)
        if found is not None:
            annotation = replace(
                told,
                exact=found.exact,
                prefix=found.prefix,
                suffix=found.suffix,
                span=found.span,
                source=_iri(target),
            )
            if _is_short(annotation):
                yield annotation


def _is_short(annotation: WebAnnotation) -> bool:
    """Whether a map can hold its texts."""
    texts = [annotation.exact, annotation.text, *annotation.tags, *(r.text for r in annotation.remarks)]
    return max(map(len, texts)) <= LONGEST_TEXT and len(annotation.tags) + len(annotation.remarks) <= MOST


def _selected(target: object) -> WebAnnotation | None:
    """The passage that a target's selectors name, as an annotation that says nothing yet."""
    if not isinstance(target, dict):
        return None
    quoted: WebAnnotation | None = None
    span: tuple[int, int] | None = None
    for selector, is_refining in _flat(target.get("selector")):
        kinds = _kinds(selector)
        if "TextQuoteSelector" in kinds and quoted is None:
            quoted = _quoted(selector)
        elif "TextPositionSelector" in kinds and span is None and not is_refining:
            span = _span(selector.get("start"), selector.get("end"))
    if quoted is None and span is None:
        return None
    return replace(quoted or WebAnnotation(), span=span)


def _quoted(selector: Fields) -> WebAnnotation | None:
    exact = _text(selector.get("exact"))
    prefix, suffix = _text(selector.get("prefix"))[-_AROUND:], _text(selector.get("suffix"))[:_AROUND]
    return WebAnnotation(exact=exact, prefix=prefix, suffix=suffix) if exact.strip() else None


def _flat(selector: object, *, is_refining: bool = False) -> Iterator[tuple[Fields, bool]]:
    """All selectors: side by side, in lists, or refining others, whose places are not the text's own."""
    for each in _many(selector):
        if isinstance(each, dict):
            yield each, is_refining
            for name in _SELECTOR_LISTS:
                yield from _flat(each.get(name), is_refining=is_refining)
            yield from _flat(each.get("refinedBy"), is_refining=True)


def _span(start: object, end: object) -> tuple[int, int] | None:
    if type(start) is int and type(end) is int and 0 <= start < end <= FARTHEST:
        return start, end
    return None


def _told(each: Fields) -> WebAnnotation:
    """What an annotation says, whatever of."""
    creator = _name(each.get("creator") or each.get("annotatedBy") or each.get("user"))
    created = _time(each.get("created") or each.get("annotatedAt"))
    general = _purposes(each.get("motivation"))
    told = WebAnnotation()
    bodies = list(_textual(each.get("body")))
    # Of ours the creator made the map; who left a comment unsigned stays unknown.
    is_ours = any(_own_iri(body).startswith(ELEMENT) for body in bodies)
    own = Remark(text="") if is_ours else Remark(text="", creator=creator, created=created)
    for body in bodies:
        told = _with_body(told, body, general=general, own=own)
    if isinstance(each.get("bodyValue"), str):
        told = _with_body(told, {"value": each["bodyValue"]}, general=general, own=own)
    if isinstance(each.get("text"), str):  # Hypothesis: all that people write there is about the passage
        told = _with_body(told, {"value": each["text"]}, general=frozenset({"commenting"}), own=own)
    tags = tuple(_text(tag) for tag in _many(each.get("tags")) if isinstance(tag, str))
    return replace(told, tags=tuple(dict.fromkeys(tag for tag in (*told.tags, *tags) if tag.strip())))


def _with_body(told: WebAnnotation, body: Fields, *, general: frozenset[str], own: Remark) -> WebAnnotation:
    """What is told with one body more."""
    words = _words(body)
    purposes = _purposes(body.get("purpose") or body.get("role")) or general
    iri = _own_iri(body)
    if iri.startswith(ELEMENT) and told.element is None:
        return replace(told, element=RecordId(unquote(iri.removeprefix(ELEMENT))), text=words)
    if "classifying" in purposes:
        return replace(told, role=words)
    if "tagging" in purposes and purposes.isdisjoint(_REMARKS):
        return replace(told, tags=(*told.tags, words))
    if not words.strip():
        return told
    if purposes & _REMARKS or told.text:
        remark = replace(
            own,
            text=words,
            creator=_name(body.get("creator")) or own.creator,
            created=_time(body.get("created")) or own.created,
            is_question="questioning" in purposes,
        )
        return replace(told, remarks=(*told.remarks, remark))
    return replace(told, text=words)


def _textual(body: object) -> Iterator[Fields]:
    """The bodies that are texts; of some to choose from the first."""
    for each in _many(body):
        if not isinstance(each, dict):
            continue
        kinds = _kinds(each)
        if kinds & {"Choice", "List", "Composite"}:
            inner = (found for name in _SELECTOR_LISTS for found in _textual(each.get(name)))
            yield from list(inner)[: 1 if "Choice" in kinds else None]
        elif any(isinstance(each.get(name), str) for name in ("value", "text", "chars")):
            yield each


def _words(body: Fields) -> str:
    words = next((_text(body[n]) for n in ("value", "text", "chars") if isinstance(body.get(n), str)), "")
    return unescape(_TAG.sub("", words)) if body.get("format") == "text/html" else words


def _own_iri(body: Fields) -> str:
    return _text(body.get("id") or body.get("@id"))


def _iri(target: object) -> str:
    source = target.get("source") if isinstance(target, dict) else target
    named = source.get("id") or source.get("@id") if isinstance(source, dict) else source
    return _text(named)


def _kinds(value: Fields) -> frozenset[str]:
    return _purposes(value.get("type") or value.get("@type"))


def _purposes(value: object) -> frozenset[str]:
    """Words of the vocabulary, without what says that they are of it."""
    return frozenset(re.split("[:#]", each)[-1] for each in _many(value) if isinstance(each, str))


def _name(value: object) -> str:
    """What a person is called; of a Hypothesis account its name."""
    for each in _many(value):
        if isinstance(each, dict):
            named = _text(each.get("name") or each.get("nickname") or each.get("nick"))
        else:
            account = re.fullmatch("acct:([^@]+)@.*", _text(each))
            named = account[1] if account else "" if "://" in _text(each) else _text(each)
        if named.strip():
            return " ".join(named.split())[:_LONGEST_NAME]
    return ""


def _time(value: object) -> str:
    """A time in UTC, to the second; empty where it is none."""
    try:
        found = datetime.fromisoformat(_text(value))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def _text(value: object) -> str:
    return normalized(value) if isinstance(value, str) else ""


def _many(value: object) -> list[object]:
    """A value that may stand alone or in a list, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]

"""Every verb of `argmap.edits` with arguments drawn at random, for property tests and for whole sessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.edits import (
    arranging,
    claims,
    clipboard,
    duplicating,
    excerpts,
    map_info,
    notes,
    participants,
    quoting,
    relations,
    sources,
)
from argmap.edits.annotations import import_annotations
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, Flag, NoteKind, RelationKind, Standing, Strength
from argmap.model.transaction import Edit, Transaction
from argmap.source.mapping import TextChange
from argmap.source.quote import Quote
from tests.strategies import coordinates, found_annotations, texts

NOBODY = RecordId("nobody")
"""An id that no record has: a verb may be asked for what another has just removed."""

_SMALL = st.integers(0, 30)

T = TypeVar("T")


@dataclass(frozen=True)
class Pick:
    """Draws arguments that fit a map, and now and then some that do not."""

    draw: DrawFn
    map: ArgumentMap

    def one(self, of: SearchStrategy[T]) -> T:
        return self.draw(of)

    def key(self, table: Mapping[RecordId, object] | Sequence[RecordId]) -> RecordId:
        keys = list(table)
        return self.draw(st.sampled_from([*keys, *keys, *keys, NOBODY]))

    def claim(self) -> RecordId:
        return self.key(self.map.claims)

    def relation(self) -> RecordId:
        return self.key(self.map.relations)

    def element(self) -> RecordId:
        return self.key([*self.map.claims, *self.map.relations])

    def claims(self) -> list[RecordId]:
        return self._some(list(self.map.claims))

    def relations(self) -> list[RecordId]:
        return self._some(list(self.map.relations))

    def elements(self) -> list[RecordId]:
        return self._some([*self.map.claims, *self.map.relations])

    def text(self) -> str:
        return self.draw(texts())

    def place(self) -> tuple[float, float]:
        return self.draw(st.tuples(coordinates(), coordinates()))

    def span(self) -> tuple[int, int]:
        return self.draw(st.tuples(st.integers(-2, 50), st.integers(-2, 50)))

    def _some(self, keys: list[RecordId]) -> list[RecordId]:
        return self.draw(st.lists(st.sampled_from(keys), max_size=4)) if keys else []


def _add_claim(pick: Pick) -> Edit:
    text, at, kind = pick.text(), pick.place(), pick.one(st.sampled_from(ClaimKind))
    return lambda t: claims.add_claim(t, text, at=at, kind=kind)


def _reword(pick: Pick) -> Edit:
    claim, text = pick.claim(), pick.text()
    return lambda t: claims.reword(t, claim, text)


def _set_label(pick: Pick) -> Edit:
    claim, text = pick.claim(), pick.text()
    return lambda t: claims.set_label(t, claim, text)


def _set_kind(pick: Pick) -> Edit:
    keys, kind = pick.claims(), pick.one(st.sampled_from(ClaimKind))
    return lambda t: claims.set_kind(t, keys, kind)


def _set_implicit(pick: Pick) -> Edit:
    keys, implicit = pick.claims(), pick.one(st.booleans())
    return lambda t: claims.set_implicit(t, keys, implicit)


def _set_participant(pick: Pick) -> Edit:
    keys, voice = pick.claims(), pick.one(st.none() | st.just(pick.key(pick.map.participants)))
    return lambda t: claims.set_participant(t, keys, voice)


def _set_credence(pick: Pick) -> Edit:
    keys, credence = pick.claims(), pick.one(st.none() | st.floats(-0.5, 1.5) | st.floats())
    return lambda t: claims.set_credence(t, keys, credence)


def _set_flag(pick: Pick) -> Edit:
    keys, flag = pick.claims(), pick.one(st.none() | st.sampled_from(Flag))
    return lambda t: claims.set_flag(t, keys, flag)


def _add_tag(pick: Pick) -> Edit:
    keys, tag = pick.claims(), pick.text()
    return lambda t: claims.add_tag(t, keys, tag)


def _remove_tag(pick: Pick) -> Edit:
    keys = pick.claims()
    held = [tag for claim in pick.map.claims.values() for tag in claim.tags]
    tag = pick.one(st.sampled_from([*held, "none has this"]))
    return lambda t: claims.remove_tag(t, keys, tag)


def _remove_elements(pick: Pick) -> Edit:
    keys = pick.elements()
    return lambda t: claims.remove_elements(t, keys)


def _remove_branch(pick: Pick) -> Edit:
    keys = pick.elements()
    return lambda t: claims.remove_elements(t, claims.branch_of(t, keys))


def _connect(pick: Pick) -> Edit:
    premise, target, kind = pick.claim(), pick.element(), pick.one(st.sampled_from(RelationKind))
    return lambda t: relations.connect(t, premise, target, kind)


def _undercut(pick: Pick) -> Edit:
    premise, relation = pick.claim(), pick.relation()
    return lambda t: relations.undercut(t, premise, relation)


def _link(pick: Pick) -> Edit:
    keys, relation = pick.claims(), pick.relation()
    return lambda t: relations.link(t, keys, relation)


def _link_claims(pick: Pick) -> Edit:
    keys = pick.claims()
    return lambda t: relations.link_claims(t, keys)


def _unlink(pick: Pick) -> Edit:
    relation, keys = pick.relation(), pick.one(st.none() | st.just(pick.claims()))
    return lambda t: relations.unlink(t, relation, keys)


def _retarget(pick: Pick) -> Edit:
    relation, target = pick.relation(), pick.element()
    return lambda t: relations.retarget(t, relation, target)


def _replace_premise(pick: Pick) -> Edit:
    relation, old, new = pick.relation(), pick.claim(), pick.claim()
    held = pick.map.relations.get(relation)
    old = held.premises[0] if held else old
    return lambda t: relations.replace_premise(t, relation, old, new)


def _reverse(pick: Pick) -> Edit:
    relation = pick.relation()
    return lambda t: relations.reverse(t, relation)


def _set_relation_kind(pick: Pick) -> Edit:
    relation, kind = pick.relation(), pick.one(st.sampled_from(RelationKind))
    return lambda t: relations.set_relation_kind(t, relation, kind)


def _set_strength(pick: Pick) -> Edit:
    keys, strength = pick.relations(), pick.one(st.sampled_from(Strength))
    return lambda t: relations.set_strength(t, keys, strength)


def _set_reading(pick: Pick) -> Edit:
    relation, text = pick.relation(), pick.text()
    return lambda t: relations.set_reading(t, relation, text)


def _insert_between(pick: Pick) -> Edit:
    claim, relation = pick.claim(), pick.relation()
    return lambda t: relations.insert_between(t, claim, relation)


def _attach(pick: Pick) -> Edit:
    element, source, span = pick.element(), pick.key(pick.map.sources), pick.span()
    return lambda t: excerpts.attach(t, element, source, span=span)


def _quote(pick: Pick) -> Quote:
    return Quote(pick.key(pick.map.sources), *pick.span())


def _add_quoted(pick: Pick) -> Edit:
    quote, at = _quote(pick), pick.place()
    return lambda t: quoting.add_quoted(t, quote, at=at)


def _give_as_reason(pick: Pick) -> Edit:
    quote, target, at = _quote(pick), pick.element(), pick.place()
    return lambda t: quoting.give_as_reason(t, quote, target, at=at)


def _give_as_objection(pick: Pick) -> Edit:
    quote, target, at = _quote(pick), pick.element(), pick.place()
    return lambda t: quoting.give_as_objection(t, quote, target, at=at)


def _detach(pick: Pick) -> Edit:
    excerpt = pick.key(pick.map.excerpts)
    return lambda t: excerpts.detach(t, excerpt)


def _redraw(pick: Pick) -> Edit:
    excerpt, span = pick.key(pick.map.excerpts), pick.span()
    return lambda t: excerpts.redraw(t, excerpt, span)


def _confirm(pick: Pick) -> Edit:
    keys = [pick.key(pick.map.excerpts), *pick.map.excerpts][: pick.one(st.integers(0, 3))]
    return lambda t: excerpts.confirm(t, keys)


def _add_source(pick: Pick) -> Edit:
    title, body, author = pick.text(), pick.text(), pick.text()
    return lambda t: sources.add_source(t, title, body=body, author=author)


def _describe_source(pick: Pick) -> Edit:
    source, title, citation = pick.key(pick.map.sources), pick.one(st.none() | texts()), pick.text()
    return lambda t: sources.describe_source(t, source, title=title, citation=citation)


def _change_body(pick: Pick) -> Edit:
    """Several changes, of which a later one may lie outside the text."""
    source, spans = pick.key(pick.map.sources), pick.one(st.lists(st.tuples(_SMALL, _SMALL), max_size=3))
    changes = [TextChange(start, removed, pick.text()) for start, removed in spans]
    return lambda t: sources.edit_body(t, source, changes)


def _replace_body(pick: Pick) -> Edit:
    """Another text, or a part of the one there is."""
    source, text, cut = pick.key(pick.map.sources), pick.text(), pick.one(_SMALL)
    held = pick.map.sources.get(source)
    body = text + held.body[cut:] if held else text
    return lambda t: sources.replace_body(t, source, body)


def _remove_source(pick: Pick) -> Edit:
    source = pick.key(pick.map.sources)
    return lambda t: sources.remove_source(t, source)


def _import_annotations(pick: Pick) -> Edit:
    elements = st.just(pick.element())
    found = pick.one(st.lists(found_annotations(pick.key(pick.map.sources), elements), max_size=3))
    at = pick.place()
    return lambda t: import_annotations(t, found, at=lambda _: at)


def _add_note(pick: Pick) -> Edit:
    element = pick.key([*pick.map.claims, *pick.map.relations, *pick.map.excerpts])
    body, kind = pick.text(), pick.one(st.sampled_from(NoteKind))
    author = pick.one(st.none() | st.just(pick.key(pick.map.participants)))
    return lambda t: notes.add_note(t, element, body, kind=kind, author=author, time="2026-01-01T00:00:00Z")


def _edit_note(pick: Pick) -> Edit:
    note, body = pick.key(pick.map.notes), pick.text()
    return lambda t: notes.edit_note(t, note, body)


def _resolve(pick: Pick) -> Edit:
    note, resolved = pick.key(pick.map.notes), pick.one(st.booleans())
    return lambda t: notes.resolve(t, note, resolved)


def _remove_note(pick: Pick) -> Edit:
    note = pick.key(pick.map.notes)
    return lambda t: notes.remove_note(t, note)


def _add_participant(pick: Pick) -> Edit:
    name, standing = pick.text(), pick.one(st.sampled_from(Standing))
    via = pick.one(st.none() | st.just(pick.key(pick.map.participants)))
    return lambda t: participants.add_participant(t, name, standing=standing, reported_by=via)


def _rename_participant(pick: Pick) -> Edit:
    voice, name = pick.key(pick.map.participants), pick.text()
    return lambda t: participants.rename_participant(t, voice, name)


def _remove_participant(pick: Pick) -> Edit:
    voice = pick.key(pick.map.participants)
    return lambda t: participants.remove_participant(t, voice)


def _place(pick: Pick) -> Edit:
    claim, at = pick.claim(), pick.place()
    return lambda t: arranging.place(t, claim, at)


def _move(pick: Pick) -> Edit:
    keys, by = pick.claims(), pick.place()
    return lambda t: arranging.move(t, keys, by)


def _set_width(pick: Pick) -> Edit:
    claim, width = pick.claim(), pick.one(st.none() | coordinates())
    return lambda t: arranging.set_width(t, claim, width)


def _set_pinned(pick: Pick) -> Edit:
    keys, pinned = pick.claims(), pick.one(st.booleans())
    return lambda t: arranging.set_pinned(t, keys, pinned)


def _swap(pick: Pick) -> Edit:
    one, other = pick.claim(), pick.claim()
    return lambda t: arranging.swap(t, one, other)


def _paste(pick: Pick) -> Edit:
    keys, by, whole = pick.elements(), pick.place(), pick.one(st.booleans())
    piece = pick.map if whole else clipboard.fragment(pick.map, keys)
    return lambda t: clipboard.paste(t, piece, by)


def _duplicate(pick: Pick) -> Edit:
    keys, by = pick.elements(), pick.place()
    return lambda t: duplicating.duplicate(t, keys, by)


def _set_title(pick: Pick) -> Edit:
    text = pick.text()
    return lambda t: map_info.set_title(t, text)


def _set_abstract(pick: Pick) -> Edit:
    text = pick.text()
    return lambda t: map_info.set_abstract(t, text)


def _ensure_analyst(pick: Pick) -> Edit:
    return participants.ensure_analyst


VERBS: Mapping[Callable[..., object], Callable[[Pick], Edit]] = {
    claims.add_claim: _add_claim,
    claims.reword: _reword,
    claims.set_label: _set_label,
    claims.set_kind: _set_kind,
    claims.set_implicit: _set_implicit,
    claims.set_participant: _set_participant,
    claims.set_credence: _set_credence,
    claims.set_flag: _set_flag,
    claims.add_tag: _add_tag,
    claims.remove_tag: _remove_tag,
    claims.remove_elements: _remove_elements,
    claims.branch_of: _remove_branch,
    relations.connect: _connect,
    relations.undercut: _undercut,
    relations.link: _link,
    relations.link_claims: _link_claims,
    relations.unlink: _unlink,
    relations.retarget: _retarget,
    relations.replace_premise: _replace_premise,
    relations.reverse: _reverse,
    relations.set_relation_kind: _set_relation_kind,
    relations.set_strength: _set_strength,
    relations.set_reading: _set_reading,
    relations.insert_between: _insert_between,
    excerpts.attach: _attach,
    excerpts.detach: _detach,
    quoting.add_quoted: _add_quoted,
    quoting.give_as_reason: _give_as_reason,
    quoting.give_as_objection: _give_as_objection,
    excerpts.redraw: _redraw,
    excerpts.confirm: _confirm,
    sources.add_source: _add_source,
    sources.describe_source: _describe_source,
    sources.edit_body: _change_body,
    sources.replace_body: _replace_body,
    sources.remove_source: _remove_source,
    import_annotations: _import_annotations,
    notes.add_note: _add_note,
    notes.edit_note: _edit_note,
    notes.resolve: _resolve,
    notes.remove_note: _remove_note,
    participants.add_participant: _add_participant,
    participants.rename_participant: _rename_participant,
    participants.remove_participant: _remove_participant,
    participants.ensure_analyst: _ensure_analyst,
    arranging.place: _place,
    arranging.move: _move,
    arranging.set_width: _set_width,
    arranging.set_pinned: _set_pinned,
    arranging.swap: _swap,
    clipboard.paste: _paste,
    duplicating.duplicate: _duplicate,
    map_info.set_title: _set_title,
    map_info.set_abstract: _set_abstract,
}
"""Each verb with what draws its arguments; `branch_of` stands for removing the branch."""


@st.composite
def edits(draw: DrawFn, map_: ArgumentMap, verb: Callable[..., object] | None = None) -> Edit:
    """One verb, any of them where none is named, with arguments for the map."""
    chosen = verb or draw(st.sampled_from(list(VERBS)))
    edit = VERBS[chosen](Pick(draw, map_))

    def named(transaction: Transaction) -> object:
        return edit(transaction)

    named.__name__ = chosen.__name__
    return named

"""Maps in one line that reads like the diagram, and editors on them.

    sketch("why? <- thesis; thesis <- reason + other; thesis <x- objection; (objection -x> thesis) <x- doubt")

Statements stand apart by semicolons or line breaks. `target <- premise` supports, `target <x- premise`
attacks, `+` links premises. A name that ends in `?` is a question (its id has no question mark), and what
supports a question answers it. A name on its own is a free claim. A relation's id is the relation as text,
without spaces and with the arrow turned, `reason+other->thesis` or `objection-x>thesis`; in parentheses it
is a target, also within an id: `doubt-x>(objection-x>thesis)`. Claims stand in rows, each one row below what
it bears on; their texts are their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from argmap.editor.editor import Editor
from argmap.formats.native import read
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import MAP_ID, RecordId, counting_ids, placement_id
from argmap.model.records import (
    AnyRecord,
    Claim,
    ClaimKind,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Relation,
    RelationKind,
    Source,
    VoiceTurn,
)
from argmap.resources import resource

COLUMN, ROW = 300.0, 160.0
"""How far apart the claims of a sketch stand."""

_SPEAKS = {"<-": ("->", RelationKind.SUPPORT), "<x-": ("-x>", RelationKind.ATTACK)}
_STATEMENT = re.compile(r"(?P<target>.+?)(?P<arrow><-|<x-)(?P<premises>.+)")


class _Sketch:
    """A map in the making: claims by name with the row they stand in, and relations."""

    def __init__(self) -> None:
        self.claims: dict[str, Claim] = {}
        self.rows: dict[str, int] = {}
        self.relations: dict[str, Relation] = {}

    def say(self, statement: str) -> None:
        found = _STATEMENT.fullmatch(statement)
        if found is None:
            self.claim(statement, 0)
            return
        target, row = self._target(found["target"])
        premises = [self.claim(name, row + 1) for name in found["premises"].split("+")]
        turned, kind = _SPEAKS[found["arrow"]]
        if kind is RelationKind.SUPPORT and self._is_question(target):
            kind = RelationKind.ANSWER
        shown = target if target in self.claims else f"({target})"
        key = f"{'+'.join(premises)}{turned}{shown}"
        self.relations[key] = Relation(
            id=RecordId(key), premises=tuple(map(RecordId, premises)), target=RecordId(target), kind=kind
        )

    def claim(self, name: str, row: int) -> str:
        key = name.rstrip("?")
        if key not in self.claims:
            kind = ClaimKind.QUESTION if name.endswith("?") else ClaimKind.CLAIM
            self.claims[key] = Claim(id=RecordId(key), text=key, kind=kind)
            self.rows[key] = row
        return key

    def _target(self, text: str) -> tuple[str, int]:
        if not text.startswith("("):
            key = self.claim(text, 0)
            return key, self.rows[key]
        key = text[1:-1]
        return key, self.rows[self.relations[key].premises[0]]

    def _is_question(self, key: str) -> bool:
        return key in self.claims and self.claims[key].kind is ClaimKind.QUESTION

    def placements(self) -> Iterable[Placement]:
        columns: dict[int, int] = {}
        for key, row in self.rows.items():
            column = columns[row] = columns.get(row, -1) + 1
            yield Placement(
                id=placement_id(RecordId(key)), element=RecordId(key), x=column * COLUMN, y=row * ROW
            )


def sketch(text: str, *more: AnyRecord) -> ArgumentMap:
    """The map that the text draws (see the module), with more records beside it."""
    drawn = _Sketch()
    for statement in re.split(r"[;\n]", text.replace(" ", "")):
        if statement:
            drawn.say(statement)
    return ArgumentMap([*drawn.claims.values(), *drawn.relations.values(), *drawn.placements(), *more])


def without_places(map_: ArgumentMap) -> ArgumentMap:
    """The same map with no claim placed."""
    return ArgumentMap(record for record in map_.values() if not isinstance(record, Placement))


def with_fields(map_: ArgumentMap, key: str, **fields: object) -> ArgumentMap:
    """The map with some fields of one record set."""
    changed = replace(map_[RecordId(key)], **fields)
    return ArgumentMap([*(record for record in map_.values() if record.id != key), changed])


def ids(*names: str) -> list[RecordId]:
    """Names as ids."""
    return [RecordId(name) for name in names]


def furnished() -> ArgumentMap:
    """A map with one of everything hung on the claim `reason`, so that removing it has much to take along.

    `reason` and `other` support `thesis`, `doubt` undercuts the reason's step. Notes stand on the claim, on
    its step, on its excerpt and on the undercut; voices speak, report and write; a group holds three claims.
    """
    body = "All men are mortal. Socrates is a man. So Socrates is mortal."
    text, ada, bob = ids("text", "ada", "bob")
    return sketch(
        "thesis <- reason; thesis <- other; (reason -> thesis) <x- doubt",
        MapInfo(id=MAP_ID, title="Mortality", theses=(RecordId("thesis"), RecordId("reason"))),
        Participant(id=ada, name="Ada", monogram="A"),
        Participant(id=bob, name="Bob", monogram="B", reported_by=ada),
        Source(id=text, title="Text", body=body, voices=(VoiceTurn(start=0, participant=ada),)),
        _excerpt("on-reason", "reason", (0, 19)),
        _excerpt("on-step", "reason->thesis", (39, 41)),
        _excerpt("on-other", "other", (20, 38)),
        _note("said-of-reason", "reason"),
        _note("said-of-step", "reason->thesis"),
        _note("said-of-excerpt", "on-reason"),
        _note("said-of-undercut", "doubt-x>(reason->thesis)"),
        _note("said-of-other", "other"),
        Group(id=RecordId("group"), title="Both", members=tuple(ids("reason", "other", "thesis"))),
    )


def _excerpt(key: str, element: str, span: tuple[int, int]) -> Excerpt:
    body = "All men are mortal. Socrates is a man. So Socrates is mortal."
    start, end = span
    return Excerpt(
        id=RecordId(key),
        element=RecordId(element),
        source=RecordId("text"),
        exact=body[start:end],
        start=start,
        end=end,
    )


def _note(key: str, element: str) -> Note:
    return Note(id=RecordId(key), element=RecordId(element), body=f"Of {element}.", author=RecordId("bob"))


def sample() -> ArgumentMap:
    """The map that comes with the program."""
    return read(resource("examples", "stalins-goals.argmap").read_bytes())


def editor_of(map_: ArgumentMap, start: int = 1000) -> Editor:
    """An editor on the map whose fresh ids count up from a number."""
    return Editor(map_, counting_ids(start))

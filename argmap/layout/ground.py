"""What arrows start from and run between: the cards, and the plates and joints of linked premises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from argmap.layout.field import Field
from argmap.layout.geometry import Rect, bounding
from argmap.layout.plan import Plan
from argmap.layout.plates import plate_for
from argmap.layout.recall import Recall
from argmap.model.ids import RecordId
from argmap.model.records import Relation


class Ground:
    """The cards of a map with the plates that its plan asks for."""

    __slots__ = ("_on", "boxes", "field", "plates")

    def __init__(self, plan: Plan, boxes: Mapping[RecordId, Rect], recall: Recall) -> None:
        self.boxes = boxes
        self.field = Field(boxes)
        turns = _turns(plan.linked)
        self.plates = {
            relation.id: recall.ask(
                ("plate", relation.id),
                (turn, *(boxes.get(key) for key in (*relation.premises, relation.target))),
                partial(plate_for, relation, boxes, self.field, turn=turn),
            )
            for relation, turn in zip(plan.linked, turns, strict=True)
        }
        self._on: dict[RecordId, set[RecordId]] = {}
        places = {key: plate.rect for key, plate in self.plates.items() if plate.rect is not None}
        recall.place(places)
        for relation in plan.linked:
            if relation.id in places:
                self._stand(relation, places[relation.id])

    def _stand(self, relation: Relation, plate: Rect) -> None:
        self.field.add_plate(relation.id, plate)
        for premise in relation.premises:
            self._on.setdefault(premise, set()).add(relation.id)

    @property
    def extent(self) -> Rect:
        """The smallest rectangle round all cards."""
        return bounding(self.boxes.values()) or Rect(0, 0, 0, 0)

    def stem(self, relation: Relation) -> Rect:
        """What the relation's arrow leaves: the card of its premise, its plate, or its joint."""
        plate = self.plates.get(relation.id)
        if plate is None:
            return self.boxes[relation.premises[0]]
        return plate.rect or Rect(*plate.joints[0], 0, 0)

    def plates_under(self, *claims: RecordId) -> frozenset[RecordId]:
        """The relations on whose plates the claims stand."""
        return frozenset(key for claim in claims for key in self._on.get(claim, ()))


def _turns(linked: Sequence[Relation]) -> Iterator[int]:
    """For each relation, how many before it have the same target."""
    seen = Counter[RecordId]()
    for relation in linked:
        yield seen[relation.target]
        seen[relation.target] += 1

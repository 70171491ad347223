"""The check-up of a map."""

from __future__ import annotations

import pytest

from argmap.evaluation.findings import Finding, FindingKind, findings
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Flag, Source
from tests.builders import ids, sample, sketch, with_fields

PASSAGE = (
    Source(id=RecordId("t"), title="", body="So."),
    Excerpt(id=RecordId("x"), element=RecordId("one"), source=RecordId("t"), exact="So", start=0, end=2),
)


def told(map_: ArgumentMap) -> list[tuple[FindingKind, tuple[str, ...]]]:
    return [(finding.kind, finding.claims) for finding in findings(map_)]


def test_a_plain_map_has_nothing_worth_a_look() -> None:
    assert findings(sketch("thesis <- reason; thesis <x- objection")) == []


def test_claims_that_attack_each_other_are_a_conflict() -> None:
    assert told(sketch("one <x- two; two <x- one")) == [(FindingKind.CONFLICT, ("one", "two"))]


def test_every_conflict_counts_though_one_claim_is_in_both() -> None:
    drawn = sketch("one <x- two; two <x- one; one <x- three; three <x- one")
    (found,) = findings(drawn)
    assert len(found.claims) == 4
    assert set(found.claims) == {"one", "two", "three"}


def test_an_attack_that_is_not_answered_is_no_conflict() -> None:
    assert told(sketch("one <x- two; three <x- one")) == []


def test_flags_are_found_one_by_one_dates_first() -> None:
    drawn = sketch("thesis <- one; thesis <- two; thesis <- three")
    for key, flag in (("one", Flag.TO_DO), ("two", Flag.DATE), ("three", Flag.DATE)):
        drawn = with_fields(drawn, key, flag=flag)
    assert findings(drawn) == [
        Finding(kind=FindingKind.FLAG, claims=tuple(ids("two", "three")), flag=Flag.DATE),
        Finding(kind=FindingKind.FLAG, claims=tuple(ids("one")), flag=Flag.TO_DO),
    ]


@pytest.mark.parametrize("anchoring", [Anchoring.MOVED, Anchoring.LOST])
def test_quotes_that_are_to_be_checked_are_found_before_flags(anchoring: Anchoring) -> None:
    map_ = with_fields(sketch("thesis <- one", *PASSAGE), "x", anchoring=anchoring)
    assert told(with_fields(map_, "thesis", flag=Flag.DATE)) == [
        (FindingKind.QUOTE, ("one",)),
        (FindingKind.FLAG, ("thesis",)),
    ]
    assert told(with_fields(map_, "x", anchoring=Anchoring.KEPT)) == []


def test_implicit_claims_and_undercutters_are_found() -> None:
    drawn = sketch("thesis <- reason; (reason -> thesis) <x- doubt")
    assert told(with_fields(drawn, "reason", implicit=True)) == [
        (FindingKind.IMPLICIT, ("reason",)),
        (FindingKind.UNDERCUT, ("doubt",)),
    ]


def test_what_is_found_in_the_sample() -> None:
    found = [(finding.kind, len(finding.claims)) for finding in findings(sample())]
    assert found == [
        (FindingKind.CONFLICT, 2),
        (FindingKind.FLAG, 1),
        (FindingKind.IMPLICIT, 2),
        (FindingKind.UNDERCUT, 2),
    ]

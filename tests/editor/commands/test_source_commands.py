"""The commands of the text: a selected passage becomes a claim; texts are added, described, removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.editor.commands import table
from argmap.editor.host import Panel
from argmap.model.records import RelationKind, Source
from argmap.source.coverage import coverage
from argmap.source.quote import quote_of
from tests.host import Bench, sample_bench


@pytest.fixture
def bench() -> Bench:
    """The sample, with a passage of its text selected."""
    bench = sample_bench()
    (source,) = bench.map.sources.values()
    bench.host.text.selected_quote = quote_of(source, 300, 420)
    return bench


@pytest.mark.parametrize(
    ("command", "selected", "kind"),
    [
        ("source.reason", "c02", RelationKind.SUPPORT),
        ("source.objection", "c02", RelationKind.ATTACK),
        ("source.objection", "s13", RelationKind.ATTACK),
        ("source.undercutter", "s13", RelationKind.ATTACK),
    ],
)
def test_a_passage_bears_on_what_is_selected_on_the_map(
    bench: Bench, command: str, selected: str, kind: RelationKind
) -> None:
    bench.run(command, selected)
    assert bench.host.canvas.editing is not None
    key, is_fresh = bench.host.canvas.editing
    assert is_fresh
    (relation,) = bench.map.leaving(key)
    assert (relation.target, relation.kind) == (selected, kind)
    assert bench.host.canvas.revealed == [key, selected]


def test_a_passage_becomes_a_claim_of_its_own_whatever_is_selected(bench: Bench) -> None:
    bench.run("source.claim", "c02")
    (key,) = bench.editor.selection
    assert bench.map.leaving(key) == ()
    assert bench.host.canvas.editing == (key, True)


def test_a_passage_is_attached_and_nothing_is_typed(bench: Bench) -> None:
    held = len(bench.map.excerpts)
    bench.run("source.attach", "c02")
    assert len(bench.map.excerpts) == held + 1
    assert bench.host.canvas.editing is None


def test_what_needs_a_passage_or_a_target_waits_for_them(bench: Bench) -> None:
    for command in ("source.reason", "source.objection", "source.attach"):
        assert bench.can_run(command, "c02")
        assert not bench.can_run(command)
        assert not bench.can_run(command, "c02", "c03")
    assert bench.can_run("source.undercutter", "s13")
    assert not bench.can_run("source.undercutter", "c02")
    assert bench.can_run("source.claim")
    bench.host.text.selected_quote = None
    for command in ("source.reason", "source.claim", "source.attach"):
        assert not bench.can_run(command, "c02")


def test_the_next_unmapped_sentence_is_selected_until_all_are_mapped(bench: Bench) -> None:
    (source,) = bench.map.sources.values()
    bench.host.text.place = (source.id, 0)
    seen = []
    for _ in range(200):
        bench.run("source.next_unmapped")
        quote = bench.host.text.selected_quote
        assert quote is not None
        if bench.host.toasts:
            break
        touched = [x for x in bench.map.excerpts.values() if x.start < quote.end and quote.start < x.end]
        assert touched == []
        seen.append(quote.span)
        bench.run("source.claim")
    assert bench.host.toasts == [("Every sentence of this text is mapped", False)]
    assert seen == sorted(seen)
    assert len(set(seen)) == len(seen) > 5
    assert coverage(source, bench.map.excerpts.values()) > 0.8


def test_without_a_text_there_is_no_next_sentence(bench: Bench) -> None:
    bench.host.text.place = None
    assert not bench.can_run("source.next_unmapped")


def test_texts_are_asked_for_and_added(bench: Bench) -> None:
    bench.run("source.add")
    assert bench.host.texts.asked == 1
    bench.host.texts.answer = [Path("a.txt"), Path("b.pdf")]
    bench.run("source.add")
    assert bench.host.texts.added == [Path("a.txt"), Path("b.pdf")]


def test_the_text_on_the_clipboard_is_added(bench: Bench) -> None:
    bench.run("source.paste")
    assert bench.host.texts.added == ["copied"]


def show(bench: Bench) -> Source:
    """Have the sample's text shown; it."""
    (source,) = bench.map.sources.values()
    bench.host.text.place = (source.id, 0)
    return source


def test_a_text_is_removed_with_its_passages_and_that_is_told(bench: Bench) -> None:
    show(bench)
    before, passages = bench.map, len(bench.map.excerpts)
    bench.run("source.remove")
    assert (bench.map.sources, bench.map.excerpts) == ({}, {})
    assert bench.map.claims == before.claims
    told = f"Removed “What were Stalin’s goals?” with {passages} passages"
    assert bench.host.toasts == [(told, True)]
    bench.editor.undo()
    assert bench.map == before


def test_of_a_text_without_passages_none_are_told(bench: Bench) -> None:
    source = show(bench)
    bench.editor.edit("Clear", lambda t: [t.remove(key) for key in list(bench.map.excerpts)])
    bench.editor.edit("Clear", lambda t: t.update(Source, source.id, title=""))
    bench.run("source.remove")
    assert bench.host.toasts == [("Removed “Untitled text”", True)]


def test_the_details_of_a_text_are_on_while_they_are_seen(bench: Bench) -> None:
    show(bench)
    is_on = table.command("source.describe").checked
    assert is_on is not None
    bench.run("source.describe")
    assert bench.host.text.is_described
    assert is_on(bench.context)
    bench.host.show_panel(Panel.SOURCE, False)
    assert not is_on(bench.context)
    bench.run("source.describe")
    assert Panel.SOURCE in bench.host.panels
    assert is_on(bench.context)
    bench.run("source.describe")
    assert not bench.host.text.is_described


def test_without_a_text_there_is_nothing_to_describe_or_to_remove(bench: Bench) -> None:
    bench.host.text.place = None
    assert not bench.can_run("source.describe")
    assert not bench.can_run("source.remove")
    assert bench.can_run("source.paste")

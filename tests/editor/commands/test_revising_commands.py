"""Commands on texts that change: edited, replaced by newer versions, their passages checked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from argmap.editor.commands.revising import relink_nearest
from argmap.edits.sources import edit_body, replace_body
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt
from argmap.model.rules import Violation
from argmap.source.anchor import is_exact
from argmap.source.mapping import TextChange
from argmap.source.quote import Quote
from argmap.source.review import doubtful
from tests.host import Bench, sample_bench

KEPT, MOVED, LOST = Anchoring.KEPT, Anchoring.MOVED, Anchoring.LOST


@pytest.fixture
def bench() -> Bench:
    """The sample, its text shown."""
    bench = sample_bench()
    (source,) = bench.map.sources.values()
    bench.host.text.place = (source.id, 0)
    return bench


@pytest.fixture
def doubtful_bench(bench: Bench) -> Bench:
    """The sample after its first passage was typed into and the last one deleted: a moved one, a lost one."""
    first, *_, last = sorted(bench.map.excerpts.values(), key=lambda held: held.start)
    changes = [TextChange(last.start - 1, last.end - last.start + 2), TextChange(first.start + 5, 0, "x")]
    bench.editor.edit("Edit", partial(edit_body, source=first.source, changes=changes))
    return bench


def marks(bench: Bench) -> list[Anchoring]:
    return [held.anchoring for held in doubtful(bench.map)]


def reviewed(bench: Bench) -> Excerpt:
    assert bench.host.text.reviewed is not None
    return bench.map.excerpts[bench.host.text.reviewed]


def test_the_text_is_edited_once_at_a_time(bench: Bench) -> None:
    bench.run("source.edit")
    assert bench.host.text.is_editing
    assert not any(map(bench.can_run, ("source.edit", "source.reload", "source.replace")))


def test_without_a_text_nothing_can_be_edited(bench: Bench) -> None:
    bench.host.text.place = None
    assert not any(map(bench.can_run, ("source.edit", "source.reload", "source.replace")))


def test_a_newer_version_is_asked_for(bench: Bench) -> None:
    (key,) = bench.map.sources
    bench.run("source.replace")
    assert bench.host.texts.replaced == []
    bench.host.texts.answer = [Path("new.txt"), Path("other.txt")]
    bench.run("source.replace")
    assert bench.host.texts.replaced == [(key, Path("new.txt"))]


def test_a_file_is_read_again_where_it_is_and_asked_for_where_it_is_not(bench: Bench) -> None:
    (key,) = bench.map.sources
    bench.host.texts.file = Path("essay.txt")
    bench.run("source.reload")
    assert bench.host.texts.replaced == [(key, Path("essay.txt"))]
    assert bench.host.texts.asked == 0
    bench.host.texts.file = None
    bench.run("source.reload")
    assert bench.host.texts.asked == 1


def test_where_all_is_sure_there_is_nothing_to_check(bench: Bench) -> None:
    for command in ("source.check_next", "source.check_previous", "source.keep", "source.detach"):
        assert not bench.can_run(command)


def test_the_doubtful_are_walked_round_and_round(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    found = [held.id for held in doubtful(bench.map)]
    assert len(found) > 1
    walked = []
    for _ in range(len(found) + 1):
        bench.run("source.check_next")
        walked.append(bench.host.text.reviewed)
        assert bench.selected == {reviewed(bench).element}
        assert bench.host.canvas.revealed == [reviewed(bench).element]
    assert walked == [*found, found[0]]
    bench.run("source.check_previous")
    assert bench.host.text.reviewed == found[-1]


def test_a_moved_passage_is_kept_and_the_next_one_comes_up(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    bench.run("source.check_next")
    held, before = reviewed(bench), marks(bench)
    assert held.anchoring is MOVED
    bench.run("source.keep")
    now = bench.map.excerpts[held.id]
    assert now.anchoring is KEPT
    assert is_exact(bench.map.sources[held.source], now)
    assert bench.host.text.reviewed == doubtful(bench.map)[0].id
    bench.editor.undo()
    assert marks(bench) == before


def test_a_lost_passage_can_only_be_drawn_anew_or_detached(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    while bench.host.text.reviewed is None or reviewed(bench).anchoring is not LOST:
        bench.run("source.check_next")
    held = reviewed(bench)
    assert not bench.can_run("source.keep")
    assert not bench.can_run("source.take_selection")
    bench.host.text.selected_quote = Quote(held.source, 20, 60)
    bench.run("source.take_selection")
    now = bench.map.excerpts[held.id]
    assert (now.start, now.end, now.anchoring) == (20, 60, KEPT)


def test_a_selection_in_another_text_is_not_the_passage(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    bench.run("source.check_next")
    bench.host.text.selected_quote = Quote(RecordId("other"), 20, 60)
    with pytest.raises(Violation, match="another text"):
        bench.run("source.take_selection")


def test_the_last_one_that_is_settled_ends_the_review(doubtful_bench: Bench) -> None:
    bench, count = doubtful_bench, len(marks(doubtful_bench))
    bench.run("source.check_next")
    for _ in range(count):
        key = bench.host.text.reviewed
        bench.run("source.detach")
        assert key not in bench.map.excerpts
    assert bench.host.text.reviewed is None
    assert bench.host.toasts[-1] == ("All passages are checked", False)
    for _ in range(count):
        bench.editor.undo()
    assert len(marks(bench)) == count


def test_the_nearest_places_are_taken_for_all_that_have_one(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    keys = [held.id for held in doubtful(bench.map)]
    relink_nearest(bench.context, keys)
    assert set(marks(bench)) == {LOST}
    assert all(bench.map.excerpts[key].anchoring is not MOVED for key in keys)


def test_what_is_found_again_is_not_to_be_checked(doubtful_bench: Bench) -> None:
    bench = doubtful_bench
    body = next(iter(sample_bench().map.sources.values())).body
    (key,) = bench.map.sources
    bench.editor.edit("Replace", partial(replace_body, source=key, body=body))
    assert LOST not in marks(bench)

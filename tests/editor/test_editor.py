"""Commits, undo and redo, gestures, and who is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.editor.editor import Editor, Update
from argmap.edits.claims import add_claim, remove_elements, reword, set_credence
from argmap.model.delta import EMPTY_DELTA, StaleDelta
from argmap.model.ids import RecordId, counting_ids
from argmap.model.rules import Violation
from argmap.model.transaction import Edit
from tests.builders import editor_of, furnished, ids, sketch

A = RecordId("a")


def rewording(text: str, claim: str = "a") -> Edit:
    return lambda t: reword(t, RecordId(claim), text)


def text_of(editor: Editor) -> str:
    return editor.map.claims[A].text


@pytest.fixture
def editor() -> Editor:
    return editor_of(sketch("thesis <- a; b"))


@pytest.fixture
def heard(editor: Editor) -> list[Update]:
    updates: list[Update] = []
    editor.subscribe(updates.append)
    return updates


def test_a_commit_is_one_update_and_one_step(editor: Editor, heard: list[Update]) -> None:
    before = editor.state
    transaction = editor.transaction()
    new = add_claim(transaction, "New", at=(0, 0))
    delta = editor.commit("Add claim", transaction, select=[new])
    assert set(delta) == {new, f"at:{new}"}
    assert editor.selection == {new}
    (update,) = heard
    assert (update.before, update.after, update.delta) == (before, editor.state, delta)
    assert update.label == "Add claim"
    assert [entry.label for entry in editor.history.done] == ["Add claim"]


def test_a_listener_finds_the_history_as_it_is_after_the_change(editor: Editor) -> None:
    found: list[tuple[bool, int, bool]] = []

    def note(update: Update) -> None:
        found.append((editor.is_modified, len(editor.history.done), editor.history.next is not None))

    editor.subscribe(note)
    gesture = object()
    editor.edit("Reword", rewording("x"))
    editor.undo()
    editor.redo()
    editor.mark_saved()
    editor.edit("Reword", rewording("y"), gesture=gesture)
    editor.cancel(gesture)
    assert found == [
        (True, 1, False),
        (False, 0, True),
        (True, 1, False),
        (False, 1, False),
        (True, 2, False),
        (False, 1, False),
    ]


def test_a_refused_commit_changes_nothing(editor: Editor, heard: list[Update]) -> None:
    before = editor.state
    with pytest.raises(Violation):
        editor.edit("Believe", lambda t: set_credence(t, [A], 2.0))
    assert editor.state is before
    assert heard == []
    assert editor.history.done == ()


def test_a_transaction_that_began_elsewhere_is_refused(editor: Editor, heard: list[Update]) -> None:
    late = editor.transaction()
    reword(late, RecordId("b"), "late")
    editor.edit("Reword", rewording("early"))
    with pytest.raises(StaleDelta):
        editor.commit("Reword", late)
    assert editor.map.claims[RecordId("b")].text == "b"
    assert text_of(editor) == "early"
    assert len(heard) == len(editor.history.done) == 1


def test_a_commit_without_a_change_is_no_step_but_selects(editor: Editor, heard: list[Update]) -> None:
    delta = editor.commit("Nothing", editor.transaction(), select=[A])
    assert not delta
    assert editor.history.done == ()
    assert [(update.label, update.delta) for update in heard] == [("Select", EMPTY_DELTA)]
    assert not editor.edit("Reword", rewording("a"))
    assert len(heard) == 1


def test_undo_and_redo_bring_map_and_selection_back(editor: Editor, heard: list[Update]) -> None:
    editor.select([A])
    editor.edit("Remove", lambda t: remove_elements(t, [A]))
    removed = editor.state
    assert editor.selection == frozenset()
    editor.select(ids("b"))
    assert editor.undo()
    assert (editor.map, editor.selection) == (sketch("thesis <- a; b"), {"a"})
    editor.select(())
    assert editor.redo()
    assert editor.state == removed
    assert [update.label for update in heard if update.delta] == ["Remove", "Undo Remove", "Redo Remove"]
    assert not editor.redo()
    assert editor.undo()
    assert not editor.undo()


def test_what_has_gone_is_not_selected(editor: Editor, heard: list[Update]) -> None:
    editor.select(ids("a", "gone", "at:a", "a->thesis"))
    assert editor.selection == {"a", "a->thesis"}
    editor.select(ids("a", "a->thesis", "gone too"))
    assert len(heard) == 1


def test_selecting_is_no_step_and_leaves_the_map_saved(editor: Editor) -> None:
    editor.select([A])
    assert editor.history.done == ()
    assert not editor.is_modified


def test_commits_of_one_gesture_are_one_step(editor: Editor, heard: list[Update]) -> None:
    gesture = object()
    for text in ("x", "xy", "xyz"):
        editor.edit("Type", rewording(text), gesture=gesture)
    assert len(heard) == 3
    assert len(editor.history.done) == 1
    editor.undo()
    assert text_of(editor) == "a"
    editor.redo()
    assert text_of(editor) == "xyz"


def test_a_cancelled_gesture_leaves_no_trace(editor: Editor) -> None:
    editor.edit("Reword", rewording("kept"))
    editor.edit("Reword", rewording("undone"))
    editor.undo()
    editor.select(ids("b"))
    before, steps = editor.state, editor.history.done
    gesture = object()
    editor.edit("Drag", rewording("x"), gesture=gesture)
    editor.select([A])
    editor.edit("Drag", rewording("xy"), gesture=gesture)
    editor.cancel(gesture)
    assert editor.state == before
    assert editor.history.done == steps
    assert editor.redo()
    assert text_of(editor) == "undone"


def test_a_gesture_saved_half_way_is_cancelled_as_a_whole(editor: Editor) -> None:
    gesture = object()
    editor.edit("Drag", rewording("x"), gesture=gesture)
    editor.mark_saved()
    editor.edit("Drag", rewording("xy"), gesture=gesture)
    editor.cancel(gesture)
    assert text_of(editor) == "a"
    assert editor.history.done == ()
    assert editor.is_modified


def test_cancelling_touches_no_other_step(editor: Editor, heard: list[Update]) -> None:
    gesture = object()
    editor.edit("Drag", rewording("x"), gesture=gesture)
    editor.edit("Reword", rewording("y"))
    heard.clear()
    editor.cancel(gesture)
    editor.cancel(object())
    assert text_of(editor) == "y"
    assert heard == []


def test_cancelling_a_gesture_on_which_something_undone_stood_forgets_that_too(editor: Editor) -> None:
    gesture = object()
    editor.edit("Drag", rewording("x"), gesture=gesture)
    editor.edit("Reword", rewording("y"))
    editor.undo()
    editor.cancel(gesture)
    assert text_of(editor) == "a"
    assert not editor.redo()
    assert text_of(editor) == "a"


def test_what_is_saved_follows_undo_and_redo(editor: Editor, heard: list[Update]) -> None:
    assert not editor.is_modified
    editor.edit("Reword", rewording("x"))
    assert editor.is_modified
    editor.mark_saved()
    assert not editor.is_modified
    assert (heard[-1].label, heard[-1].delta) == ("Save", EMPTY_DELTA)
    editor.undo()
    assert editor.is_modified
    editor.redo()
    assert not editor.is_modified


@pytest.mark.parametrize(
    "act",
    [
        lambda editor: editor.edit("Reword", rewording("again")),
        lambda editor: editor.select([A]),
        lambda editor: editor.undo(),
        lambda editor: editor.redo(),
        lambda editor: editor.cancel(editor),
    ],
    ids=["edit", "select", "undo", "redo", "cancel"],
)
def test_a_listener_must_not_edit(editor: Editor, act: Callable[[Editor], object]) -> None:
    editor.edit("First", rewording("first"))
    editor.edit("Second", rewording("second"))
    editor.undo()
    stop = editor.subscribe(lambda update: act(editor) and None)
    with pytest.raises(RuntimeError, match="a listener must not edit the map"):
        editor.select(ids("b"))
    stop()
    assert [entry.label for entry in editor.history.done] == ["First"]
    assert editor.redo()
    assert text_of(editor) == "second"


def test_a_listener_that_fails_leaves_the_step_undoable(editor: Editor) -> None:
    def fail(update: Update) -> None:
        raise LookupError

    stop = editor.subscribe(fail)
    with pytest.raises(LookupError):
        editor.edit("Reword", rewording("x"))
    stop()
    assert text_of(editor) == "x"
    assert editor.undo()
    assert text_of(editor) == "a"
    assert not editor.is_modified


def test_a_listener_that_has_left_is_told_no_more(editor: Editor, heard: list[Update]) -> None:
    others: list[Update] = []
    stops: list[Callable[[], None]] = []

    def once(update: Update) -> None:
        others.append(update)
        stops[0]()

    stops.append(editor.subscribe(once))
    last: list[Update] = []
    editor.subscribe(last.append)
    editor.select([A])
    editor.select(())
    assert (len(heard), len(others), len(last)) == (2, 1, 2)


def test_fresh_ids_pass_over_those_in_use() -> None:
    editor = editor_of(sketch("c1000"))
    editor.edit("Add", lambda t: add_claim(t, "", at=(0, 0)))
    assert set(editor.map.claims) == {"c1000", "c1001"}


def test_an_editor_draws_its_own_ids_where_none_are_given() -> None:
    editor = Editor(furnished(), counting_ids())
    editor.edit("Add", lambda t: add_claim(t, "", at=(0, 0)))
    assert len(editor.map.claims) == len(furnished().claims) + 1


def test_a_listener_that_fails_keeps_nobody_else_from_hearing() -> None:
    editor = Editor(furnished(), counting_ids())
    heard: list[str] = []

    def fail(update: Update) -> None:
        raise LookupError(update.label)

    editor.subscribe(fail)
    editor.subscribe(lambda update: heard.append(update.label))
    claim = next(iter(editor.map.claims))
    with pytest.raises(LookupError, match="Reword"):
        editor.edit("Reword", lambda t: reword(t, claim, "Other words"))
    assert heard == ["Reword"]
    assert editor.map.claims[claim].text == "Other words"
    assert editor.history.last is not None
    assert editor.history.last.label == "Reword"


def test_a_listener_may_not_save_or_edit_while_it_is_told() -> None:
    editor = Editor(furnished(), counting_ids())
    editor.subscribe(lambda update: editor.mark_saved())
    with pytest.raises(RuntimeError, match="must not edit"):
        editor.select(list(editor.map.claims)[:1])

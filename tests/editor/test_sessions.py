"""Whole editing sessions: any verbs, gestures, undo, redo, saving and selecting, in any order."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from argmap.editor.editor import Update
from argmap.editor.history import History
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.builders import editor_of, furnished, sample, sketch
from tests.edits.sense import is_sensible
from tests.edits.verbs import edits
from tests.oracles import check_lookups, mirror

LIMIT = 6
"""Few enough that a session runs into it."""
STARTS = (ArgumentMap(), sketch("why? <- thesis; thesis <- a + b; thesis <x- c"), furnished(), sample())


class Session(RuleBasedStateMachine):
    """Keeps beside the editor what a plain reading of the words leads to expect of it.

    `states` are the states that undo and redo lead through, `here` is where the session stands among them,
    and `saved` says which of them was saved.
    """

    @initialize(start=st.sampled_from(STARTS))
    def open(self, start: ArgumentMap) -> None:
        self.editor = editor_of(start)
        self.editor.history = History(LIMIT)
        self.records: dict[RecordId, object] = dict(start)
        self.editor.subscribe(self._mirror)
        self.maps = [start]
        self.here = 0
        self.saved: int | None = 0

    def _mirror(self, update: Update) -> None:
        mirror(self.records, update.delta)

    @rule(data=st.data(), times=st.integers(1, 4))
    def edit(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            if self._try(data, None):
                self._advance()

    @rule(data=st.data(), times=st.integers(0, 3), cancels=st.booleans())
    def make_a_gesture(self, data: st.DataObject, times: int, cancels: bool) -> None:
        before, steps, following = self.editor.state, self.editor.history.done, self.editor.history.next
        gesture = object()
        for _ in range(times):
            self._try(data, gesture)
        if cancels:
            self.editor.cancel(gesture)
            assert self.editor.map == before.map
        if self.editor.map != before.map:
            self._advance()
            return
        kept = self.editor.history.done
        assert kept == steps[len(steps) - len(kept) :]
        self._forget(len(steps) - len(kept))
        assert self.editor.history.next is following

    @rule()
    def undo(self) -> None:
        entry, state = self.editor.history.last, self.editor.state
        assert self.editor.undo() is (entry is not None) is (self.here > 0)
        if entry is None:
            assert self.editor.state is state
            return
        self.here -= 1
        assert self.editor.selection == entry.before

    @rule()
    def redo(self) -> None:
        entry, state = self.editor.history.next, self.editor.state
        assert self.editor.redo() is (entry is not None) is (self.here + 1 < len(self.maps))
        if entry is None:
            assert self.editor.state is state
            return
        self.here += 1
        assert self.editor.selection == entry.after

    @rule()
    def save(self) -> None:
        self.editor.mark_saved()
        self.saved = self.here

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        keys = [*self.editor.map, RecordId("nobody")]
        wanted = data.draw(st.sets(st.sampled_from(keys), max_size=4))
        self.editor.select(wanted)
        elements = {*self.editor.map.claims, *self.editor.map.relations}
        assert self.editor.selection == wanted & elements

    @rule()
    def undo_everything_and_come_back(self) -> None:
        state, count = self.editor.state, 0
        while self.editor.undo():
            count += 1
        assert self.editor.map == self.maps[0]
        for _ in range(count):
            assert self.editor.redo()
        assert self.editor.map == state.map
        self.editor.select(state.selection)

    def _try(self, data: st.DataObject, gesture: object) -> bool:
        """Commit a random verb; whether it changed the map."""
        before = self.editor.state
        edit = data.draw(edits(self.editor.map))
        try:
            return bool(self.editor.edit(edit.__name__, edit, gesture=gesture))
        except rules.Violation:
            assert self.editor.state is before
            return False

    def _cut(self) -> None:
        """Nothing can be redone any more."""
        del self.maps[self.here + 1 :]
        if self.saved is not None and self.saved > self.here:
            self.saved = None

    def _advance(self) -> None:
        self._cut()
        self.maps.append(self.editor.map)
        self.here += 1
        if self.here > LIMIT:
            self._forget(1)

    def _forget(self, count: int) -> None:
        """The oldest steps have been dropped."""
        del self.maps[:count]
        self.here -= count
        if self.saved is not None:
            self.saved = self.saved - count if self.saved >= count else None

    @invariant()
    def the_map_is_well_formed_and_sensible(self) -> None:
        assert rules.check(self.editor.map) == []
        assert is_sensible(self.editor.map)

    @invariant()
    def listeners_and_look_ups_have_kept_up(self) -> None:
        assert self.records == dict(self.editor.map)
        check_lookups(self.editor.map)

    @invariant()
    def the_selection_is_there(self) -> None:
        assert self.editor.selection <= {*self.editor.map.claims, *self.editor.map.relations}

    @invariant()
    def the_history_is_what_the_session_expects(self) -> None:
        assert self.editor.map == self.maps[self.here]
        assert len(self.editor.history.done) == self.here <= LIMIT
        assert (self.editor.history.next is not None) == (self.here + 1 < len(self.maps))
        assert self.editor.is_modified == (self.saved != self.here)


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)

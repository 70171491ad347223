"""One open map: its state, its history and who is told.

The state is a value. Every change goes through `commit`, moves along one delta and reaches every listener
as one `Update`, synchronously; a listener may read anything and edit nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argmap.editor.history import Entry, Gesture, History, Selection
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Delta, StaleDelta
from argmap.model.ids import IdSource, RecordId
from argmap.model.rules import Violation
from argmap.model.transaction import Edit, Transaction


@dataclass(frozen=True, slots=True)
class EditorState:
    """What is on screen: the map, and which of its elements are selected."""

    map: ArgumentMap
    selection: Selection = frozenset()


@dataclass(frozen=True, slots=True)
class Update:
    """What happened: a listener needs nothing else. The delta is empty when only the selection changed."""

    before: EditorState
    after: EditorState
    delta: Delta
    label: str


Listener = Callable[[Update], None]


class Editor:
    """Edits one map. See the module for how a change travels."""

    def __init__(self, map_: ArgumentMap, ids: IdSource, *, refusal: str = "") -> None:
        """Edit a map, or only look at it: then `refusal` says why it cannot be changed."""
        self.state = EditorState(map_)
        self.ids = ids
        self.refusal = refusal
        self.history = History()
        self._listeners: list[Listener] = []
        self._is_telling = False

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.state.map

    @property
    def selection(self) -> Selection:
        """The selected elements."""
        return self.state.selection

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        return not self.history.is_saved

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell the listener of every update; the function returned stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def transaction(self) -> Transaction:
        """A transaction that starts from the map as it is now."""
        return Transaction(self.map, self.ids)

    def commit(
        self,
        label: str,
        transaction: Transaction,
        *,
        gesture: Gesture | None = None,
        select: Iterable[RecordId] | None = None,
    ) -> Delta:
        """Make the transaction's changes one undo step and select what is asked for.

        Commits of the same gesture merge into one step. Raises `rules.Violation` when the map would be
        ill-formed or is only to be looked at, and `StaleDelta` when the transaction began at another state;
        then nothing changes.
        """
        if transaction.start is not self.map:
            raise StaleDelta(label)
        delta = transaction.finish()
        wanted = self.selection if select is None else select
        if not delta:
            self.select(wanted)
            return delta
        self.require_editing()
        self._add(label, delta, wanted=wanted, gesture=gesture)
        return delta

    def require_editing(self) -> None:
        """Raise a `Violation` where the map is only to be looked at."""
        if self.refusal:
            raise Violation(self.refusal)

    def edit(self, label: str, edit: Edit, *, gesture: Gesture | None = None) -> Delta:
        """Run one verb and commit it."""
        transaction = self.transaction()
        edit(transaction)
        return self.commit(label, transaction, gesture=gesture)

    def replace(self, label: str, map_: ArgumentMap, *, gesture: Gesture | None = None) -> Delta:
        """Take another map in place of this one, as one undo step."""
        delta = self.map.difference_to(map_)
        if delta:
            self._add(label, delta, wanted=self.selection, gesture=gesture)
        return delta

    def undo(self) -> bool:
        """Take the last step back; whether there was one, and the map is not only to be looked at."""
        self._refuse_listeners()
        if self.history.last is None or self.refusal:
            return False
        entry = self.history.pop_done()
        self._move(entry.delta.inverse(), f"Undo {entry.label}", entry.before)
        return True

    def redo(self) -> bool:
        """Do the next step again; whether there was one, and the map is not only to be looked at."""
        self._refuse_listeners()
        if self.history.next is None or self.refusal:
            return False
        entry = self.history.pop_undone()
        self._move(entry.delta, f"Redo {entry.label}", entry.after)
        return True

    def cancel(self, gesture: Gesture) -> None:
        """Take back an unfinished gesture and leave no trace: what could be redone before it can be again.

        Nothing happens where the last step belongs to something else.
        """
        self._refuse_listeners()
        while self.history.last is not None and self.history.last.gesture is gesture:
            entry = self.history.drop_last()
            self._move(entry.delta.inverse(), f"Cancel {entry.label}", entry.before)

    def select(self, elements: Iterable[RecordId]) -> None:
        """Select these elements and no others; ids that are no element of the map are passed over."""
        wanted = _elements_of(self.map, elements)
        if wanted != self.selection:
            self._move(EMPTY_DELTA, "Select", wanted)

    def mark_saved(self) -> None:
        """Note that the map is on disk as it is now."""
        self._refuse_listeners()
        self.history.mark_saved()
        self._tell(Update(self.state, self.state, EMPTY_DELTA, "Save"))

    def _add(self, label: str, delta: Delta, *, wanted: Iterable[RecordId], gesture: Gesture | None) -> None:
        before = self.state
        self._enter(delta, wanted)
        self.history.add(
            Entry(label=label, delta=delta, before=before.selection, after=self.selection, gesture=gesture)
        )
        self._tell(Update(before, self.state, delta, label))

    def _move(self, delta: Delta, label: str, wanted: Iterable[RecordId]) -> None:
        before = self.state
        self._enter(delta, wanted)
        self._tell(Update(before, self.state, delta, label))

    def _enter(self, delta: Delta, wanted: Iterable[RecordId]) -> None:
        self._refuse_listeners()
        map_ = self.map.apply(delta) if delta else self.map
        self.state = EditorState(map_, _elements_of(map_, wanted))

    def _refuse_listeners(self) -> None:
        if self._is_telling:
            raise RuntimeError("a listener must not edit the map")

    def _tell(self, update: Update) -> None:
        """Tell everybody, even where one of them fails: what is on screen must not disagree with itself."""
        failures: list[Exception] = []
        self._is_telling = True
        try:
            for listener in list(self._listeners):
                _attempt(listener, update, failures)
        finally:
            self._is_telling = False
        if failures:
            raise failures[0]


def _attempt(listener: Listener, update: Update, failures: list[Exception]) -> None:
    try:
        listener(update)
    except Exception as failure:  # noqa: BLE001 - raised again once all are told
        failures.append(failure)


def _elements_of(map_: ArgumentMap, keys: Iterable[RecordId]) -> Selection:
    return frozenset(key for key in keys if key in map_.claims or key in map_.relations)

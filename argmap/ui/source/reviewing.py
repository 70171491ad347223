"""Which of the passages to be checked is under review, and what the strip says of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from argmap.editor.editor import Update
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Excerpt
from argmap.source.review import doubtful, newly_doubtful
from argmap.ui.source.review_strip import Review, ReviewStrip


class Reviewing(QObject):
    """Holds the passage under review, as long as it is to be checked."""

    def __init__(self, strip: ReviewStrip, map_: Callable[[], ArgumentMap], parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._map = map_
        self._excerpt: RecordId | None = None
        self._has_selection = self._is_editing = False
        strip.closed.connect(self.stop)

    @property
    def excerpt(self) -> RecordId | None:
        """The passage under review, if one is."""
        return self._excerpt

    def take_up(self, excerpt: RecordId | None) -> Excerpt | None:
        """Put a passage under review, or none; the passage, where the map has it."""
        self._excerpt = excerpt
        self.refresh()
        return self._map().find(Excerpt, excerpt)

    def stop(self) -> None:
        """Put no passage under review."""
        self.take_up(None)

    def follow(self, update: Update) -> None:
        """The map or the selection has changed: what is under review is what is selected, or nothing.

        A passage that has come to be in doubt again, as after an undo, goes on being reviewed.
        """
        if self._excerpt is not None:
            before, after = update.before.map, update.after.map
            found = newly_doubtful(before, after, update.delta)
            held = found[0] if found else after.find(Excerpt, self._excerpt)
            is_selected = held is not None and held.element in update.after.selection
            self._excerpt = held.id if held is not None and is_selected else None
        self.refresh()

    def note_text(self, *, has_selection: bool, is_editing: bool) -> None:
        """Something else is selected in the text, or it is being edited: then the strip is away."""
        self._has_selection, self._is_editing = has_selection, is_editing
        self.refresh()

    def refresh(self) -> None:
        """Bring the strip in line with the map."""
        found = doubtful(self._map())
        keys = [held.id for held in found]
        if self._excerpt not in keys:
            self._excerpt = None
        number = keys.index(self._excerpt) + 1 if self._excerpt else 0
        review = Review(
            count=0 if self._is_editing else len(found),
            number=number,
            excerpt=found[number - 1] if number else None,
            has_selection=self._has_selection,
        )
        self._strip.show_review(review)

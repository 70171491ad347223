"""A part of a page: shows something of some elements, and again when a kind of record it reads changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Record
from argmap.ui.inspector.desk import Desk
from argmap.ui.parts.fields import bindings_in

RowKey = TypeVar("RowKey")
Row = TypeVar("Row", bound=QWidget)


class Part(QWidget):
    """Keeps ids only; all it shows is read from the map when it refreshes."""

    reads: ClassVar[frozenset[type[Record]]] = frozenset()
    """The kinds of record it shows anything of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.elements: tuple[RecordId, ...] = ()

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.desk.map

    def point_at(self, elements: tuple[RecordId, ...]) -> None:
        """Show these elements, which are in the map; what was being typed is kept for those before."""
        if elements != self.elements and self.elements:
            for binding in bindings_in(self):
                binding.leave()
        self.elements = elements
        self.refresh()

    def refresh(self) -> None:
        """Show the elements as they are now."""
        raise NotImplementedError


class Rows(QVBoxLayout, Generic[RowKey, Row]):
    """Rows kept by key: one that stays is the same widget, so that a click under way does not lose it."""

    def __init__(self, *, spacing: int) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._rows: dict[RowKey, Row] = {}

    @property
    def rows(self) -> Mapping[RowKey, Row]:
        """The rows by key, in order."""
        return self._rows

    def show_keys(self, keys: Iterable[RowKey], make: Callable[[RowKey], Row]) -> None:
        """Have exactly one row a key, in this order; `make` makes the missing ones."""
        wanted = list(dict.fromkeys(keys))
        kept = set(wanted)
        for key in [key for key in self._rows if key not in kept]:
            self._drop(self._rows.pop(key))
        if list(self._rows) == wanted:
            return
        rows = {key: self._rows[key] if key in self._rows else make(key) for key in wanted}
        for index, row in enumerate(rows.values()):
            self.insertWidget(index, row)
            row.show()
        self._rows = rows

    def _drop(self, row: Row) -> None:
        self.removeWidget(row)
        row.hide()
        row.deleteLater()

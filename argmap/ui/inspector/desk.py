"""What every part of the inspector works with: the open map, the looks, and the one way to commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.source.numbering import Numberings
from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.parts.dressing import Dressed
from argmap.ui.parts.writer import Writer
from argmap.ui.theme import Theme

DressedWidget = TypeVar("DressedWidget", bound=Dressed)


class Desk(Writer):
    """Shared by all parts of one inspector."""

    restyled = Signal()
    """The look is another one: what is painted with it is to be painted anew."""
    look_changed = Signal(object)
    """The new `Look`, for parts that hold it themselves."""
    elements_chosen = Signal(list)
    link_activated = Signal(str)
    passage_chosen = Signal(str)
    """An excerpt is to be shown in its text."""
    connect_requested = Signal(str)

    def __init__(self, editor: Editor, look: Look, *, clock: Callable[[], str]) -> None:
        super().__init__(editor)
        self.look = look
        self.clock = clock
        self.numberings = Numberings()

    @property
    def theme(self) -> Theme:
        """The colours of the present look."""
        return self.look.theme

    @property
    def icons(self) -> Icons:
        """The icons of the present look."""
        return self.look.icons

    def set_look(self, look: Look) -> None:
        """Have all parts drawn in another look."""
        self.look = look
        self.look_changed.emit(look)
        self.restyled.emit()

    def dressed(self, part: DressedWidget) -> DressedWidget:
        """The part, which from now on gets every new look."""
        self.look_changed.connect(part.set_look)
        return part

    def choose(self, element: RecordId) -> None:
        """Ask for one element to be selected."""
        self.elements_chosen.emit([element])

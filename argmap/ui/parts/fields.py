"""All the fields of a part of the window at once: what is typed there, and whether it may be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from argmap.ui.parts.binding import Binding
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step
from argmap.ui.parts.typed_text import TypedText


def bindings_in(part: QWidget) -> list[Binding]:
    """What ties each field there to the map."""
    return part.findChildren(Binding)


def steps_in(part: QWidget) -> list[Step]:
    """What committing all that is being typed there would do."""
    return [step for binding in bindings_in(part) if (step := binding.step) is not None]


def finish_in(part: QWidget) -> bool:
    """Commit what is being typed there; whether nothing is left that could not be."""
    kept = [binding.finish() for binding in bindings_in(part)]  # each, whatever becomes of the others
    return all(kept)


def set_read_only_in(part: QWidget, is_read_only: bool) -> None:
    """Let the fields there be typed into, or only be read and copied from."""
    fields: list[TypedText | LineField] = [*part.findChildren(TypedText), *part.findChildren(LineField)]
    for field in fields:
        field.setReadOnly(is_read_only)

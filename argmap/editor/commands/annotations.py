"""Commands that write a text out with what the map makes of it, and exchange its passages as annotations."""

from __future__ import annotations

from argmap.editor.annotations import Outcome, annotations_file, bring_in
from argmap.editor.commands.command import Command, Context
from argmap.editor.commands.file import file_name
from argmap.editor.commands.texts import has_text
from argmap.editor.words import UNTITLED_TEXT, title_of
from argmap.formats import web_annotations
from argmap.formats.errors import Cancelled, FileProblem, Problem
from argmap.formats.files import read_file, write_export
from argmap.formats.web_annotations import Annotations
from argmap.model.ids import RecordId
from argmap.model.rules import Violation


def export_text(context: Context) -> None:
    """Ask for a file name, and write the text that is shown there, with its passages and claims."""
    place = context.host.text.place
    if place is None:
        return
    exchange, title = context.host.exchange, title_of(context.map.sources[place[0]])
    path = exchange.ask_text_export_path(f"{file_name(title, otherwise=UNTITLED_TEXT)}.html")
    if path is None:
        return
    try:
        exchange.export_text(place[0], path)
    except Cancelled:
        return
    except (Problem, ValueError) as problem:
        context.host.show_problem(f"The text could not be exported. {problem}")
    else:
        context.host.show_toast(f"Exported to {path.name}")


def export_annotations(context: Context) -> None:
    """Ask for a file name, and write all passages of the map there as annotations."""
    suggested = f"{file_name(context.document.name)}.jsonld"
    path = context.host.exchange.ask_annotations_export_path(suggested)
    if path is None:
        return
    try:
        write_export(path, annotations_file(context.map))
    except Problem as problem:
        context.host.show_problem(f"The annotations could not be exported. {problem}")
    else:
        context.host.show_toast(f"Exported to {path.name}")


def import_annotations(context: Context) -> None:
    """Ask for a file, and take in its annotations of the text that is shown."""
    place = context.host.text.place
    path = None if place is None else context.host.exchange.ask_annotations_path()
    if place is None or path is None:
        return
    try:
        data, _ = read_file(path)
        outcome = _bring_in(context, web_annotations.read(data), place[0], name=path.name)
    except Cancelled:
        return
    except FileProblem as problem:
        context.host.show_problem(str(problem))
        return
    except (Problem, Violation) as problem:
        context.host.show_problem(f"“{path.name}” could not be imported. {problem}")
        return
    if outcome.found:
        context.host.show_toast(outcome.told(path.name), undo=not outcome.is_empty)
        context.canvas.reveal(outcome.imported.claims)
    else:
        context.host.show_problem(_nothing_found(outcome, path.name, title_of(context.map.sources[place[0]])))


def _bring_in(context: Context, read: Annotations, source: RecordId, *, name: str) -> Outcome:
    canvas = context.canvas
    patience = context.host.exchange.patience(name)
    try:
        return bring_in(
            context.editor,
            read,
            source,
            boxes=canvas.boxes,
            middle=canvas.visible.center,
            progress=patience.report,
        )
    finally:
        patience.close()


def _nothing_found(outcome: Outcome, name: str, title: str) -> str:
    if not outcome.not_found:
        return (
            f"No annotation in “{name}” is about a passage of a text, so there is nothing to import. "
            "Export annotations that quote the words they are about."
        )
    return (
        f"None of the passages in “{name}” was found in “{title}”. "
        "Show the text that the annotations were made on, and import them again."
    )


def has_passages(context: Context) -> bool:
    """Whether anything on the map rests on a passage."""
    return bool(context.map.excerpts)


COMMANDS: tuple[Command, ...] = (
    Command(
        id="file.export_text",
        title="Export annotated text…",
        run=export_text,
        when=has_text,
        menu="File/3",
        icon="highlighter",
        keywords=("html", "pdf", "web", "page", "print", "passages"),
    ),
    Command(
        id="file.export_annotations",
        title="Export annotations…",
        run=export_annotations,
        when=has_passages,
        menu="File/3",
        icon="upload",
        keywords=("w3c", "json-ld", "hypothesis", "recogito", "passages"),
    ),
    Command(
        id="file.import_annotations",
        title="Import annotations…",
        run=import_annotations,
        when=has_text,
        menu="File/3",
        icon="download",
        keywords=("w3c", "json-ld", "hypothesis", "recogito", "highlights", "comments"),
    ),
)
"""Annotated texts and annotations."""

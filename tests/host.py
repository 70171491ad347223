"""A host without a window: it answers as told, remembers what it was asked, and keeps a small canvas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.editor.commands.command import Context
from argmap.editor.commands.table import command
from argmap.editor.document import Document
from argmap.editor.editor import Editor
from argmap.editor.host import Panel, ThemeChoice, Unsaved
from argmap.formats.registry import CodecRegistry
from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids
from argmap.model.records import Placement
from argmap.resources import resource
from argmap.source.quote import Quote
from tests.documents import open_copy

HEIGHT = 72.0
NOW = "2024-05-01T12:00:00Z"


class PlainCanvas:
    """Shows the placements as boxes of one size."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.zoom = 1.0
        self.tool = "select"
        self.visible = Rect(-500.0, -300.0, 1000.0, 600.0)
        self.editing: tuple[RecordId, bool] | None = None
        self.revealed: list[RecordId] = []
        self.fitted: Collection[RecordId] | None = ()
        self.is_connecting = False

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        placements = self.editor.map.table(Placement).values()
        return {p.element: Rect(p.x, p.y, p.width or 224.0, HEIGHT) for p in placements}

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        self.editing = (claim, fresh)

    def choose_tool(self, name: str) -> None:
        self.tool = name

    def start_connecting(self) -> None:
        self.is_connecting = True

    def set_zoom(self, zoom: float) -> None:
        self.zoom = zoom

    def fit(self, elements: Collection[RecordId] | None = None) -> None:
        self.fitted = elements

    def reveal(self, elements: Iterable[RecordId]) -> None:
        self.revealed = list(elements)


@dataclass
class PlainText:
    """A text in which something may be selected."""

    selected_quote: Quote | None = None
    place: tuple[RecordId, int] | None = None
    is_described: bool = False
    is_editing: bool = False
    reviewed: RecordId | None = None

    def describe(self, shown: bool) -> None:
        self.is_described = shown

    def begin_editing(self) -> None:
        self.is_editing = True

    def review(self, excerpt: RecordId | None) -> None:
        self.reviewed = excerpt

    def select_quote(self, quote: Quote) -> None:
        self.selected_quote = quote
        self.place = (quote.source, quote.end)


class PlainPatience:
    """Goes on as long as it is told to, and knows how it ended."""

    def __init__(self, goes_on: bool) -> None:
        self.goes_on = goes_on
        self.is_closed = False

    def report(self, share: float) -> bool:
        return self.goes_on

    def close(self) -> None:
        self.is_closed = True


@dataclass
class PlainExchange:
    """Answers from its fields."""

    text_answer: Path | None = None
    annotations_answer: Path | None = None
    text_error: Exception | None = None
    asked: list[str] = field(default_factory=list)
    exported: list[tuple[RecordId, Path]] = field(default_factory=list)
    goes_on: bool = True
    waited: PlainPatience | None = None

    def ask_text_export_path(self, suggested: str) -> Path | None:
        self.asked.append(suggested)
        return self.text_answer

    def export_text(self, source: RecordId, path: Path) -> None:
        if self.text_error:
            raise self.text_error
        self.exported.append((source, path))

    def ask_annotations_export_path(self, suggested: str) -> Path | None:
        self.asked.append(suggested)
        return self.annotations_answer

    def ask_annotations_path(self) -> Path | None:
        self.asked.append("annotations")
        return self.annotations_answer

    def patience(self, name: str) -> PlainPatience:
        self.waited = PlainPatience(self.goes_on)
        return self.waited


@dataclass
class PlainTexts:
    """Answers which files to read, and remembers what became of them; “copied” is for the clipboard."""

    answer: Sequence[Path] = ()
    file: Path | None = None
    asked: int = 0
    added: list[Path | str] = field(default_factory=list)
    replaced: list[tuple[RecordId, Path]] = field(default_factory=list)

    def ask_paths(self) -> Sequence[Path]:
        self.asked += 1
        return self.answer

    def add_file(self, path: Path) -> None:
        self.added.append(path)

    def add_copied(self) -> None:
        self.added.append("copied")

    def replace_by_file(self, source: RecordId, path: Path) -> None:
        self.replaced.append((source, path))

    def path_of(self, source: RecordId) -> Path | None:
        return self.file


@dataclass
class PlainHost:
    """Answers from its fields."""

    canvas: PlainCanvas
    open_answer: Path | None = None
    save_answer: Path | None = None
    export_answer: Path | None = None
    unsaved_answer: Unsaved = Unsaved.CANCEL
    export_error: OSError | None = None
    theme: ThemeChoice = ThemeChoice.SYSTEM
    saves_by_itself: bool = False
    is_full_screen: bool = False
    clipboard: tuple[bytes | None, str] = (None, "")
    panels: set[Panel] = field(default_factory=lambda: set(Panel))
    asked: list[str] = field(default_factory=list)
    done: list[tuple[str, object]] = field(default_factory=list)
    text: PlainText = field(default_factory=PlainText)
    texts: PlainTexts = field(default_factory=PlainTexts)
    exchange: PlainExchange = field(default_factory=PlainExchange)
    texts_answer: Sequence[Path] = ()
    taken: set[Path] = field(default_factory=set)
    """Files that other windows have open."""
    held: Path | None = None
    problems: list[str] = field(default_factory=list)
    ways: dict[str, Callable[[], None]] = field(default_factory=dict)
    toasts: list[tuple[str, bool]] = field(default_factory=list)

    def new_map(self) -> None:
        self.done.append(("new", None))

    def open_path(self, path: Path) -> None:
        self.done.append(("open", path))

    def open_sample(self) -> None:
        self.done.append(("sample", None))

    def ask_open_path(self) -> Path | None:
        self.asked.append("open")
        return self.open_answer

    def ask_save_path(self, suggested: str) -> Path | None:
        self.asked.append(f"save {suggested}")
        return self.save_answer

    def ask_export_path(self, suggested: str) -> Path | None:
        self.asked.append(f"export {suggested}")
        return self.export_answer

    def ask_unsaved(self, name: str) -> Unsaved:
        self.asked.append(f"unsaved {name}")
        return self.unsaved_answer

    def export_picture(self, path: Path) -> None:
        if self.export_error:
            raise self.export_error
        self.done.append(("export", path))

    def reserve(self, path: Path) -> bool:
        return path not in self.taken

    def settle(self, path: Path | None) -> None:
        self.held = path

    def note_saved(self, path: Path) -> None:
        self.done.append(("recent", path))

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    def show_versions(self) -> None:
        self.done.append(("versions", None))

    def offer(
        self, sentence: str, ways: Sequence[tuple[str, Callable[[], None]]], *, until_saved: bool = False
    ) -> None:
        self.problems.append(sentence)
        self.ways = dict(ways)

    def show_toast(self, sentence: str, *, undo: bool = False) -> None:
        self.toasts.append((sentence, undo))

    def copy(self, fragment: bytes, text: str) -> None:
        self.clipboard = (fragment, text)

    def pasted(self) -> tuple[bytes | None, str]:
        return self.clipboard

    def is_panel_shown(self, panel: Panel) -> bool:
        return panel in self.panels

    def show_panel(self, panel: Panel, shown: bool) -> None:
        (self.panels.add if shown else self.panels.discard)(panel)

    def show_context_menu(self) -> None:
        self.done.append(("context menu", None))

    def focus_next_pane(self) -> None:
        self.done.append(("next pane", None))

    def write_note(self, element: RecordId, kind: str) -> None:
        self.done.append(("note", (element, kind)))

    def show_full_screen(self, shown: bool) -> None:
        self.is_full_screen = shown

    def choose_theme(self, theme: ThemeChoice) -> None:
        self.theme = theme

    def show_help(self, page: str) -> None:
        self.done.append(("help", page))

    def close(self) -> None:
        self.done.append(("close", None))


@dataclass
class Bench:
    """A document with a host: everything a command works on."""

    document: Document
    host: PlainHost

    @property
    def context(self) -> Context:
        return Context(self.document, self.host, lambda: NOW)

    @property
    def editor(self) -> Editor:
        return self.document.editor

    @property
    def map(self) -> ArgumentMap:
        return self.document.editor.map

    def run(self, key: str, *selected: str) -> None:
        """Select elements, if any are named, and run a command that can run there."""
        if selected:
            self.editor.select(map(RecordId, selected))
        row = command(key)
        assert row.when(self.context), f"{key} cannot run here"
        row.run(self.context)

    def can_run(self, key: str, *selected: str) -> bool:
        """Whether a command can run with these elements selected."""
        self.editor.select(map(RecordId, selected))
        return command(key).when(self.context)

    @property
    def selected(self) -> set[str]:
        return set(self.editor.selection)


def bench_for(document: Document) -> Bench:
    """A bench for a document."""
    return Bench(document, PlainHost(PlainCanvas(document.editor)))


def bench_on(map_: ArgumentMap) -> Bench:
    """A bench for a map that has no file, with ids that count from 1000."""
    return bench_for(Document(Editor(map_, counting_ids(1000)), CodecRegistry()))


def sample_bench() -> Bench:
    """A bench for the sample."""
    return bench_for(open_copy(resource("examples", "stalins-goals.argmap")))

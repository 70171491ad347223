"""What commands and tools may ask of the program around them: the seam by which tests do without Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId
from argmap.source.quote import Quote


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Panel(Enum):
    """A part of the window that can be shown and hidden."""

    SOURCE = "source"
    INSPECTOR = "inspector"


class ThemeChoice(Enum):
    """Which colours to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class CanvasView(Protocol):
    """What may be asked of the canvas. Coordinates are map pixels at 100 %."""

    @property
    def zoom(self) -> float:
        """The scale: 1 is 100 %."""

    @property
    def tool(self) -> str:
        """The name of the tool in hand: `select` or `pan`."""

    @property
    def visible(self) -> Rect:
        """The part of the map on screen; floating panels may cover some of it."""

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        """Where each claim's card stands, with its size."""

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        """Type into a card, in place.

        A fresh one that is left empty is taken back with its undo step; the words it has are selected.
        """

    def choose_tool(self, name: str) -> None:
        """Take a tool in hand."""

    def start_connecting(self) -> None:
        """Begin to connect the selected claim, or to reconnect the selected arrow, by keyboard."""

    def set_zoom(self, zoom: float) -> None:
        """Scale about the middle of the view."""

    def fit(self, elements: Collection[RecordId] | None = None) -> None:
        """Bring elements (the whole map where none are given) into view, as large as they fit."""

    def reveal(self, elements: Iterable[RecordId]) -> None:
        """Scroll, if need be, until the elements are in view."""


class TextView(Protocol):
    """What may be asked of the text beside the map. Offsets are in code points."""

    @property
    def selected_quote(self) -> Quote | None:
        """The passage that is selected, if one is."""

    @property
    def place(self) -> tuple[RecordId, int] | None:
        """Which text is shown, and the offset behind what is selected in it; None where none is shown."""

    def select_quote(self, quote: Quote) -> None:
        """Show a passage, selected, and take the focus."""

    @property
    def is_editing(self) -> bool:
        """Whether the text can be typed into."""

    def begin_editing(self) -> None:
        """Let the text that is shown be typed into, and take the focus."""

    @property
    def is_described(self) -> bool:
        """Whether the details of the text stand over it."""

    def describe(self, shown: bool) -> None:
        """Show the details of the text, ready to be typed into, or hide them."""

    @property
    def reviewed(self) -> RecordId | None:
        """The passage (an excerpt's id) that is under review, if one is."""

    def review(self, excerpt: RecordId | None) -> None:
        """Put a passage under review, or none; its place is brought into view."""


class TextDesk(Protocol):
    """What may be asked for where texts come from."""

    def ask_paths(self) -> Sequence[Path]:
        """Ask which files to read texts from."""

    def add_file(self, path: Path) -> None:
        """Add the text of a file to the map, or say why it cannot be read."""

    def add_copied(self) -> None:
        """Add the text on the clipboard to the map, or say that there is none."""

    def replace_by_file(self, source: RecordId, path: Path) -> None:
        """Take the text of a file for a newer version of one on the map, or say why it cannot be read."""

    def path_of(self, source: RecordId) -> Path | None:
        """The file that a text was read from, where it is still there."""


class Patience(Protocol):
    """Shows how far something has come that may take long."""

    def report(self, share: float) -> bool:
        """Show the share that is done; whether to go on."""

    def close(self) -> None:
        """It is over."""


class Exchange(Protocol):
    """What may be asked of texts that go out for readers, and of annotations that go out and come in."""

    def ask_text_export_path(self, suggested: str) -> Path | None:
        """Ask where to write an annotated text; its suffix says the kind."""

    def export_text(self, source: RecordId, path: Path) -> None:
        """Write a text with its passages and claims; raises `Problem`, `ValueError` and `Cancelled`."""

    def ask_annotations_export_path(self, suggested: str) -> Path | None:
        """Ask where to write the map's passages as annotations."""

    def ask_annotations_path(self) -> Path | None:
        """Ask which file to import annotations from."""

    def patience(self, name: str) -> Patience:
        """What shows how far a file of that name has come."""


class Host(Protocol):
    """What may be asked of the window and the desktop."""

    @property
    def exchange(self) -> Exchange:
        """What goes out to other programs and comes in from them."""

    @property
    def canvas(self) -> CanvasView:
        """The canvas that shows the open map."""

    @property
    def text(self) -> TextView:
        """The text beside the map."""

    @property
    def texts(self) -> TextDesk:
        """What brings texts in."""

    def new_map(self) -> None:
        """Show an empty map in this window."""

    def open_path(self, path: Path) -> None:
        """Open a file in this window, or say why it cannot be opened."""

    def open_sample(self) -> None:
        """Open the essay's map, as a copy."""

    def ask_open_path(self) -> Path | None:
        """Ask which file to open."""

    def ask_save_path(self, suggested: str) -> Path | None:
        """Ask where to save the map."""

    def ask_export_path(self, suggested: str) -> Path | None:
        """Ask where to write a picture of the map; its suffix says the kind."""

    def ask_unsaved(self, name: str) -> Unsaved:
        """Ask what to do with a map's unsaved changes."""

    def export_picture(self, path: Path) -> None:
        """Write a picture of the map; raises OSError."""

    def reserve(self, path: Path) -> bool:
        """Hold a file that is about to be saved to; False where another window has it open."""

    def settle(self, path: Path | None) -> None:
        """Hold the open map's file, or none, and no other any more."""

    def note_saved(self, path: Path) -> None:
        """Remember a file as used just now; what was said about saving is settled."""

    def show_problem(self, sentence: str) -> None:
        """Say in a bar what went wrong and what to do; stays until it is closed."""

    def offer(
        self, sentence: str, ways: Sequence[tuple[str, Callable[[], None]]], *, until_saved: bool = False
    ) -> None:
        """Say in a bar what went wrong, with the ways on as buttons, the best one last.

        It stays until it is answered or closed, or another map is shown; or only until a save has settled it.
        """

    def show_toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say in passing what happened, with an Undo button where asked for."""

    def copy(self, fragment: bytes, text: str) -> None:
        """Put a fragment, and the same as text, on the clipboard."""

    def pasted(self) -> tuple[bytes | None, str]:
        """The clipboard's fragment, if it holds one, and its text."""

    def is_panel_shown(self, panel: Panel) -> bool:
        """Whether a panel is on screen."""

    def show_panel(self, panel: Panel, shown: bool) -> None:
        """Show or hide a panel."""

    def show_context_menu(self) -> None:
        """Open the menu of what is selected, beside it."""

    def focus_next_pane(self) -> None:
        """Move the focus to the next of source, canvas and inspector."""

    def write_note(self, element: RecordId, kind: str) -> None:
        """Open the inspector on an element with a new note of a kind under the cursor."""

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def show_full_screen(self, shown: bool) -> None:
        """Let the window fill the screen, or not."""

    @property
    def theme(self) -> ThemeChoice:
        """Which colours are shown."""

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Show other colours."""

    def show_versions(self) -> None:
        """Show the earlier versions of the open file."""

    saves_by_itself: bool
    """Whether a map that has a file is saved a moment after each change."""

    def show_help(self, page: str) -> None:
        """Open the manual at a page: `index`, `keys` or `about`."""

    def close(self) -> None:
        """Close the window, asking first what to do with unsaved changes."""

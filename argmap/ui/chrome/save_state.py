"""Whether the map on screen is the map on disk: an icon and a word beside the map's name."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from PySide6.QtWidgets import QSizePolicy

from argmap.ui.chrome.icon_text import IconText, Tone
from argmap.ui.fonts import font
from argmap.ui.look import Look


class SaveState(Enum):
    """How the map stands to its file."""

    SAVED = "saved"
    EDITED = "edited"
    NEW = "new"
    """It has no file yet."""
    READ_ONLY = "read-only"
    """It is only to be looked at."""


class SaveMark(IconText):
    """Shows a save state."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, type_=font(12), px=14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_state(SaveState.NEW)

    def set_state(self, state: SaveState) -> None:
        """Show another state."""
        match state:
            case SaveState.SAVED:
                self.set_content("Saved", tone=Tone.QUIET, icon="circle-check", icon_tone=Tone.OK)
            case SaveState.EDITED:
                self.set_content("Edited", tone=Tone.QUIET, icon="circle", icon_tone=Tone.QUIETEST)
            case SaveState.NEW:
                self.set_content("Not yet saved", tone=Tone.QUIET, icon="circle", icon_tone=Tone.QUIETEST)
            case SaveState.READ_ONLY:
                self.set_content("Read-only", tone=Tone.QUIET, icon="eye", icon_tone=Tone.QUIET)
            case _:
                assert_never(state)

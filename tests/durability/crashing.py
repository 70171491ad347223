"""A real program in a process of its own that edits a map and then ends without a word.

    python -m tests.durability.crashing DATA FILE WHERE TYPED TEXT…

rewords the first claim of the file (of a new map where FILE is “-”) once for each text; types one more into
its card or into its page and does not leave the field; waits until the journal is on disk, and kills itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.model.ids import RecordId
from argmap.model.records import NoteKind
from tests.architecture.checkout import ROOT

if TYPE_CHECKING:
    from argmap.ui.main_window import MainWindow

LONG = 60.0
"""More seconds than it takes to write a line; it is never waited out."""


def crash(data: Path, file: Path | None, *texts: str, typed: str = "", where: str = "card") -> None:
    """Run such a program until it ends; nothing is left in a field where `typed` is empty."""
    words = [sys.executable, "-m", "tests.durability.crashing", str(data), str(file or "-"), where, typed]
    words += texts
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def type_into(window: MainWindow, claim: RecordId, words: str, *, where: str) -> None:
    """Press keys in a field of a claim and leave it open."""
    from PySide6.QtTest import QTest

    from argmap.ui.canvas.text_editor import CardTextEditor

    editor, inspector = window.document.editor, window.panes.inspector
    editor.select([claim])
    if where == "note":
        inspector.begin_note(claim, NoteKind.NOTE)
        field = inspector.claim_page.notes["Notes"].draft.field
    elif where == "page":
        field = inspector.claim_page.text.field
    else:
        window.panes.canvas.edit_claim(claim)
        field = window.panes.canvas.findChild(CardTextEditor)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, words)
    while words not in str(window.document.typed):
        QTest.qWait(10)


def main(data: str, file: str, where: str, typed: str, *texts: str) -> None:
    from PySide6.QtCore import QSettings

    from argmap.app import start
    from argmap.edits import claims
    from argmap.ui.settings import QtSettings

    settings = QtSettings(QSettings(f"{data}/crashing.ini", QSettings.Format.IniFormat))
    window = start([] if file == "-" else [file], settings=settings, data=Path(data))
    if file == "-":
        window.bridge.new_map()
        window.document.editor.edit("Add claim", lambda t: claims.add_claim(t, "", at=(0.0, 0.0)))
    editor = window.document.editor
    for text in texts:
        editor.edit("Reword claim", lambda t, text=text: claims.reword(t, next(iter(t.map.claims)), text))
    if typed:
        type_into(window, next(iter(editor.map.claims)), typed, where=where)
    assert window.recovery.write(LONG)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])

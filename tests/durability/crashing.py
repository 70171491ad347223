"""A real program in a process of its own that edits a map and then ends without a word.

    python -m tests.durability.crashing DATA FILE TEXT…

rewords the first claim of the file (of a new map where FILE is “-”) once for each text, waits until the
journal is on disk, and kills itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.architecture.checkout import ROOT

LONG = 60.0
"""More seconds than it takes to write a line; it is never waited out."""


def crash(data: Path, file: Path | None, *texts: str) -> None:
    """Run such a program until it ends."""
    words = [sys.executable, "-m", "tests.durability.crashing", str(data), str(file or "-"), *texts]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def main(data: str, file: str, *texts: str) -> None:
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
    assert window.recovery.write(LONG)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Imports point down only; the contracts stand in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the tree in `folder`, in a process of its own: the linter keeps global state."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program to spoil."""
    shutil.copytree(ROOT / "argmap", tmp_path / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_are_kept() -> None:
    answer = _lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/spoilt.py", "from argmap.layout import geometry"),
        ("layout/spoilt.py", "import argmap.formats"),
        ("editor/spoilt.py", "from PySide6.QtCore import QObject"),
        ("utils.py", "VALUE = 1"),
    ],
    ids=["upwards", "sideways", "Qt below the window", "a module without its place"],
)
def test_a_broken_contract_is_found(copy: Path, module: str, line: str) -> None:
    (copy / "argmap" / module).write_text(line + "\n", encoding="utf-8")
    answer = _lint_imports(copy)
    assert answer.returncode != 0
    assert "BROKEN" in answer.stdout


def test_the_command_line_starts_without_qt() -> None:
    """Headless commands and `--version` answer at once, and where Qt's libraries are missing."""
    pytest.importorskip("argmap.cli")
    code = "import argmap.cli, sys; print(sorted(name for name in sys.modules if name.startswith('PySide6')))"
    command = [sys.executable, "-c", code]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"

"""Functions, classes and files stay small enough to be read in one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checkout import ROOT, python_files

LONGEST_FUNCTION, LONGEST_CLASS, LONGEST_FILE = 50, 300, 450

# Tables of data: long because the program offers much, not because they do much.
TABLES = {Path("argmap/editor/commands/table.py")}


def _too_long(path: Path, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            most = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
            if lines > most:
                yield f"{path}:{node.lineno} {node.name}: {lines} lines, at most {most}"


def _read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_functions_and_classes_are_short() -> None:
    paths = [path for path in python_files("argmap", "start.py") if path not in TABLES]
    assert [finding for path in paths for finding in _too_long(path, _read(path))] == []


def test_files_are_short() -> None:
    paths = [path for path in python_files("argmap", "tests", "start.py") if path not in TABLES]
    lengths = {path: len(_read(path).splitlines()) for path in paths}
    assert [f"{path}: {lines} lines" for path, lines in lengths.items() if lines > LONGEST_FILE] == []


def test_what_is_too_long_is_found() -> None:
    body = "\n".join(["    x = 1"] * LONGEST_FUNCTION)
    longest = "\n".join(["    x = 1"] * (LONGEST_FUNCTION - 1))
    assert len(list(_too_long(Path("a.py"), f"def long():\n{body}\n"))) == 1
    assert list(_too_long(Path("a.py"), f"def fits():\n{longest}\n")) == []

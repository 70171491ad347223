"""The files of this project, as the tests of its architecture see them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def project_files() -> list[Path]:
    """Return the files that git has or would take, relative to the top; without git the test is skipped."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout: which files belong to the project cannot be asked")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return [Path(name) for name in names if name and (ROOT / name).is_file()]


def python_files(*places: str) -> list[Path]:
    """Return the Python files in these folders, or these files themselves, relative to the top."""
    found = []
    for place in places:
        path = ROOT / place
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [path.relative_to(ROOT) for path in found]

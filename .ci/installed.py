"""Try the argmap installed in this Python, from a folder that is not its tree: python installed.py TREE."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import argmap
from argmap.resources import resource

# How the files of each kind begin.
PICTURES = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def check_resources(tree: Path) -> None:
    """See that the wheel brought every resource of the tree, and that it is not the tree that answers."""
    if Path(argmap.__file__).is_relative_to(tree):
        raise SystemExit("argmap was imported from the tree, not from the wheel")
    ours = {
        path.relative_to(tree / "resources") for path in (tree / "resources").rglob("*") if path.is_file()
    }
    missing = sorted(str(path) for path in ours if not resource(*path.parts).is_file())
    if missing:
        raise SystemExit(f"not in the wheel: {missing}")
    print(f"{len(ours)} resources are in the wheel")


def run(*arguments: str) -> str:
    """Run the installed command and return what it prints."""
    command = [str(Path(sys.executable).with_name("argmap")), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def check_answers(sample: str) -> None:
    """See that the commands that print something print the right thing."""
    print(run("--version").strip())
    info = json.loads(run("info", sample, "--json"))
    if (info["claims"], info["relations"]) != (35, 36):
        raise SystemExit(f"the sample holds something else: {info}")
    if "$schema" not in json.loads(run("schema")):
        raise SystemExit("argmap schema printed no JSON Schema")


def check_pictures(sample: str) -> None:
    """See that a picture of each kind is written, and begins as its kind does."""
    for ending, start in PICTURES.items():
        picture = Path(f"map.{ending}").resolve()
        run("export", sample, "-o", str(picture))
        if not picture.read_bytes().startswith(start):
            raise SystemExit(f"{picture.name} is no {ending}")
        print(f"{picture.name}: {picture.stat().st_size} bytes")


if __name__ == "__main__":
    example = str(resource("examples", "stalins-goals.argmap"))
    check_resources(Path(sys.argv[1]))
    check_answers(example)
    check_pictures(example)

"""The project's top folder holds what it may, the essay is as it came, and no file binds it to a registry."""

from __future__ import annotations

import hashlib
import tomllib

from tests.architecture.checkout import ROOT, project_files

ALLOWED = {
    "argmap",
    "resources",
    "seeds",
    "tests",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "pyproject.toml",
    "start.py",
}
ESSAY = "seeds/000_12cabf25366d99b4.txt"
ESSAY_SHA256 = "bcd0c09c7424b46e2fcd3266af8b0d98c25eb5ade5579e638f0ac4b14bf16ec6"

# Put together here, so that this file does not name them either.
REGISTRY_HOSTS = tuple(
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("conda", "anaconda", "org"),
    )
)


def test_the_top_holds_only_what_it_may() -> None:
    tops = {path.parts[0] for path in project_files()}
    assert {name for name in tops if not name.startswith(".")} - ALLOWED == set()


def test_the_essay_is_as_it_came() -> None:
    assert hashlib.sha256((ROOT / ESSAY).read_bytes()).hexdigest() == ESSAY_SHA256


def test_no_file_names_a_registry() -> None:
    named = [
        f"{path}: {host.decode()}"
        for path in project_files()
        for host in REGISTRY_HOSTS
        if host in (ROOT / path).read_bytes()
    ]
    assert named == []


def test_no_lock_file_is_kept() -> None:
    assert [path for path in project_files() if path.suffix == ".lock"] == []


def test_the_development_tools_are_the_same_for_pip_and_for_uv() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["optional-dependencies"]["dev"] == project["dependency-groups"]["dev"]


def test_the_fonts_and_icons_come_with_their_licences() -> None:
    fonts = {path.name for path in (ROOT / "resources/fonts").iterdir()}
    assert {"OFL-inter.txt", "OFL-source-serif-4.txt", "OFL-jetbrains-mono.txt"} <= fonts
    assert (ROOT / "resources/icons/LICENSE-lucide.txt").is_file()

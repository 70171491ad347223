"""What the project's own pages point at is there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.checkout import ROOT

PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "resources" / "help").glob("*.md")], key=lambda page: page.as_posix()
)
_LINK = re.compile(r"\]\(([^)#\s]+)")
_ELSEWHERE = ("http://", "https://", "mailto:", "keys", "about")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: object) -> None:
    path = ROOT / str(page)
    targets = _LINK.findall(path.read_text(encoding="utf-8"))
    own = [target for target in targets if not target.startswith(_ELSEWHERE)]
    assert [target for target in own if not (path.parent / target).exists()] == []


def test_the_readme_shows_the_program() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert [picture for picture in pictures if (ROOT / picture).stat().st_size > 50_000] == pictures != []

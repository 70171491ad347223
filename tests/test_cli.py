"""The command line, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import __version__
from argmap.cli import main
from argmap.resources import resource
from tests.architecture.checkout import ROOT

SAMPLE = str(resource("examples", "stalins-goals.argmap"))


def _run(*words: str, code: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "argmap"]), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, timeout=120, check=False
    )


def test_the_version_is_told() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout) == (0, f"argmap {__version__}\n")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("FILE", "--sample", "info", "export", "schema", "--version"))


def test_info_tells_what_a_map_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", SAMPLE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Stalin’s goals"
    assert lines[1].split() == ["claims", "35"]
    assert lines[-1].split() == ["coverage", "66%"]


def test_info_for_programs_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", SAMPLE, "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert (counts["claims"], counts["relations"], counts["undercuts"]) == (35, 36, 2)
    assert 0.6 < counts["coverage"] < 0.7


def test_info_and_schema_do_without_qt() -> None:
    code = (
        "import sys\nfrom argmap.cli import main\n"
        f"assert main(['info', {SAMPLE!r}]) == 0 and main(['schema']) == 0\n"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = _run(code=code)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("suffix", "magic"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), (".PNG", b"\x89PNG")]
)
def test_a_picture_is_written(qapp: object, tmp_path: Path, suffix: str, magic: bytes) -> None:
    out = tmp_path / f"map{suffix}"
    assert main(["export", SAMPLE, "-o", str(out), "--theme", "dark", "--scale", "0.5"]) == 0
    assert out.read_bytes().startswith(magic)


def test_a_larger_scale_makes_a_larger_picture(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    sizes = []
    for scale in ("0.5", "1"):
        out = tmp_path / f"{scale}.png"
        assert main(["export", SAMPLE, "-o", str(out), "--scale", scale]) == 0
        sizes.append(QImage(str(out)).width())
    assert abs(sizes[1] - 2 * sizes[0]) <= 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("platform", [None, "", "xcb"])
def test_a_picture_is_written_where_there_is_no_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str | None
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if platform is not None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    done = _run("export", SAMPLE, "-o", str(tmp_path / "map.svg"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "map.svg").stat().st_size > 10_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    done = _run("--sample")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("argmap: there is no screen")
    assert done.stderr.count("\n") == 1


def test_a_folder_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["one", "two"],
        ["info"],
        ["info", "nowhere.argmap"],
        ["info", str(ROOT)],
        ["info", SAMPLE, "--yaml"],
        ["export", SAMPLE],
        ["export", SAMPLE, "-o", "map.gif"],
        ["export", SAMPLE, "-o", "map.png", "--scale", "many"],
        ["export", SAMPLE, "-o", "map.png", "--scale", "1000"],
        ["export", SAMPLE, "-o", "map.pdf", "--paper", "A9"],
        ["export", SAMPLE, "-o", "map.png", "--paper", "A4"],
        ["export", SAMPLE, "-o", "map.pdf", "--tiled"],
        ["export", SAMPLE, "-o", str(ROOT / "nowhere" / "map.png")],
        ["export", "nowhere.argmap", "-o", "map.png"],
        ["schema", "more"],
        ["nowhere.argmap"],
        ["--sample", SAMPLE],
    ],
)
def test_what_cannot_be_followed_is_told_in_one_line(
    qapp: object, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("argmap: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"nonsense", b'{"format": "argmap", "version": 999}'])
def test_a_file_that_is_no_map_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.argmap"
    path.write_bytes(content)
    done = _run("info", str(path))
    assert done.returncode == 2
    assert done.stderr.startswith(f"argmap: {path}: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr

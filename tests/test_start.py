"""What start.py asks of a system, when an environment is ready, and how it says no; nothing is downloaded."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "start.py"
APT_GET = """#!/bin/sh
case "$*" in
    update*) : > "$0.is-up-to-date" ;;
    *--simulate*) ;;
    install*) [ -e "$0.is-up-to-date" ] && /bin/ln -s "$LIBRARY" "$0.so" ;;
esac
"""
UV = """#!/bin/sh
[ "$1" != venv ] || /bin/mkdir "$5"
"""
linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="shell scripts stand in, and elsewhere there is no apt-get"
)


def load(script: Path) -> ModuleType:
    """Import a start.py from wherever it stands."""
    spec = importlib.util.spec_from_file_location("start", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The script in a folder of its own, so that its `.venv` is not this project's."""
    for name in ("start.py", "pyproject.toml"):
        shutil.copy(SCRIPT.parent / name, tmp_path)
    return load(tmp_path / "start.py")


def run_script(script: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a start.py as a user would, with only these variables (and PATH) in the environment."""
    command = [sys.executable, str(script), *arguments]
    environment = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def make_environment(start: ModuleType, *, with_dev: bool) -> None:
    """Lay out what a finished environment leaves: its Python and its stamp."""
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.touch()
    start.STAMP.write_text(start.stamp(with_dev=with_dev), encoding="utf-8")


def test_help_names_both_commands() -> None:
    answer = run_script(SCRIPT, "--help")
    assert answer.returncode == 0
    assert "python3 start.py FILE" in answer.stdout
    assert "python3 start.py test" in answer.stdout


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_old_python_is_refused_in_a_sentence(start: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(start.Refusal, match=r"needs Python 3\.11 .* this is Python 3\.\d+") as refused:
        start.check_python(version)
    assert refused.value.code == 2


def test_a_python_that_is_new_enough_is_taken(start: ModuleType) -> None:
    start.check_python((3, 11))
    start.check_python((3, 14))


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux sessions can lack a display")
def test_without_a_display_the_window_is_refused_before_anything_is_installed(
    start: ModuleType, tmp_path: Path
) -> None:
    answer = run_script(tmp_path / "start.py")
    assert answer.returncode == 4
    assert answer.stderr.count("\n") == 1
    assert "no display" in answer.stderr
    assert not start.VENV.exists()


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {"DISPLAY": ":0"}),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}),
        ("darwin", {}),
        ("win32", {}),
    ],
)
def test_a_place_for_the_window_is_seen(
    start: ModuleType, platform: str, environment: dict[str, str]
) -> None:
    start.check_display(platform, environment)


def test_a_window_needs_the_libraries_of_its_own_display(start: ModuleType) -> None:
    def extra(**environment: str) -> set[str]:
        return set(start.window_libraries(environment)) - set(start.QT_LIBRARIES)

    assert extra(DISPLAY=":0") == set(start.X11_LIBRARIES)
    assert extra(WAYLAND_DISPLAY="wayland-0") == set(start.WAYLAND_LIBRARIES)
    assert extra(DISPLAY=":0", QT_QPA_PLATFORM="offscreen") == set()
    assert extra(DISPLAY=":0", QT_QPA_PLATFORM="wayland") == set(start.WAYLAND_LIBRARIES)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nothing of the system is needed")
def test_a_library_that_is_missing_is_named_with_its_package(start: ModuleType) -> None:
    libraries = {"libc.so.6": "libc6", "libthere-is-no-such-thing.so.1": "libnothing1"}
    missing = start.missing_packages(libraries, with_dev=False)
    assert "libc.so.6" not in missing
    assert missing["libthere-is-no-such-thing.so.1"] == "libnothing1"


def test_who_may_not_install_is_given_the_one_command(start: ModuleType, tmp_path: Path) -> None:
    fake = tmp_path / "bin" / "apt-get"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\n")
    fake.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(fake.parent))
        patch.setattr(os, "geteuid", lambda: 1000, raising=False)
        request = start.request_for({"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})
    assert request.endswith("\nsudo apt-get install libegl1 libgl1")


def test_on_other_systems_the_libraries_themselves_are_named(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    request = start.request_for({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert request.endswith(": libEGL.so.1, libGL.so.1")


def test_an_environment_is_ready_only_with_its_stamp(start: ModuleType) -> None:
    assert not start.is_ready(with_dev=False)
    make_environment(start, with_dev=False)
    assert start.is_ready(with_dev=False)
    start.STAMP.unlink()
    assert not start.is_ready(with_dev=False)


def test_the_development_tools_are_more_than_the_program_needs(start: ModuleType) -> None:
    make_environment(start, with_dev=True)
    assert start.is_ready(with_dev=True)
    assert start.is_ready(with_dev=False)


def test_the_program_alone_does_not_do_for_the_tests(start: ModuleType) -> None:
    make_environment(start, with_dev=False)
    assert not start.is_ready(with_dev=True)


def test_other_requirements_make_it_unready(start: ModuleType) -> None:
    make_environment(start, with_dev=True)
    (start.ROOT / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert not start.is_ready(with_dev=True)


def test_an_environment_that_was_moved_is_unready(start: ModuleType, tmp_path: Path) -> None:
    make_environment(start, with_dev=True)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("start.py", "pyproject.toml", ".venv"):
        shutil.move(tmp_path / name, moved)
    assert not load(moved / "start.py").is_ready(with_dev=True)


def test_an_environment_whose_python_is_gone_is_unready(start: ModuleType) -> None:
    make_environment(start, with_dev=True)
    start.PYTHON.unlink()
    assert not start.is_ready(with_dev=True)


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link", "nothing"])
def test_whatever_stands_in_the_place_of_the_environment_is_removed(start: ModuleType, kind: str) -> None:
    if kind == "folder":
        (start.VENV / "bin").mkdir(parents=True)
    elif kind == "file":
        start.VENV.touch()
    elif kind == "dangling link":
        start.VENV.symlink_to("nowhere")
    start.remove(start.VENV)
    assert not os.path.lexists(start.VENV)


@pytest.mark.parametrize("code", [0, 1, 5])
def test_the_exit_code_comes_through(start: ModuleType, code: int) -> None:
    assert start.run([sys.executable, "-c", f"raise SystemExit({code})"]) == code


@pytest.mark.skipif(os.name != "posix", reason="signals end programs on POSIX only")
def test_a_program_ended_by_a_signal_is_told_the_way_a_shell_tells_it(start: ModuleType) -> None:
    assert start.run([sys.executable, "-c", "import os; os.kill(os.getpid(), 15)"]) == 128 + 15


@pytest.mark.skipif(os.name != "posix", reason="the environment's Python is stood in for by a shell script")
def test_a_ready_environment_is_used_at_once(start: ModuleType, tmp_path: Path) -> None:
    """The second start installs nothing: the environment's Python is called, with the file, from here."""
    make_environment(start, with_dev=False)
    start.PYTHON.write_text('#!/bin/sh\necho "$@"\nexit 7\n')
    start.PYTHON.chmod(0o755)
    answer = run_script(tmp_path / "start.py", "a map.argmap", QT_QPA_PLATFORM="offscreen")
    assert (answer.stdout, answer.returncode) == ("-P -m argmap a map.argmap\n", 7)
    answer = run_script(tmp_path / "start.py", QT_QPA_PLATFORM="offscreen")
    assert (answer.stdout, answer.returncode) == ("-P -m argmap --sample\n", 7)


@pytest.fixture
def apt_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run by root, it brings a library beside itself; with it a uv, and no other command is found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (("apt-get", APT_GET), ("uv", UV)):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    monkeypatch.setenv("LIBRARY", next(word for word in maps.split() if ".so" in word))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return folder / "apt-get"


@linux_only
@pytest.mark.parametrize("is_up_to_date", [True, False])
def test_what_root_lacks_is_installed_and_not_asked_for(
    start: ModuleType, apt_get: Path, is_up_to_date: bool
) -> None:
    if is_up_to_date:
        apt_get.with_suffix(".is-up-to-date").touch()
    library = str(apt_get.with_suffix(".so"))
    assert not start.can_load(library)
    start.check_system({library: "liblacking1"}, with_dev=False)
    assert start.can_load(library)


@linux_only
def test_what_cannot_be_installed_is_asked_for(start: ModuleType, apt_get: Path) -> None:
    with pytest.raises(start.Refusal, match="apt-get install libnothing1"):
        start.check_system({"libthere-is-no-such-thing.so.1": "libnothing1"}, with_dev=False)


@linux_only
@pytest.mark.parametrize(("python", "is_kept"), [("", True), ("3.9 /opt/another", False)])
def test_only_a_finished_environment_of_this_python_is_built_upon(
    start: ModuleType, apt_get: Path, python: str, is_kept: bool
) -> None:
    make_environment(start, with_dev=False)
    start.STAMP.write_text(f"{python or start.python_name()}\nof other requirements\n", encoding="utf-8")
    start.make_ready(with_dev=False)
    assert start.PYTHON.exists() is is_kept
    assert start.STAMP.read_text(encoding="utf-8") == start.stamp(with_dev=False)

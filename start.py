#!/usr/bin/env python3
"""Set argmap up beside this file and run it: the one command for people who just arrived.

The environment is made in `.venv` (with uv where there is one, else with venv and pip) and found ready
the next time. Only the standard library is used, and the syntax is one that an old Python can still read,
so that it can be told what is missing instead of stopping at a word it does not know.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

USAGE = """\
python3 start.py                    open the sample: the map of the essay that argmap ships with
python3 start.py FILE               open a map of your own
python3 start.py test [OPTION…]     run the test suite; pytest's own options may follow
python3 start.py --help             show this

The first run sets everything up in the folder .venv, which takes a minute and about 90 MB of downloads.
Exit codes of its own: 2 this Python is too old, 3 a system library is missing, 4 there is no display."""

OLDEST_PYTHON = (3, 11)
PYTHON_TOO_OLD, LIBRARY_MISSING, NO_DISPLAY, INTERRUPTED = 2, 3, 4, 130

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "argmap-is-ready"

# What Qt's wheels expect of a Linux system: the library, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}


class Refusal(Exception):
    """Something is missing that this script cannot bring: one clear sentence, and the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit code."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0
    try:
        check_python(sys.version_info[:2])
        if arguments and arguments[0] == "test":
            return run_tests(arguments[1:])
        return run_program(arguments)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.code
    except subprocess.CalledProcessError as failure:
        print("Setting argmap up stopped at: " + " ".join(map(str, failure.cmd)), file=sys.stderr)
        return failure.returncode
    except KeyboardInterrupt:
        return INTERRUPTED


def run_tests(options: Sequence[str]) -> int:
    """Run the whole test suite, which needs no display."""
    check_system(QT_LIBRARIES, with_dev=True)
    make_ready(with_dev=True)
    return run([str(PYTHON), "-m", "pytest", *options], folder=ROOT)


def run_program(arguments: Sequence[str]) -> int:
    """Open the window on the file that is named, or else on the sample."""
    check_display(sys.platform, os.environ)
    check_system(window_libraries(os.environ), with_dev=False)
    make_ready(with_dev=False)
    # -P: a folder called argmap where the user happens to stand is not taken for the program.
    return run([str(PYTHON), "-P", "-m", "argmap", *(arguments or ["--sample"])])


def run(command: Sequence[str], folder: Path | None = None) -> int:
    """Run a command to its end and return its exit code, told the way a shell tells it."""
    code = subprocess.call(command, cwd=None if folder is None else str(folder))
    return code if code >= 0 else 128 - code


# What has to be there already


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old for argmap."""
    if version < OLDEST_PYTHON:
        wanted, found = (".".join(map(str, v)) for v in (OLDEST_PYTHON, version))
        raise Refusal(
            f"argmap needs Python {wanted} or newer, and this is Python {found}: please start it with that.",
            PYTHON_TOO_OLD,
        )


def check_display(platform: str, environment: Mapping[str, str]) -> None:
    """Refuse to open a window on a Linux system that has nowhere to show it."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform.startswith("linux") and not any(environment.get(name) for name in asked):
        raise Refusal(
            "There is no display to open a window on: start argmap in a desktop session, or set DISPLAY.",
            NO_DISPLAY,
        )


def window_libraries(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that a window needs on the display this session has."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    wanted = dict(QT_LIBRARIES)
    if platform.startswith("xcb") or (not platform and environment.get("DISPLAY")):
        wanted.update(X11_LIBRARIES)
    if platform.startswith("wayland") or (not platform and environment.get("WAYLAND_DISPLAY")):
        wanted.update(WAYLAND_LIBRARIES)
    return wanted


def check_system(libraries: Mapping[str, str], *, with_dev: bool) -> None:
    """Bring what is missing of the system where that can be done, else refuse and name it."""
    packages = missing_packages(libraries, with_dev=with_dev)
    if not packages:
        return
    if shutil.which("apt-get") and is_root():
        install_packages(packages)
        packages = missing_packages(libraries, with_dev=with_dev)
    if packages:
        raise Refusal(request_for(packages), LIBRARY_MISSING)


def missing_packages(libraries: Mapping[str, str], *, with_dev: bool) -> dict[str, str]:
    """Return what this system lacks, each with the Debian package that brings it."""
    missing = {}
    if sys.platform.startswith("linux"):
        missing.update({name: package for name, package in libraries.items() if not can_load(name)})
    if not is_ready(with_dev=with_dev) and not shutil.which("uv") and not can_make_environment():
        missing["the venv module of Python"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return missing


def can_load(library: str) -> bool:
    """Answer whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_environment() -> bool:
    """Answer whether this Python has venv and its pip, which Debian keeps in a package of their own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def is_root() -> bool:
    """Answer whether system packages may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_packages(missing: Mapping[str, str]) -> None:
    """Install Debian packages, reading the package lists again only where the known ones do not do."""
    packages = sorted(missing.values())
    say("Installing what this system lacks: " + " ".join(packages))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    nowhere = subprocess.DEVNULL
    are_known = (
        subprocess.call([*install, "--simulate"], env=environment, stdout=nowhere, stderr=nowhere) == 0
    )
    if are_known and subprocess.call(install, env=environment, stdout=sys.stderr) == 0:
        return
    subprocess.call(["apt-get", "update", "--quiet=2"], env=environment, stdout=sys.stderr)
    subprocess.call(install, env=environment, stdout=sys.stderr)


def request_for(missing: Mapping[str, str]) -> str:
    """Word what the user has to install, as one command where the system is known."""
    if shutil.which("apt-get"):
        command = "apt-get install " + " ".join(sorted(missing.values()))
        return "argmap needs a few system packages. Please run:\n" + ("" if is_root() else "sudo ") + command
    return "argmap needs these from your system's packages: " + ", ".join(sorted(missing))


# The environment


def make_ready(*, with_dev: bool) -> None:
    """See to it that `.venv` holds argmap and all that it needs."""
    if is_ready(with_dev=with_dev):
        return
    say(f"Setting argmap up in {VENV} (the first time takes a minute) …")
    # An environment without its stamp is one that was left half made: it is not built upon.
    if PYTHON.exists() and STAMP.exists() and stamp_python() == python_name():
        STAMP.unlink()
    else:
        remove(VENV)
    target = ".[dev]" if with_dev else "."
    if not install_with_uv(target):
        install_with_pip(target)
    STAMP.write_text(stamp(with_dev=with_dev), encoding="utf-8")


def install_with_uv(target: str) -> bool:
    """Install with uv; answer whether there is one and it managed."""
    uv = shutil.which("uv")
    if uv is None:
        return False
    commands = [[uv, "pip", "install", "--python", str(PYTHON), "--editable", target]]
    if not PYTHON.exists():
        commands.insert(0, [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
    if all(subprocess.call(command, cwd=str(ROOT)) == 0 for command in commands):
        return True
    say("uv did not manage it: trying with pip.")
    remove(VENV)
    return False


def install_with_pip(target: str) -> None:
    """Install with venv and pip, heeding the machine's own pip settings."""
    if not has_pip():
        remove(VENV)
        subprocess.check_call([sys.executable, "-m", "venv", str(VENV)])
    subprocess.check_call([str(PYTHON), "-m", "pip", "install", "--editable", target], cwd=str(ROOT))


def has_pip() -> bool:
    """Answer whether the environment is there and has a pip, which one made by uv has not."""
    look = [str(PYTHON), "-c", "import pip"]
    return PYTHON.exists() and subprocess.call(look, stderr=subprocess.DEVNULL) == 0


def remove(path: Path) -> None:
    """Remove a folder, or whatever stands in its place."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(str(path))
    elif path.is_symlink() or path.exists():
        path.unlink()


def is_ready(*, with_dev: bool) -> bool:
    """Answer whether the environment was finished for this Python, this folder and these requirements."""
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    # With the development tools everything is there that is needed without them.
    accepted = [stamp(with_dev=True)] if with_dev else [stamp(with_dev=True), stamp(with_dev=False)]
    return STAMP.read_text(encoding="utf-8") in accepted


def stamp(*, with_dev: bool) -> str:
    """Return what is written into a finished environment: its Python, and a digest of what went into it."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), os.fsencode(str(ROOT)), b"dev" if with_dev else b""]
    return python_name() + "\n" + hashlib.sha256(b"\0".join(parts)).hexdigest() + "\n"


def stamp_python() -> str:
    """Return the Python that the finished environment was made with."""
    return STAMP.read_text(encoding="utf-8").partition("\n")[0]


def python_name() -> str:
    """Name this Python: an environment belongs to one version at one place."""
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}"


def say(sentence: str) -> None:
    """Tell the user what is going on, without getting into the way of a command's own output."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

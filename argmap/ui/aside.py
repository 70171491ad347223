"""Work that takes long, done in a thread of its own, while the window shows how far it is and hears Stop.

What is stopped is not waited for: it ends by itself at its next report, and nobody hears of it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Protocol, TypeVar

from argmap.formats.errors import Cancelled
from argmap.model.progress import Progress

Result = TypeVar("Result")
_STEP = 0.02
"""Seconds between two looks at how far it is."""


class Watch(Protocol):
    """Shows how far something has come."""

    def report(self, share: float) -> bool:
        """Show the share that is done; whether to go on."""


class _Work(Thread):
    """One call, with what comes of it."""

    def __init__(self, call: Callable[[Progress], object]) -> None:
        super().__init__(daemon=True)
        self._call = call
        self.share = 0.0
        self.is_stopped = False
        self.result: object = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._call(self._report)
        except BaseException as failure:  # noqa: BLE001 - raised again where it is waited for
            self.failure = failure

    def _report(self, share: float) -> bool:
        self.share = share
        return not self.is_stopped


def done_aside(call: Callable[[Progress], Result], watch: Watch) -> Result:
    """What the call returns or raises; `Cancelled` where the watch says that it is not wanted any more.

    The call must touch nothing of the window's: values in, values out.
    """
    work = _Work(call)
    work.start()
    while work.is_alive():
        work.join(_STEP)
        if not watch.report(work.share):
            work.is_stopped = True
            raise Cancelled
    if work.failure is not None:
        raise work.failure
    return work.result  # type: ignore[return-value]

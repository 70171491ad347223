"""How work that takes long is watched, and stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], bool]
"""Is told the share that is done, 0 to 1; answers whether to go on."""

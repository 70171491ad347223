"""The canary for a Qt binding that eats None.

PySide6 6.12.0 on CPython 3.11 drops one reference to None on every call that returns nothing, and ends in
`Fatal Python error: none_dealloc` after about five thousand of them; all other tests pass all the same.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 500


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die from CPython 3.12 on")
def test_calls_that_return_nothing_keep_their_references_to_none() -> None:
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        target.setObjectName("canary")
    assert sys.getrefcount(None) > before - CALLS // 2

"""Real builds that are ended; `python -m tests.kills build` does it 200 times each."""

import sys
from collections import Counter
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals of POSIX")
@pytest.mark.slow
def test_old_or_new_and_on_it_goes(tmp_path: Path) -> None:
    """Killed, terminated, interrupted twice, two at once: a whole site is found, and the next build goes on."""
    from tests.kills.builds import KINDS, outcomes

    told: dict[str, Counter[str]] = {}
    assert set(outcomes(tmp_path, 1, 1, told.__setitem__)) <= {"old", "new"}
    assert all(found.total() == 1 for found in told.values())
    assert len(told) == len(KINDS) + 1

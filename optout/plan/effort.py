"""How long a way takes, estimated from its steps: nobody measured it, and everybody who shows it says so."""

from optout.model import Control, How

_STEP = 20  # seconds: to find what it names, and to press it

# What comes on top, in seconds: to fill in, to write, to decide, to wait for.
_MORE: dict[How, int] = {"form": 90, "email": 120, "file": 180, "command": 40, "plan": 180, "delete": 60}
_REASONS = 120  # an objection gives them


def seconds(control: Control, steps: int) -> int:
    """The estimate for one way with so many steps."""
    return _STEP * steps + _MORE.get(control.how, 0) + (_REASONS if control.right else 0)


def minutes(seconds: int) -> int:
    """Whole minutes, at least one where there is anything to do."""
    return -(-seconds // 60)

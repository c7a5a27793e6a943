"""How many columns of a terminal a text takes."""

from optout.render.laid import is_narrow


def width(text: str) -> int:
    """How many columns a text takes."""
    if is_narrow(text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)

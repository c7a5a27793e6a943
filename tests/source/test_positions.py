"""Lines, columns and offsets lead to each other."""

from hypothesis import given
from hypothesis import strategies as st

from optout.source.positions import Positions


@given(st.text(alphabet="ab\n\r", max_size=20))
def test_every_character_is_found_where_it_is(text: str) -> None:
    """Counting line ends before it gives the same line, and going back the same offset."""
    positions = Positions(text)
    for offset in range(len(text) + 1):
        line, column = positions.spot(offset)
        assert line == 1 + text.count("\n", 0, offset)
        assert column == offset - text.rfind("\n", 0, offset)
        assert positions.offset(line, column) == offset

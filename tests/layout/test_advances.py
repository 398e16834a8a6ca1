"""The table itself: complete for what is typed every day, one width a character, bold never narrower for figures."""

from unitdeck.layout.advances import BOLD, REGULAR

ASCII = [chr(code) for code in range(0x20, 0x7F)]


def widths(table: dict[int, str]) -> dict[str, int]:
    return {char: advance for advance, chars in table.items() for char in chars}


def test_ascii_is_complete_in_both_faces():
    assert set(ASCII) <= set(widths(REGULAR))
    assert set(ASCII) <= set(widths(BOLD))


def test_each_character_stands_once():
    for table in (REGULAR, BOLD):
        assert len(widths(table)) == sum(map(len, table.values()))


def test_no_advance_is_zero_or_more_than_three_em():
    for table in (REGULAR, BOLD):
        assert all(0 < advance <= 3000 for advance in table)


def test_figures_share_one_width():
    for table, width in ((REGULAR, 637), (BOLD, 696)):  # DejaVu Sans, the widest
        assert {widths(table)[digit] for digit in "0123456789"} == {width}


def test_full_width_in_the_older_han_fonts_is_at_least_one_em():
    for char in "“”‘’…°×±μ·":
        assert widths(REGULAR).get(char, 1000) >= 1000

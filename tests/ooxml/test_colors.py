import pytest

from unitdeck.base.tokens import TOKENS
from unitdeck.ooxml.colors import scheme_color, solid_fill


def test_a_plain_token_is_its_slot():
    assert scheme_color("ink") == '<a:schemeClr val="tx1"/>'


def test_a_derived_token_changes_the_luminance():
    assert scheme_color("grey") == (
        '<a:schemeClr val="tx2"><a:lumMod val="67000"/><a:lumOff val="33000"/></a:schemeClr>'
    )
    assert scheme_color("line") == '<a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr>'


@pytest.mark.parametrize("token", TOKENS)
def test_no_token_is_written_as_a_fixed_colour(token):
    assert "srgbClr" not in solid_fill(token)
    assert solid_fill(token).startswith('<a:solidFill><a:schemeClr val="')


def test_a_name_that_is_no_token_is_refused():
    with pytest.raises(KeyError):
        solid_fill("red")

import pytest

from unitdeck.base.contrast import contrast, luminance, luminance_changed


def test_black_and_white_are_21_apart_and_a_colour_is_1_from_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#B4161B", "#B4161B") == 1


@pytest.mark.parametrize(("color", "ratio"), [("#767676", 4.54), ("#777777", 4.48), ("#0000FF", 8.59)])
def test_contrast_with_white_is_what_wcag_s_own_examples_say(color, ratio):
    assert contrast(color, "#FFFFFF") == pytest.approx(ratio, abs=0.005)


def test_luminance():
    assert (luminance("#000000"), luminance("#FFFFFF")) == (0, pytest.approx(1))
    assert luminance("#808080") == pytest.approx(0.2159, abs=1e-4)


def test_a_change_of_luminance_is_that_of_powerpoint():
    """Its own names for these: Text 1, Lighter 50 %; Background 1, Darker 15 %; Accent 1, Lighter 40 %."""
    assert luminance_changed("#000000", 50_000, 50_000) == "#808080"
    assert luminance_changed("#FFFFFF", 85_000, 0) == "#D9D9D9"
    assert luminance_changed("#4472C4", 60_000, 40_000) == "#8FAADC"
    assert luminance_changed("#4472C4", 100_000, 0) == "#4472C4"

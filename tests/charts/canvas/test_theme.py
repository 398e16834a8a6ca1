import pytest

from unitdeck.base.contrast import contrast, luminance_changed
from unitdeck.base.tokens import TOKENS
from unitdeck.charts.canvas.palette import diverging, ink_on, sequential
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.draw import theme_of
from unitdeck.template.locate import load, search_path
from unitdeck.template.pack import Part


@pytest.fixture(scope="module")
def pack():
    return load("report", search_path(None)).pack


@pytest.fixture(scope="module")
def theme(pack):
    return theme_of(pack)


def test_every_token_has_the_themes_colour(theme):
    assert {token: theme.rgb(token) for token in ("ink", "ground", "sub", "accent")} == {
        "ink": "#1F2430",
        "ground": "#FFFFFF",
        "sub": "#566070",
        "accent": "#B4161B",
    }
    assert all(len(theme.rgb(token)) == 7 for token in TOKENS)
    assert (theme.latin, theme.east_asian) == ("Arial", "Microsoft YaHei")


@pytest.mark.parametrize(
    ("rgb", "lum_mod", "lum_off", "changed"),
    [
        ("#FFFFFF", 90_000, 0, "#E6E6E6"),  # as PowerPoint shows white, darker 10 %
        ("#4472C4", 75_000, 0, "#2F5597"),  # blue, darker 25 %
        ("#4472C4", 60_000, 40_000, "#8FAADC"),  # blue, lighter 40 %
        ("#4472C4", 20_000, 80_000, "#DAE3F3"),  # blue, lighter 80 %
        ("#000000", 50_000, 50_000, "#808080"),
        ("#FFFFFF", 100_000, 50_000, "#FFFFFF"),
    ],
)
def test_luminance_changes_as_powerpoint_does(rgb, lum_mod, lum_off, changed):
    made = luminance_changed(rgb, lum_mod, lum_off)
    pairs = zip((made[1:3], made[3:5], made[5:7]), (changed[1:3], changed[3:5], changed[5:7]), strict=True)
    assert all(abs(int(one, 16) - int(other, 16)) <= 1 for one, other in pairs), made


def test_the_masters_colour_map_and_system_colours_are_followed(pack):
    def changed(part: Part) -> Part:
        blob = part.blob.replace(b'bg1="lt1" tx1="dk1"', b'bg1="dk1" tx1="lt1"')
        system = b'<a:lt1><a:sysClr val="window" lastClr="fefefe"/></a:lt1>'
        return part._replace(blob=blob.replace(b'<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>', system))

    dark = theme_of(pack._replace(parts=tuple(map(changed, pack.parts))))
    assert (dark.rgb("ground"), dark.rgb("ink")) == ("#1F2430", "#FEFEFE")


@pytest.mark.parametrize("steps", range(1, 6))
def test_text_on_every_step_can_be_read_and_steps_grow_darker(steps, theme):
    fills = sequential(theme, steps)
    assert len(set(fills)) == steps
    assert all(contrast(ink_on(fill, theme), fill) >= 4.5 for fill in fills)
    ground = [contrast(fill, "#FFFFFF") for fill in fills]
    assert ground == sorted(ground)


@pytest.mark.parametrize("accent", ["#808080", "#FFD400", "#000000", "#FFFFFF", "#FF0000", "#00B0F0"])
def test_text_can_be_read_whatever_the_organisers_colours(accent, theme):
    odd = Theme({**theme.slots, "accent4": accent, "tx1": "#777777"}, "", "")
    assert all(contrast(ink_on(fill, odd), fill) >= 4.5 for fill in sequential(odd, 5))


def test_the_sides_of_zero_differ_in_hue_and_strength(theme):
    low, lower, higher, high = diverging(theme, 2, 2)
    assert len({low, lower, higher, high}) == 4
    assert contrast(low, "#FFFFFF") > contrast(lower, "#FFFFFF")
    assert contrast(high, "#FFFFFF") > contrast(higher, "#FFFFFF")


# Viénot, Brettel and Mollon (1999): linear RGB as a dichromat sees it.
SEEN = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def seen_by(rgb, eye):
    linear = [(int(rgb[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return [max(sum(w * c for w, c in zip(row, linear, strict=True)), 0) ** (1 / 2.2) for row in SEEN[eye]]


@pytest.mark.parametrize("eye", SEEN)
def test_below_and_above_zero_differ_for_the_colour_blind(eye, theme):
    low, lower, higher, high = (seen_by(fill, eye) for fill in diverging(theme, 2, 2))
    for one, other in ((low, high), (lower, higher)):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.2

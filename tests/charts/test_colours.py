"""The colours of charts, as the report template's theme really gives them.

Neighbours differ by 3:1 (WCAG 2.1, 1.4.11). Where two fills meet without a seam, they differ from each other; where a
seam of the page's white or a gap lies between them, each differs from the white. Pale grounds (the ranges of a bullet
chart) need not stand out from the page: what is measured on them does, and the schedule's line marks where they meet.

Readers who see two primaries: every two status tones, and every two fills of parts, stay 10 apart in Oklab (×100, see
support/vision.py) for most readers and in Machado's simulations. An organisation's red leaves less room between it and
the warm status tones (6): where both stand in a chart, a sign, a word or the place says which is which. ``none`` may be
near ``good``: it is no judgement and colours nothing but the word that says so.
"""

import itertools
from decimal import Decimal

import pytest
from lxml import etree

from support.chart_reading import A, C
from support.chart_rules import groups, local, number, setting
from support.chart_samples import NATIVE
from support.theme_colours import of_fill, of_token, slots
from support.vision import MATRICES, difference, seen
from unitdeck.base.contrast import LEAST_SHAPE, LEAST_TEXT, contrast
from unitdeck.charts.draw import draw
from unitdeck.charts.fills import PARTS, WORDS_ON
from unitdeck.layout.placed import PlacedChart
from unitdeck.plan.blocks import ColumnsBlock
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.template import locate
from unitdeck.template.gallery import gallery

STATUS = ("good", "near", "warn", "bad")
GROUNDS = ("range", "range2")
EYES = ("", *MATRICES)
FAR_APART = 10
APART_WITH_A_SIGN = 6
MOST_FILLS = 4
SEAM_PT = 1.0
INSIDE = ("ctr", "inEnd", "inBase")


@pytest.fixture(scope="module")
def theme(root):
    return slots(root / "templates" / "report" / "base.pptx")


@pytest.fixture(scope="module")
def color(theme):
    return lambda token: of_token(token, theme)


# The palette.


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(STATUS, 2)))
def test_status_tones_are_told_apart_by_every_reader(color, one, other, eye):
    assert difference(seen(color(one), eye), seen(color(other), eye)) >= FAR_APART


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("tone", STATUS)
def test_the_accent_is_told_from_status_tones_by_every_reader(color, tone, eye):
    assert difference(seen(color("accent"), eye), seen(color(tone), eye)) >= APART_WITH_A_SIGN


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(PARTS, 2)))
def test_fills_of_parts_are_told_apart_by_every_reader(color, one, other, eye):
    assert difference(seen(color(one), eye), seen(color(other), eye)) >= FAR_APART


@pytest.mark.parametrize("token", [*STATUS, "none", "accent", "ink", "sub"])
@pytest.mark.parametrize("ground", ["ground", "pale"])
def test_what_colours_text_can_be_read(color, token, ground):
    assert contrast(color(token), color(ground)) >= LEAST_TEXT


@pytest.mark.parametrize("fill", PARTS)
def test_words_on_parts_can_be_read_and_parts_stand_out_from_seam_and_page(color, fill):
    assert contrast(color(WORDS_ON[fill]), color(fill)) >= LEAST_TEXT
    assert contrast(color(fill), color("ground")) >= LEAST_SHAPE


def test_there_are_four_fills():
    assert len(PARTS) == MOST_FILLS == len(WORDS_ON)


def test_the_schedule_s_line_can_be_seen_on_what_it_crosses(color):
    assert contrast(color("ink"), color("good")) >= LEAST_SHAPE
    assert all(contrast(color("ink"), color(ground)) >= LEAST_SHAPE for ground in GROUNDS)


def test_a_pair_that_few_readers_can_tell_apart_is_noticed():
    """The red and the amber of many traffic lights: far apart for most, one colour for a deuteranope."""
    assert difference(seen("#C43B0E", ""), seen("#A65E00", "")) > 8
    assert difference(seen("#C43B0E", "deuteranopia"), seen("#A65E00", "deuteranopia")) < 1


def test_simulations_keep_what_all_readers_share():
    for eye in EYES:
        assert difference(seen("#808080", eye), seen("#808080", "")) < 0.1
        assert difference(seen("#FFFFFF", eye), seen("#000000", eye)) == pytest.approx(100, abs=0.5)


# Every chart.


class Look:
    """A series as it is painted: its fill, those of points with their own, and whether a seam lies around all."""

    def __init__(self, series, theme, white):
        shapes = [each.find(f"{C}spPr") for each in (series, *series.findall(f"{C}dPt"))]
        self.whole = of_fill(shapes[0], theme)
        self.points = {
            int(setting(point, "idx")): of_fill(point.find(f"{C}spPr"), theme) for point in series.findall(f"{C}dPt")
        }
        self.seamed = all(has_seam(shape, theme, white) for shape in shapes if shape is not None)
        self.drawn = {
            int(point.get("idx")) for point in series.iterfind(f"{C}val//{C}pt") if float(point.findtext(f"{C}v"))
        }

    @property
    def fills(self):
        return {fill for fill in (self.whole, *self.points.values()) if fill}

    def fill(self, index):
        """The fill of a point that is drawn, else ''."""
        return self.points.get(index, self.whole) if index in self.drawn else ""


def has_seam(shape, theme, white):
    line = shape.find(f"{A}ln")
    return line is not None and of_fill(line, theme) == white and int(line.get("w", 0)) >= SEAM_PT * 12_700


def roots(kind, samples, place):
    for spec in samples[kind]:
        yield spec, etree.fromstring(draw(place(spec), "zh", "2022-05-31").chart_xml.encode())


def looks_of(group, theme, color):
    return [Look(series, theme, color("ground")) for series in group.findall(f"{C}ser")]


def filled_groups(root):
    return [group for group in groups(root) if local(group) in {"barChart", "doughnutChart", "pieChart", "areaChart"}]


def touching(group, looks):
    """Pairs of fills that meet without a seam or a gap between them."""
    if local(group) != "barChart":
        fills = [fill for look in looks if not look.seamed for fill in look.points.values()]
        return list(itertools.pairwise(fills))
    overlap = number(group, "overlap") or 0
    if overlap < 0:
        return []
    on_top = setting(group, "grouping") == "clustered" and overlap > 0
    met = []
    for index in sorted(set().union(*(look.drawn for look in looks))):
        there = [look for look in looks if look.fill(index)]
        pairs = itertools.combinations(there, 2) if on_top else itertools.pairwise(there)
        met += [(one.fill(index), other.fill(index)) for one, other in pairs if not (one.seamed or other.seamed)]
    return met


def faults_of_neighbours(group, looks, color):
    """Pairs of fills that do not stand out from each other, and fills that do not from the page."""
    grounds = {color(token) for token in GROUNDS} | {color("ground")}
    faint = [fill for look in looks for fill in look.fills - grounds if contrast(fill, color("ground")) < LEAST_SHAPE]
    met = (pair for pair in touching(group, looks) if pair[0] != pair[1])  # equal ones are one body in two pieces
    close = [pair for pair in met if not set(pair) <= grounds and contrast(*pair) < LEAST_SHAPE]
    return faint + close


@pytest.mark.parametrize("kind", NATIVE)
def test_neighbours_stand_out_from_each_other_or_from_the_seam(kind, samples, place, theme, color):
    for spec, root in roots(kind, samples, place):
        for group in filled_groups(root):
            assert faults_of_neighbours(group, looks_of(group, theme, color), color) == [], spec


@pytest.mark.parametrize("kind", NATIVE)
def test_lines_stand_out_from_the_page(kind, samples, place, theme, color):
    for spec, root in roots(kind, samples, place):
        for group in groups(root):
            if local(group) in {"lineChart", "scatterChart", "radarChart"}:
                strokes = [of_fill(line, theme) for line in group.iterfind(f"{C}ser/{C}spPr/{A}ln")]
                lines = [stroke for stroke in strokes if stroke and stroke not in map(color, (*GROUNDS, "line"))]
                assert all(contrast(line, color("ground")) >= LEAST_SHAPE for line in lines), spec


@pytest.mark.parametrize("kind", NATIVE)
def test_a_chart_has_four_colours_at_most(kind, samples, place, theme, color):
    grounds = {color(token) for token in (*GROUNDS, "ground")}
    for spec, root in roots(kind, samples, place):
        looks = [look for group in filled_groups(root) for look in looks_of(group, theme, color)]
        drawn = set().union(*(look.fills for look in looks)) if looks else set()
        assert len(drawn - grounds) <= MOST_FILLS, spec


def marker_fill(series, index, theme):
    """The fill of the mark that a point of a line has, '' for none."""
    own = (point for point in series.findall(f"{C}dPt") if setting(point, "idx") == index)
    marker = next((found for each in (*own, series) if (found := each.find(f"{C}marker/{C}spPr")) is not None), None)
    return of_fill(marker, theme)


def labels_with_place(series):
    for holder in (*series.iterfind(f"{C}dLbls"), *series.iterfind(f"{C}dLbls/{C}dLbl")):
        if holder.find(f"{C}layout/{C}manualLayout") is None:
            yield holder, setting(holder, "dLblPos")


@pytest.mark.parametrize("kind", NATIVE)
def test_labels_can_be_read_on_their_fill_or_on_the_page(kind, samples, place, theme, color):
    for spec, root in roots(kind, samples, place):
        for series in root.iter(f"{C}ser"):
            look = Look(series, theme, color("ground"))
            bars = local(series.getparent()) == "barChart"
            for holder, where in labels_with_place(series):
                index = setting(holder, "idx")
                fill = look.points.get(int(index), look.whole) if index else look.whole
                below = (
                    fill if bars and where in INSIDE else marker_fill(series, index, theme) if where == "ctr" else ""
                )
                ground = below or color("ground")
                own = [each for name in ("txPr", "tx") for each in holder.iterfind(f"{C}{name}")]
                looks = (each for body in own for name in ("defRPr", "rPr") for each in body.iter(f"{A}{name}"))
                texts = [of_fill(each, theme) for each in looks]
                assert all(contrast(text, ground) >= LEAST_TEXT for text in texts if text), (spec, index)


def test_a_fault_of_neighbours_is_noticed(place, theme, color):
    spec = ChartSpec(
        "stacked", "x", ("甲", "乙"), tuple(Series(name, (Decimal(5), Decimal(6)), "part") for name in "一二三")
    )
    xml = draw(place(spec), "zh", "2022-05-31").chart_xml
    seamless = xml.replace('w="19050"', 'w="1270"')
    assert seamless != xml
    for text, faulty in ((xml, False), (seamless, True)):
        (group,) = groups(etree.fromstring(text.encode()))
        assert bool(faults_of_neighbours(group, looks_of(group, theme, color), color)) == faulty


# Status colours never stand alone.


def toned():
    """Every chart of the gallery that has status tones."""
    ready = locate.load("report", locate.search_path(None))
    for slide in gallery(ready).plan.slides:
        waiting = list(slide.blocks)
        while waiting:
            block = waiting.pop()
            if isinstance(block, ColumnsBlock):
                waiting += [each for column in block.columns for each in column]
            spec = getattr(block, "spec", None)
            if spec is not None and set(spec.tones) & set(STATUS):
                yield spec


def test_a_status_colour_comes_with_its_word_or_sign():
    """The pace in words after the figure (bullet), or a figure with its sign (gap)."""
    found = list(toned())
    assert found
    for spec in found:
        for index, tone in enumerate(spec.tones):
            if tone in STATUS:
                words = spec.labels[index].split() if spec.labels else []
                assert len(words) > 1 or spec.signed or spec.kind == "gap", (spec.kind, spec.categories[index])


def test_gap_labels_print_their_sign(samples, place):
    chart = place(samples["gap"][0])
    assert isinstance(chart, PlacedChart)
    assert 'formatCode="+#,##0.0;' in draw(chart, "zh", "2022-05-31").chart_xml

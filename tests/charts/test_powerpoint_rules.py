"""What PowerPoint asks of a chart part beyond well-formed XML; each rule is shown to notice when it is broken.

The schema itself is held by test_schema.py; rules that need some lines of their own stand in support/chart_rules.py.
"""

import re

import pytest
from lxml import etree

from support.chart_rules import (
    BEYOND_THE_SCHEMA,
    BREAKS_BEYOND_THE_SCHEMA,
    POSITIONS,
    A,
    C,
    axes,
    groups,
    local,
    sort_of,
)
from support.chart_samples import NATIVE
from unitdeck.charts.draw import draw

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The sequences of ISO/IEC 29500-1, DrawingML charts, as far as we write them.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart radarChart doughnutChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls marker axId",
    "radarChart": "radarStyle varyColors ser dLbls axId",
    "doughnutChart": "varyColors ser dLbls firstSliceAng holeSize",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize separator showLeaderLines extLst",
    "dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize separator",
    "trendline": "name spPr trendlineType forward backward dispRSqr dispEq",
    "catAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses crossBetween majorUnit",
    "scaling": "orientation max min",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "legendEntry": "idx delete",
    "pattFill": "fgClr bgClr",
    "spPr": "noFill solidFill pattFill ln",
    "manualLayout": "layoutTarget xMode yMode x y w h",
    "numCache": "formatCode ptCount pt",
    "strCache": "ptCount pt",
    "defRPr": "ln solidFill latin ea cs",
    "rPr": "ln solidFill latin ea cs",
    "ln": "noFill solidFill prstDash round",
}
# What a series may hold beside idx, order, tx, spPr, dPt, dLbls, cat and val.
OWN = {
    "barChart": {"invertIfNegative", "trendline", "errBars"},
    "lineChart": {"marker", "trendline", "errBars", "smooth"},
    "radarChart": {"marker"},
    "doughnutChart": {"explosion"},
}
COMMON = {"idx", "order", "tx", "spPr", "dPt", "dLbls", "cat", "val"}


def axis_ids(root):
    return [axis.find(f"{C}axId").get("val") for axis in axes(root)]


def unique(values):
    return len(set(values)) == len(values)


def label_positions_suit(root):
    return all(
        place.get("val") in POSITIONS.get(sort_of(group), ())
        for group in groups(root)
        for place in group.iter(f"{C}dLblPos")
    )


def series_suit(root):
    return all(
        {local(child) for child in series} <= COMMON | OWN[local(group)]
        for group in groups(root)
        for series in group.iter(f"{C}ser")
    )


def counts_match(root):
    for cache in (*root.iter(f"{C}numCache"), *root.iter(f"{C}strCache")):
        first, _, last = cache.getparent().findtext(f"{C}f").removeprefix("Sheet1!").partition(":")
        rows = int(last.rpartition("$")[2]) - int(first.rpartition("$")[2]) + 1 if last else 1
        points = [int(point.get("idx")) for point in cache.findall(f"{C}pt")]
        count = int(cache.find(f"{C}ptCount").get("val"))
        if count != rows or points != sorted(set(points)) or any(index >= count for index in points):
            return False
    return True


def in_order(root):
    for element in root.iter():
        known = ORDER.get(local(element), "").split()
        if not known:
            continue
        children = [local(child) for child in element]
        if not set(children) <= set(known) or children != sorted(children, key=known.index):
            return False
    return True


def has(path, value):
    def holds(root):
        setting = root.find("/".join(C + step for step in path.split("/")))
        return setting is not None and setting.get("val") == value

    return holds


def looks(root):
    return (*root.iter(f"{A}defRPr"), *root.iter(f"{A}rPr"))


def fonts_named(root):
    return all(
        [child.get("typeface") for child in look if local(child) in ("latin", "ea")] == ["+mn-lt", "+mn-ea"]
        for look in looks(root)
    )


def languages_named(root):
    runs = (*root.iter(f"{A}rPr"), *root.iter(f"{A}endParaRPr"))
    return root.find(f"{C}lang") is not None and all(run.get("lang") for run in runs)


RULES = {
    **BEYOND_THE_SCHEMA,
    "axis ids are unique and positive": lambda root: (
        unique(axis_ids(root)) and all(int(number) > 0 for number in axis_ids(root))
    ),
    "every axis has its group and every group its axes": lambda root: (
        {axis.get("val") for group in groups(root) for axis in group.findall(f"{C}axId")} == set(axis_ids(root))
    ),
    "every axis is crossed by one that is there": lambda root: all(
        axis.find(f"{C}crossAx").get("val") in axis_ids(root) for axis in axes(root)
    ),
    "label positions suit the kind": label_positions_suit,
    "series hold what their group knows": series_suit,
    "series have their own idx and order": lambda root: all(
        unique([series.find(f"{C}{name}").get("val") for series in root.iter(f"{C}ser")]) for name in ("idx", "order")
    ),
    "ptCount is the length of the range": counts_match,
    "children stand in the order of the schema": in_order,
    "the workbook is rId1": lambda root: [data.get(f"{R}id") for data in root.iter(f"{C}externalData")] == ["rId1"],
    "date1904 is 0": has("date1904", "0"),
    "roundedCorners is 0": has("roundedCorners", "0"),
    "blanks are gaps": has("chart/dispBlanksAs", "gap"),
    "no title is made up": has("chart/autoTitleDeleted", "1"),
    "every text has its East Asian font": fonts_named,
    "every text has a language": languages_named,
    "text is 14 pt or more": lambda root: all(int(look.get("sz")) >= 1400 for look in looks(root)),
    "colours are theme colours": lambda root: next(root.iter(f"{A}srgbClr"), None) is None,
    "only series that are there are left out of the legend": lambda root: all(
        int(entry.find(f"{C}idx").get("val")) < len(list(root.iter(f"{C}ser")))
        for entry in root.iter(f"{C}legendEntry")
    ),
    "the gap is 0 to 500": lambda root: all(0 <= int(gap.get("val")) <= 500 for gap in root.iter(f"{C}gapWidth")),
}


def violations(xml: str) -> list[str]:
    """The rules that a chart part breaks, by name."""
    root = etree.fromstring(xml.encode())
    return [name for name, holds in RULES.items() if not holds(root)]


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize("frame", [(8.0, 3.5, 14.0), (5.0, 2.0, 14.0), (12.1, 5.0, 20.0)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_keeps_the_rules(kind, frame, lang, samples, place):
    for spec in samples[kind]:
        assert violations(draw(place(spec, *frame), lang, "2022-05-31").chart_xml) == []


BREAKS = [
    *((*change, rule) for rule, changes in BREAKS_BEYOND_THE_SCHEMA.items() for change in changes),
    ("bullet", r'<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="-7"/>', "axis ids are unique and positive"),
    ("line", r'<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="1001"/>', "axis ids are unique and positive"),
    (
        "gap",
        r'<c:axId val="1002"/></c:barChart>',
        "</c:barChart>",
        "every axis has its group and every group its axes",
    ),
    ("gap", r'<c:crossAx val="1002"/>', '<c:crossAx val="9"/>', "every axis is crossed by one that is there"),
    ("stacked", r'dLblPos val="ctr"', 'dLblPos val="outEnd"', "label positions suit the kind"),
    ("line", r'dLblPos val="r"', 'dLblPos val="outEnd"', "label positions suit the kind"),
    ("doughnut", r"(<c:showLegendKey)", r'<c:dLblPos val="ctr"/>\1', "label positions suit the kind"),
    ("radar", r"(</c:val>)", r'\1<c:smooth val="0"/>', "series hold what their group knows"),
    ("line", r'<c:order val="1"/>', '<c:order val="0"/>', "series have their own idx and order"),
    ("gap", r'<c:ptCount val="3"/>', '<c:ptCount val="2"/>', "ptCount is the length of the range"),
    (
        "gap",
        r'(<c:gapWidth val="\d+"/>)(<c:overlap val="-?\d+"/>)',
        r"\2\1",
        "children stand in the order of the schema",
    ),
    ("gap", r' r:id="rId1"', ' r:id="rId2"', "the workbook is rId1"),
    ("gap", r'<c:date1904 val="0"/>', "", "date1904 is 0"),
    ("gap", r'<c:roundedCorners val="0"/>', "", "roundedCorners is 0"),
    ("gap", r'dispBlanksAs val="gap"', 'dispBlanksAs val="zero"', "blanks are gaps"),
    ("gap", r'<c:autoTitleDeleted val="1"/>', "", "no title is made up"),
    ("gap", r'<c:lang val="zh-CN"/>', "", "every text has a language"),
    ("gap", r'<a:ea typeface="\+mn-ea"/>', "", "every text has its East Asian font"),
    ("gap", r'sz="1400"', 'sz="1200"', "text is 14 pt or more"),
    ("bullet", r'<a:rPr lang="zh-CN"', "<a:rPr", "every text has a language"),
    ("gap", r'<a:schemeClr val="tx1"/>', '<a:srgbClr val="000000"/>', "colours are theme colours"),
    (
        "panel",
        r"<c:plotVisOnly",
        r'<c:legend><c:legendPos val="t"/><c:legendEntry><c:idx val="9"/><c:delete val="1"/></c:legendEntry>'
        r'<c:overlay val="0"/></c:legend><c:plotVisOnly',
        "only series that are there are left out of the legend",
    ),
    ("panel", r'<c:valAx><c:axId val="1004"/>', '<c:valAx><c:axId val="1002"/>', "axis ids are unique and positive"),
    ("waterfall", r'dLblPos val="inBase"', 'dLblPos val="outEnd"', "label positions suit the kind"),
    ("gap", r'gapWidth val="\d+"', 'gapWidth val="900"', "the gap is 0 to 500"),
]


@pytest.mark.parametrize(("kind", "pattern", "replacement", "rule"), BREAKS)
def test_each_rule_notices(kind, pattern, replacement, rule, samples, place):
    xml = draw(place(samples[kind][0]), "zh", "2022-05-31").chart_xml
    broken = re.sub(pattern, replacement, xml, count=1)
    assert broken != xml
    assert rule in violations(broken)


def test_every_rule_is_shown_to_notice():
    assert {rule for _, _, _, rule in BREAKS} == set(RULES)

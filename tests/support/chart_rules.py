"""Rules of chart parts that no schema holds: which axes meet, which labels and lines a kind may have, counts, places.

From ISO/IEC 29500-1 §21.2 and from what PowerPoint writes itself and repairs in files of others. Each takes the root of
a chart part; test_powerpoint_rules.py holds every kind to them and shows that each notices.
"""

import math
import re

from lxml import etree

from support.chart_reading import A, C

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Where PowerPoint lets a label stand, by kind and grouping. A kind that is not named takes no position at all.
POSITIONS = {
    ("barChart", "clustered"): {"outEnd", "inEnd", "ctr", "inBase"},
    ("barChart", "stacked"): {"inEnd", "ctr", "inBase"},
    ("barChart", "percentStacked"): {"inEnd", "ctr", "inBase"},
    ("lineChart", "standard"): {"t", "b", "l", "r", "ctr"},
    ("lineChart", "stacked"): {"t", "b", "l", "r", "ctr"},
    ("lineChart", "percentStacked"): {"t", "b", "l", "r", "ctr"},
    ("scatterChart", ""): {"t", "b", "l", "r", "ctr"},
    ("bubbleChart", ""): {"t", "b", "l", "r", "ctr"},
    ("radarChart", ""): {"outEnd"},
    ("pieChart", ""): {"bestFit", "outEnd", "inEnd", "ctr"},
    ("areaChart", "standard"): set(),
    ("areaChart", "stacked"): set(),
    ("doughnutChart", ""): set(),
}
TRENDS = {("barChart", "clustered"), ("lineChart", "standard"), ("scatterChart", ""), ("bubbleChart", "")}
FLAGS = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]
# Least and greatest of what follows from the frame (ISO/IEC 29500-1 §21.2.3): the schema is asked in one frame only.
RANGES = {
    f"{C}gapWidth": (0, 500),
    f"{C}overlap": (-100, 100),
    f"{C}holeSize": (10, 90),
    f"{C}size": (2, 72),
    f"{C}tickLblSkip": (1, math.inf),
}
SLACK = 1e-5  # six digits are written of a fraction


def local(element):
    return etree.QName(element).localname


def plot(root):
    return root.find(f"{C}chart/{C}plotArea")


def groups(root):
    return [child for child in plot(root) if local(child).endswith("Chart")]


def axes(root):
    return [child for child in plot(root) if local(child).endswith("Ax")]


def setting(element, name, absent=""):
    found = element.find(f"{C}{name}")
    return absent if found is None else found.get("val")


def sort_of(group):
    return local(group), setting(group, "grouping")


def number(element, name):
    said = setting(element, name)
    return float(said) if said else None


def crossed_both_ways(root):
    """A pair of axes: each is crossed by the other."""
    crossing = {setting(axis, "axId"): setting(axis, "crossAx") for axis in axes(root)}
    return all(crossing.get(other) == own and other != own for own, other in crossing.items())


def one_pair_a_group(root):
    """No more than two pairs, and every group on one of them, with values on one of its axes."""
    by_id = {setting(axis, "axId"): axis for axis in axes(root)}
    for group in groups(root):
        ids = [axis.get("val") for axis in group.findall(f"{C}axId")]
        if not ids:
            continue
        pair = [by_id.get(name) for name in ids]
        if len(ids) != 2 or None in pair or setting(pair[0], "crossAx") != ids[1]:
            return False
        if "valAx" not in {local(axis) for axis in pair}:
            return False
    return len(by_id) in (0, 2, 4)


def points_there(root):
    """Points and labels of their own: each once, and none beyond the series' last."""
    for series in root.iter(f"{C}ser"):
        counts = [int(count.get("val")) for count in series.iterfind(f"{C}val//{C}ptCount")]
        counts += [int(count.get("val")) for count in series.iterfind(f"{C}yVal//{C}ptCount")]
        for path in (f"{C}dPt", f"{C}dLbls/{C}dLbl"):
            own = [int(setting(point, "idx")) for point in series.findall(path)]
            if len(own) != len(set(own)) or any(index >= max(counts, default=0) for index in own):
                return False
    return True


def as_many_names_as_figures(root):
    for series in root.iter(f"{C}ser"):
        counts = {
            count.get("val")
            for part in ("cat", "val", "xVal", "yVal", "bubbleSize")
            for count in series.iterfind(f"{C}{part}//{C}ptCount")
        }
        if len(counts) != 1:
            return False
    return True


def in_range(root):
    for element in root.iter():
        ends = RANGES.get(element.tag)
        if ends and not ends[0] <= int(element.get("val")) <= ends[1]:
            return False
    return True


def ends_in_order(root):
    for scaling in root.iter(f"{C}scaling"):
        least, most = number(scaling, "min"), number(scaling, "max")
        if least is not None and most is not None and not least < most:
            return False
    return True


def inside(root):
    """What is placed by fractions lies in the chart; a label is moved by less than the chart's own size."""
    for layout in root.iter(f"{C}manualLayout"):
        x, y, w, h = (number(layout, name) or 0.0 for name in "xywh")
        if setting(layout, "xMode") == "edge":
            if min(x, y, w, h) < 0 or x + w > 1 + SLACK or y + h > 1 + SLACK:
                return False
        elif max(abs(x), abs(y)) > 1:
            return False
    return True


def plain_numbers(root):
    return all(
        re.fullmatch(r"-?\d+(\.\d+)?", value.text)
        for cache in root.iter(f"{C}numCache")
        for value in cache.iter(f"{C}v")
    )


def flags_whole(root):
    """A label that does not say everything it shows takes the rest from the reader's own version of Office."""
    return all(
        [local(child) for child in look if local(child) in FLAGS] == FLAGS
        for look in (*root.iter(f"{C}dLbls"), *root.iter(f"{C}dLbl"))
        if look.find(f"{C}delete") is None
    )


def stacked_bars_overlap(root):
    return all(
        setting(group, "overlap") == "100"
        for group in groups(root)
        if sort_of(group) in {("barChart", "stacked"), ("barChart", "percentStacked")}
    )


def trends_suit(root):
    return all(
        sort_of(group) in TRENDS for group in groups(root) if next(group.iter(f"{C}trendline"), None) is not None
    )


def texts_have_a_look(root):
    """Every text says its own look: a reader's defaults have no East Asian font and shrink the type."""
    if root.find(f"{C}txPr") is None:
        return False
    if any(legend.find(f"{C}txPr") is None for legend in root.iter(f"{C}legend")):
        return False
    shown = [axis for axis in axes(root) if setting(axis, "delete") == "0" and setting(axis, "tickLblPos") != "none"]
    if any(axis.find(f"{C}txPr") is None for axis in shown):
        return False
    labels = (look for look in (*root.iter(f"{C}dLbls"), *root.iter(f"{C}dLbl")) if shows(look))
    if any(look.find(f"{C}txPr") is None for look in labels):
        return False
    bodies = (*root.iter(f"{C}txPr"), *root.iter(f"{C}rich"))
    return all(body.find(f"{A}p/{A}pPr/{A}defRPr") is not None for body in bodies) and all(
        run.find(f"{A}rPr") is not None for run in root.iter(f"{A}r")
    )


def shows(look):
    return any(setting(look, name) == "1" for name in FLAGS)


def alternatives_in_order(root):
    """Choices first, each saying which namespaces it needs, then one fallback at most."""
    for alternative in root.iter(f"{MC}AlternateContent"):
        names = [local(child) for child in alternative]
        choices = alternative.findall(f"{MC}Choice")
        if not choices or names != ["Choice"] * len(choices) + ["Fallback"] * (len(names) - len(choices)):
            return False
        if len(names) - len(choices) > 1:
            return False
        needed = [prefix for choice in choices for prefix in (choice.get("Requires") or "?").split()]
        if any(prefix not in alternative.nsmap for prefix in needed):
            return False
    return True


def extensions_named(root):
    return all(
        re.fullmatch(r"\{[0-9A-Fa-f-]{36}\}", each.get("uri") or "") and len(each) == 1 for each in root.iter(f"{C}ext")
    )


def language_known(root):
    said = [root.find(f"{C}lang").get("val")] if root.find(f"{C}lang") is not None else []
    said += [run.get("lang") for run in (*root.iter(f"{A}rPr"), *root.iter(f"{A}endParaRPr")) if run.get("lang")]
    return bool(said) and set(said) <= {"zh-CN", "en-US"}


def format_codes_whole(root):
    """Excel takes 255 characters in four sections (ISO/IEC 29500-1 §18.8.31), and calls for repair of an open quote."""
    codes = [code.text or "" for code in root.iter(f"{C}formatCode")]
    codes += [look.get("formatCode") for look in root.iter(f"{C}numFmt")]
    return all(
        len(code) <= 255 and code.count('"') % 2 == 0 and re.sub('"[^"]*"', "", code).count(";") < 4 for code in codes
    )


def axes_lie_as_bars_run(root):
    """Names stand beside bars that lie and under columns; figures on the other side (§21.2.2.17, axPos)."""
    by_id = {setting(axis, "axId"): axis for axis in axes(root)}
    for group in groups(root):
        lying = setting(group, "barDir") == "bar"
        for each in group.findall(f"{C}axId"):
            axis = by_id.get(each.get("val"))
            beside = axis is not None and (local(axis) != "valAx") == lying
            if axis is not None and setting(axis, "axPos") not in ("lr" if beside else "tb"):
                return False
    return True


BEYOND_THE_SCHEMA = {
    "every axis is crossed both ways": crossed_both_ways,
    "every group has one pair of axes, and there are two pairs at most": one_pair_a_group,
    "points and labels are there once, and none beyond the last": points_there,
    "a series has as many names as figures": as_many_names_as_figures,
    "numbers are in their ranges": in_range,
    "an axis ends above its beginning": ends_in_order,
    "what is placed lies in the chart": inside,
    "figures are plain numbers": plain_numbers,
    "a label says everything that it shows": flags_whole,
    "stacked bars lie on one line": stacked_bars_overlap,
    "trend lines suit the kind": trends_suit,
    "every text has a look of its own": texts_have_a_look,
    "alternatives stand in order": alternatives_in_order,
    "extensions have their name": extensions_named,
    "languages are those of the deck": language_known,
    "format codes are whole": format_codes_whole,
    "axes lie as bars run": axes_lie_as_bars_run,
}

_DISORDER = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Fallback/><mc:Choice Requires="c"/></mc:AlternateContent><c:chart>'
)
# By rule: a kind, what is changed in its first sample, and into what; the rule must notice.
BREAKS_BEYOND_THE_SCHEMA = {
    "every axis is crossed both ways": [("gap", r'<c:crossAx val="1001"/>', '<c:crossAx val="1002"/>')],
    "every group has one pair of axes, and there are two pairs at most": [
        ("gap", r'<c:axId val="1002"/></c:barChart>', '<c:axId val="1001"/></c:barChart>'),
        ("gap", r"</c:plotArea>", '<c:valAx><c:axId val="7"/><c:crossAx val="8"/></c:valAx></c:plotArea>'),
    ],
    "points and labels are there once, and none beyond the last": [
        ("gap", r'<c:dPt><c:idx val="0"/>', '<c:dPt><c:idx val="3"/>'),
        ("bullet", r'<c:dLbl><c:idx val="1"/>', '<c:dLbl><c:idx val="0"/>'),
    ],
    "a series has as many names as figures": [("gap", r'(<c:cat>.*?ptCount val=")3', r"\g<1>4")],
    "numbers are in their ranges": [
        ("gap", r'gapWidth val="\d+"', 'gapWidth val="501"'),
        ("gap", r'overlap val="-?\d+"', 'overlap val="-101"'),
        ("doughnut", r'holeSize val="\d+"', 'holeSize val="91"'),
        ("line", r'<c:size val="\d+"/>', '<c:size val="1"/>'),
    ],
    "an axis ends above its beginning": [("gap", r'<c:max val="[^"]*"/>', '<c:max val="-99"/>')],
    "what is placed lies in the chart": [
        ("gap", r'<c:w val="[^"]*"/>', '<c:w val="1.2"/>'),
        ("doughnut", r'<c:manualLayout><c:x val="[^"]*"/>', '<c:manualLayout><c:x val="-1.5"/>'),
    ],
    "figures are plain numbers": [
        ("gap", r"<c:v>3.1</c:v>", "<c:v>NaN</c:v>"),
        ("gap", r"<c:v>3.1</c:v>", "<c:v>3,1</c:v>"),
    ],
    "a label says everything that it shows": [
        ("gap", r'<c:showBubbleSize val="0"/>', ""),
        ("doughnut", r'<c:showVal val="\d"/>', ""),
    ],
    "stacked bars lie on one line": [("stacked", r'<c:overlap val="100"/>', "")],
    "trend lines suit the kind": [("bullet", r'grouping val="clustered"', 'grouping val="stacked"')],
    "every text has a look of its own": [
        ("gap", r"<c:txPr>(?:(?!<c:txPr>).)*?</c:txPr>(<c:externalData)", r"\1"),
        ("gap", r"<c:txPr>(?:(?!<c:txPr>).)*?</c:txPr>(<c:crossAx)", r"\1"),
        ("gap", r"<c:txPr>(?:(?!<c:txPr>).)*?</c:txPr>(<c:dLblPos)", r"\1"),
        ("gap", r"<a:defRPr.*?</a:defRPr>", ""),
        ("bullet", r"<a:rPr.*?</a:rPr>", ""),
        ("gap", r"<c:plotVisOnly", '<c:legend><c:legendPos val="t"/></c:legend><c:plotVisOnly'),
    ],
    "alternatives stand in order": [
        ("gap", r"<c:chart>", _DISORDER),
        ("gap", r"<c:chart>", _DISORDER.replace("<mc:Fallback/>", "").replace('"c"', '"c99"')),
    ],
    "extensions have their name": [("gap", r'uri="\{', 'uri="')],
    "languages are those of the deck": [("gap", r'<c:lang val="zh-CN"/>', '<c:lang val="zh"/>')],
    "format codes are whole": [
        ("gap", r"<c:formatCode>", "<c:formatCode>&quot;"),
        ("gap", r'formatCode="', 'formatCode="' + "0" * 250),
        ("gap", r"<c:formatCode>", "<c:formatCode>0;0;0;"),
    ],
    "axes lie as bars run": [
        ("gap", r'<c:axPos val="l"/>', '<c:axPos val="b"/>'),
        ("column", r'<c:axPos val="l"/>', '<c:axPos val="b"/>'),
    ],
}

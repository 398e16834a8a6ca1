"""Where labels at the ends of lines stand, and what lines look like; read from an opened chart."""

from support.drawn import A, C, shift


def values(series):
    """A series' cached values by point."""
    return {int(p.get("idx")): float(p.findtext(f"{C}v")) for p in series.iterfind(f"{C}val//{C}pt")}


def middles(drawn, side, height_pt):
    """The middles of the labels on a side (l, r) in points from the frame's top, by the name of their series."""
    least, most = drawn.axis()
    _, top, _, height = drawn.area()
    reverse = drawn.root.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    found = {}
    for number, name in enumerate(drawn.names):
        for point, label in drawn.labels(number).items():
            if label.find(f"{C}dLblPos").get("val") == side:
                share = (values(drawn.series[number])[point] - least) / (most - least)
                y = top + height * (share if reverse else 1 - share) + shift(label)[1]
                found[name] = y * height_pt
    return found


def strokes(drawn):
    """The colour and the width in points of each line, by its name."""
    looks = (one.find(f"{C}spPr/{A}ln") for one in drawn.series)
    return {
        name: (look.find(f"{A}solidFill/{A}schemeClr").get("val"), int(look.get("w")) / 12700)
        for name, look in zip(drawn.names, looks, strict=True)
    }


def shown(label):
    """Whether a label prints its value, and its series' name, of its own accord."""
    return tuple(label.find(f"{C}{flag}").get("val") == "1" for flag in ("showVal", "showSerName"))

"""Draws ``base.pptx`` of report-blue: the report template's layouts with their places, in other colours and other art.

Run it after a change (``python templates/report-blue/make_base.py``), also after one of ``report/make_base.py``, whose
grid it stands on. Still waves in place of arcs: a navy field with room for the words, and a light page for the work.
"""

from __future__ import annotations

import runpy
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
report: dict[str, Any] = runpy.run_path(str(HERE.parent / "report" / "make_base.py"), run_name="drawn")
drawn_parts = report["parts"]
Page, Tree, MARGIN, fill, xfrm, emu = (report[name] for name in ("Page", "Tree", "MARGIN", "fill", "xfrm", "emu"))

COLORS = {
    "dk1": "161F2B",
    "lt1": "FFFFFF",
    "dk2": "53616C",
    "lt2": "F1F5F9",
    "accent1": "12396C",  # navy: own unit, kicker, dividers; never a status
    "accent2": "B9853A",  # sand, the second voice
    # Status: told apart from each other and from the navy by readers who see two primaries (tests/charts/test_colours.py).
    "accent3": "107667",  # ahead or met
    "accent4": "61468C",  # nearly there: no blue, which is the organisation's
    "accent5": "A64704",  # behind
    "accent6": "641506",  # far behind
    "hlink": "12396C",
    "folHlink": "53616C",
}
# Crests of the waves from left to right: height above the foot of the field in parts of the wave, and its paint.
WAVES = (
    ((0.30, 0.62, 0.48, 1.00), "bg1:7"),
    ((0.55, 0.25, 0.70, 0.52), "bg1:9"),
    ((0.20, 0.40, 0.18, 0.46), "bg1:11"),
)


def wave(t: Any, name: str, box: tuple[float, float, float, float], crest: tuple[float, ...], token: str) -> None:
    """Add a wave across a box: its crest swings through the heights given, its foot is the box's."""
    x, y, cx, cy = box
    wide, high = emu(cx), emu(cy)
    points = [(round(wide * at / (len(crest) - 1)), round(high * (1 - up))) for at, up in enumerate(crest)]
    bends = "".join(
        f'<a:cubicBezTo><a:pt x="{(x0 + x1) // 2}" y="{y0}"/><a:pt x="{(x0 + x1) // 2}" y="{y1}"/><a:pt x="{x1}" y="{y1}"/></a:cubicBezTo>'
        for (x0, y0), (x1, y1) in pairwise(points)
    )
    t.xml.append(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{len(t.xml) + 2}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{xfrm(x, y, cx, cy)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}"><a:moveTo><a:pt x="0" y="{points[0][1]}"/></a:moveTo>{bends}'
        f'<a:lnTo><a:pt x="{wide}" y="{high}"/></a:lnTo><a:lnTo><a:pt x="0" y="{high}"/></a:lnTo><a:close/></a:path></a:pathLst>'
        f"</a:custGeom>{fill(token)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def field(t: Any, top: float, bottom: float) -> None:
    """Add a navy field across the page with waves along its foot, and a line of sand below it."""
    t.rect("Field", (0, top, t.page.width, bottom - top), "accent1")
    high = (bottom - top) * 0.42
    for number, (crest, token) in enumerate(WAVES, 1):
        wave(t, f"Wave {number}", (0, bottom - high, t.page.width, high), crest, token)
    t.rect("Line", (0, bottom, t.page.width, 0.06), "accent2")


def head(t: Any, *, footer: bool = True) -> None:
    """Add what every content page carries: a thin band above, kicker, title, footer, source, page number."""
    t.rect("Band", (0, 0, t.page.width, 0.13), "accent1")
    t.rect("Band sand", (0, 0.13, MARGIN + 1.0, 0.035), "accent2")
    kicker = (MARGIN, 0.34, t.page.wide(9.0), 0.27)
    t.placeholder("Kicker", "body", kicker, idx=20, prompt="栏目", size=15, bold=True, color="accent1", spacing=100)
    t.placeholder("Title", "title", (MARGIN, 0.62, t.page.inner, 0.8), prompt="一句话说出结论")
    if footer:
        t.rect("Foot", (0, 6.94, t.page.width, t.page.height - 6.94), "bg2")
        report["foot"](t)


def cover(t: Any) -> None:
    """The first page: title on the field, who and when on the page below it."""
    field(t, 0, 5.1)
    kicker = (0.95, 0.92, t.page.wide(10.5), 0.4)
    t.placeholder("Kicker", "body", kicker, idx=20, prompt="主题", size=18, bold=True, color="bg1", spacing=400)
    title, subtitle = (0.95, 1.55, t.page.wide(11.4), 1.45), (0.95, 3.2, t.page.wide(11.4), 0.95)
    t.placeholder("Title", "ctrTitle", title, prompt="单位工作汇报", size=48, bold=True, color="bg1", anchor="b")
    t.placeholder("Subtitle", "subTitle", subtitle, idx=1, prompt="一句话总述", size=22, color="bg1")
    details = (0.95, 5.5, t.page.wide(11.4), 1.4)
    t.placeholder("Details", "body", details, idx=22, prompt="汇报人 日期", size=18, color="tx1", anchor="ctr")


def section(t: Any) -> None:
    """A unit's divider on the organisation's colour: who, and its headline figures."""
    field(t, 0, t.page.height - 0.06)
    kicker, title, details, body = (
        (0.95, y, t.page.width - 0.95 - MARGIN, cy) for y, cy in ((0.92, 0.4), (1.38, 1.35), (2.85, 1.2), (4.2, 1.95))
    )
    t.placeholder(
        "Kicker", "body", kicker, idx=20, prompt="序号", size=20, bold=True, color="bg1", anchor="b", spacing=200
    )
    t.placeholder("Title", "title", title, prompt="单位", size=48, bold=True, color="bg1", anchor="ctr")
    t.placeholder("Details", "body", details, idx=22, prompt="要点", size=22, color="bg1")
    t.placeholder("Body", "body", body, idx=1, prompt="主要数字", size=20, bullets=True)
    report["back"](t, 0.4, "bg1", "bg1:16")


def closing(t: Any) -> None:
    """The last page: the word of thanks on the field, what is promised and asked below it."""
    field(t, 0, 4.3)
    title, details = (0.95, 1.55, t.page.wide(11.4), 1.3), (0.95, 4.75, t.page.wide(11.4), 1.9)
    t.placeholder("Title", "title", title, prompt="请批评指正", size=44, bold=True, color="bg1", anchor="b")
    t.placeholder("Details", "body", details, idx=22, prompt="承诺", size=22, color="tx1")


def parts(page: Any = report["STANDARD"]) -> dict[str, str]:
    """Return every part of a file with pages of that size by name, as the report template's script does."""
    # The functions that it gave look up what they draw with in the script's own names.
    names = drawn_parts.__globals__
    names["COLORS"], names["head"] = COLORS, head
    for name, draw in (("title", cover), ("section", section), ("closing", closing)):
        names["LAYOUTS"][name] = (draw, names["LAYOUTS"][name][1])
    return {name: text.replace('name="report', 'name="report-blue') for name, text in drawn_parts(page).items()}


def write(file: Path, page: Any = report["STANDARD"]) -> Path:
    """Write a base.pptx with pages of that size and return its path."""
    names = report["write"].__globals__
    names["parts"] = parts
    return report["write"](file, page)


if __name__ == "__main__":
    print(write(HERE / "base.pptx"))

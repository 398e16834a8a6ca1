"""Draws ``base.pptx``: the master, the named layouts and the theme of the report template.

Run it after a change (``python templates/report/make_base.py``) and raise ``version`` in template.yaml. The result is
an ordinary PowerPoint file: an organisation may just as well open it, change it by hand and save it.
Lengths in inches, on a 13.333 × 7.5 page; everything stands on one grid with margins of 0.6. A page of another width
(``write(file, Page(10, 7.5))``) has the same margins and the same foot, and areas that are as much wider or narrower.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
COLORS = {
    "dk1": "1F2430",  # ink
    "lt1": "FFFFFF",
    "dk2": "566070",  # secondary text, 6:1 on white
    "lt2": "F4F5F7",  # surfaces
    "accent1": "B4161B",  # the organisation's red: own unit, kicker; never a status
    "accent2": "B9853A",  # gold, the second voice
    # Status: far apart for readers who see two primaries too, so they differ in depth and not in hue alone; each can be
    # read as text (tests/charts/test_colours.py).
    "accent3": "0C7C6D",  # ahead or met
    "accent4": "254B88",  # nearly there
    "accent5": "AE5902",  # behind
    "accent6": "7F1206",  # far behind
    "hlink": "254B88",
    "folHlink": "566070",
}
MARGIN = 0.6
STANDARD_WIDTH = 40 / 3
NARROW = 12.0  # 4:3 is 10 wide
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "application/vnd.openxmlformats-officedocument.presentationml"


class Page(NamedTuple):
    """The size of a page. Heights are drawn for 7.5."""

    width: float = STANDARD_WIDTH
    height: float = 7.5

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def content(self) -> tuple[float, float, float, float]:
        """The area below the title."""
        return MARGIN, 1.46, self.inner, 5.2

    def wide(self, length: float) -> float:
        """Return a length across the standard page, on this one."""
        return length * (self.width / STANDARD_WIDTH)

    def from_right(self, x: float) -> float:
        """Return a place that keeps its distance from the right edge."""
        return self.width - (STANDARD_WIDTH - x)


STANDARD = Page()


def emu(value: float) -> int:
    """Return inches as EMU."""
    return round(value * 914_400)


def xfrm(x: float, y: float, cx: float, cy: float) -> str:
    """Return a shape's place."""
    return f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(cx)}" cy="{emu(cy)}"/></a:xfrm>'


def fill(token: str) -> str:
    """Return a fill in a theme colour, e.g. ``accent1`` or ``accent1:40`` (alpha in %)."""
    slot, _, alpha = token.partition(":")
    inner = f'<a:alpha val="{int(alpha) * 1000}"/>' if alpha else ""
    return f'<a:solidFill><a:schemeClr val="{slot}">{inner}</a:schemeClr></a:solidFill>'


class Tree:
    """Collects the shapes of one master or layout and numbers them."""

    def __init__(self, page: Page = STANDARD) -> None:
        self.page = page
        self.xml: list[str] = []

    def _id(self) -> int:
        return len(self.xml) + 2

    def rect(self, name: str, box: tuple[float, float, float, float], token: str) -> None:
        """Add a plain decorative rectangle."""
        self.xml.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr>{xfrm(*box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(token)}<a:ln><a:noFill/></a:ln>'
            "</p:spPr></p:sp>"
        )

    def arc(self, name: str, radius: float, token: str, width_pt: float) -> None:
        """Add a quarter circle around the page's lower right corner, inside the page."""
        wide = emu(min(radius, self.page.width))
        self.xml.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{xfrm(self.page.width - radius, self.page.height - radius, radius, radius)}"
            f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{wide}" h="{wide}" fill="none"><a:moveTo><a:pt x="0" y="{wide}"/></a:moveTo>'
            f'<a:arcTo wR="{wide}" hR="{wide}" stAng="10800000" swAng="5400000"/></a:path></a:pathLst></a:custGeom>'
            f'<a:noFill/><a:ln w="{round(width_pt * 12700)}">{fill(token)}</a:ln></p:spPr></p:sp>'
        )

    def placeholder(
        self,
        name: str,
        kind: str,
        box: tuple[float, float, float, float],
        *,
        idx: int | None = None,
        prompt: str = "",
        size: float = 0,
        bold: bool = False,
        color: str = "",
        anchor: str = "",
        align: str = "l",
        spacing: int = 0,
        bullets: bool = False,
        ground: str = "",
    ) -> None:
        """Add a placeholder; ``size`` 0 leaves the master's text style as it is."""
        painted = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(ground)}' if ground else ""
        attributes = f'type="{kind}"' + (f' idx="{idx}"' if idx is not None else "")
        level = ""
        if size:
            bullet = "" if bullets else "<a:buNone/>"
            indent = "" if bullets else ' marL="0" indent="0"'
            space = f' spc="{spacing}"' if spacing else ""
            paint = fill(color) if color else ""
            level = (
                f'<a:lvl1pPr{indent} algn="{align}">{bullet}<a:defRPr sz="{round(size * 100)}" b="{int(bold)}"{space}>{paint}'
                "</a:defRPr></a:lvl1pPr>"
            )
        where = f' anchor="{anchor}"' if anchor else ""
        body = f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"{where}><a:noAutofit/></a:bodyPr>'
        if kind == "pic":
            text = f'<p:txBody>{body}<a:lstStyle>{level}</a:lstStyle><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'
        elif kind == "sldNum":
            text = (
                f"<p:txBody>{body}<a:lstStyle>{level}</a:lstStyle><a:p>"
                '<a:fld id="{6D22F896-40B5-4ADD-8801-0D06FADFA095}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>'
                '<a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'
            )
        else:
            text = (
                f"<p:txBody>{body}<a:lstStyle>{level}</a:lstStyle>"
                f'<a:p><a:r><a:rPr lang="zh-CN"/><a:t>{escape(prompt)}</a:t></a:r></a:p></p:txBody>'
            )
        self.xml.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name="{name}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {attributes}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{xfrm(*box)}{painted}</p:spPr>{text}</p:sp>"
        )

    def tree(self) -> str:
        """Return the shape tree."""
        return (
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
            '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
            + "".join(self.xml)
            + "</p:spTree>"
        )


def head(t: Tree, *, footer: bool = True) -> None:
    """Add what every content page carries: kicker, title, hairline, footer, source, page number."""
    t.placeholder(
        "Kicker",
        "body",
        (MARGIN, 0.34, t.page.wide(9.0), 0.27),
        idx=20,
        prompt="栏目",
        size=15,
        bold=True,
        color="accent1",
        spacing=100,
    )
    t.placeholder("Title", "title", (MARGIN, 0.62, t.page.inner, 0.8), prompt="一句话说出结论")
    if footer:
        t.rect("Hairline", (MARGIN, 6.96, t.page.inner, 0.01), "bg2")
        foot(t)


def foot(t: Tree) -> None:
    """Add footer, source and page number."""
    footer_end, source_start = MARGIN + t.page.wide(5.0), MARGIN + t.page.wide(5.15)
    source_end, number_start = t.page.from_right(11.8), t.page.from_right(11.9)
    t.placeholder("Footer", "ftr", (MARGIN, 7.02, footer_end - MARGIN, 0.42), idx=11, size=12, color="tx2")
    source = (source_start, 7.02, source_end - source_start, 0.42)
    t.placeholder("Source", "body", source, idx=21, prompt="来源", size=12, color="tx2", align="r")
    t.placeholder("Number", "sldNum", (number_start, 7.02, 0.833, 0.42), idx=12, size=12, color="tx2", align="r")


def cover(t: Tree) -> None:
    """The first page, calm enough to stand on the wall before the unit goes on stage."""
    for step in range(7):
        t.arc(f"Arc {step + 1}", 1.3 + step * 0.68, "accent1:16", 1.25)
    t.arc("Arc gold", 1.3 + 3.5 * 0.68, "accent2:70", 2.25)
    t.rect("Band", (0, 0, 0.27, t.page.height), "accent1")
    t.rect("Band gold", (0.27, 0, 0.06, t.page.height), "accent2")
    t.placeholder(
        "Kicker",
        "body",
        (1.15, 0.92, t.page.wide(9.5), 0.4),
        idx=20,
        prompt="主题",
        size=18,
        bold=True,
        color="accent1",
        spacing=400,
    )
    title, subtitle = (1.15, 2.0, t.page.wide(10.4), 1.3), (1.15, 3.45, t.page.wide(9.6), 0.95)
    t.placeholder("Title", "ctrTitle", title, prompt="单位工作汇报", size=48, bold=True, anchor="b")
    t.placeholder("Subtitle", "subTitle", subtitle, idx=1, prompt="一句话总述", size=22, color="tx2")
    t.rect("Rule", (1.15, 4.62, 0.9, 0.05), "accent1")
    details = (1.15, 5.55, t.page.wide(9.0), 1.3)
    t.placeholder("Details", "body", details, idx=22, prompt="汇报人 日期", size=18, anchor="b")


def agenda(t: Tree) -> None:
    """What comes, on one page."""
    head(t)
    t.placeholder("Body", "body", t.page.content, idx=1, prompt="内容", size=20, bullets=True)


def content(t: Tree) -> None:
    """The working page: everything below the title is blocks."""
    head(t)
    t.placeholder("Body", "body", t.page.content, idx=1, prompt="内容", size=20, bullets=True)


def two_columns(t: Tree) -> None:
    """Two equal columns."""
    head(t)
    x, y, cx, cy = t.page.content
    half = (cx - 0.32) / 2
    t.placeholder("Left", "body", (x, y, half, cy), idx=1, prompt="左栏", size=20, bullets=True)
    t.placeholder("Right", "body", (x + half + 0.32, y, half, cy), idx=2, prompt="右栏", size=20, bullets=True)


def picture(t: Tree) -> None:
    """One large picture with a caption."""
    head(t)
    x, y, cx, cy = t.page.content
    t.placeholder("Picture", "pic", (x, y, cx, cy - 0.5), idx=13, size=18)
    t.placeholder("Caption", "body", (x, y + cy - 0.4, cx, 0.4), idx=14, prompt="图注", size=18, color="tx2")


def back(t: Tree, y: float, color: str, ground: str) -> None:
    """Add the way back to the agenda, at the right above the title: a button, so it has a ground."""
    box = (t.page.from_right(STANDARD_WIDTH - MARGIN - 1.05), y, 1.05, 0.36)
    t.placeholder(
        "Back",
        "body",
        box,
        idx=23,
        prompt="议程",
        size=15,
        bold=True,
        color=color,
        anchor="ctr",
        align="ctr",
        ground=ground,
    )


def section(t: Tree) -> None:
    """A unit's divider on the organisation's colour: who, and its headline figures."""
    t.rect("Ground", (0, 0, t.page.width, t.page.height), "accent1")
    for step in range(7):
        t.arc(f"Arc {step + 1}", 1.3 + step * 0.68, "bg1:12", 1.25)
    t.rect("Band gold", (0, t.page.height - 0.12, t.page.width, 0.12), "accent2")
    # On a narrow page the figures take two rows.
    wide = ((0.92, 0.4), (1.38, 1.35), (2.85, 1.25), (4.2, 2.4))
    narrow = ((0.42, 0.4), (0.86, 1.2), (2.1, 1.1), (3.3, 3.9))
    rows = narrow if t.page.width < NARROW else wide
    kicker, title, details, body = ((1.15, y, t.page.width - 1.15 - MARGIN, cy) for y, cy in rows)
    t.placeholder(
        "Kicker", "body", kicker, idx=20, prompt="序号", size=20, bold=True, color="bg1", anchor="b", spacing=200
    )
    t.placeholder("Title", "title", title, prompt="单位", size=48, bold=True, color="bg1", anchor="ctr")
    t.placeholder("Details", "body", details, idx=22, prompt="要点", size=22, color="bg1")
    t.placeholder("Body", "body", body, idx=1, prompt="主要数字", size=20, bullets=True)
    back(t, 0.4, "bg1", "bg1:16")


def session(t: Tree) -> None:
    """A working page of a session: as a unit's, with the way back to the agenda."""
    content(t)
    back(t, 0.26, "tx2", "bg2")


def closing(t: Tree) -> None:
    """The last page: what is promised and asked, and the word of thanks."""
    for step in range(7):
        t.arc(f"Arc {step + 1}", 1.3 + step * 0.68, "accent1:16", 1.25)
    t.rect("Band", (0, 0, 0.27, t.page.height), "accent1")
    t.rect("Band gold", (0.27, 0, 0.06, t.page.height), "accent2")
    title, details = (1.15, 2.35, t.page.wide(10.4), 1.1), (1.15, 4.0, t.page.wide(9.6), 1.6)
    t.placeholder("Title", "title", title, prompt="请批评指正", size=44, bold=True, anchor="b")
    t.rect("Rule", (1.15, 3.72, 0.9, 0.05), "accent1")
    t.placeholder("Details", "body", details, idx=22, prompt="承诺", size=22, color="tx2")


LAYOUTS = {
    "title": (cover, "title"),
    "agenda": (agenda, "obj"),
    "content": (content, "obj"),
    "two_columns": (two_columns, "twoObj"),
    "picture": (picture, "picTx"),
    "section": (section, "secHead"),
    "session": (session, "obj"),
    "closing": (closing, "titleOnly"),
}


def theme(name: str) -> str:
    """Return a theme part: colours, fonts incl. East Asian, and flat formats (no shadows, no gradients)."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in COLORS.items())
    fonts = (
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{EAST_ASIAN}"/>'
    )
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{flat}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{flat * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


CLR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def text_style(tag: str, size: float, *, bold: bool, bullets: bool) -> str:
    """Return one of the master's text styles; five levels, each two points smaller, never under 14."""
    levels = []
    for level in range(5):
        points = max(14, size - 2 * level)
        indent = 0.28 * (level + 1) if bullets else 0
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullets else "<a:buNone/>"
        margins = f'marL="{emu(indent)}" indent="{-emu(0.28) if bullets else 0}"'
        levels.append(
            f'<a:lvl{level + 1}pPr {margins} algn="l"><a:spcBef><a:spcPts val="{600 if bullets else 0}"/></a:spcBef>'
            f'{mark}<a:defRPr sz="{round(points * 100)}" b="{int(bold)}" kern="1200">{fill("tx1")}<a:latin typeface="+mn-lt"/>'
            f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level + 1}pPr>'
        )
    return f"<p:{tag}>{''.join(levels)}</p:{tag}>"


def master(page: Page) -> str:
    """Return the slide master."""
    t = Tree(page)
    t.placeholder("Title", "title", (MARGIN, 0.62, page.inner, 0.8), prompt="标题", anchor="t")
    t.placeholder("Body", "body", page.content, idx=1, prompt="内容")
    t.placeholder("Footer", "ftr", (MARGIN, 7.03, page.wide(5.4), 0.38), idx=3, size=12, color="tx2")
    number = (page.from_right(11.9), 7.03, 0.833, 0.38)
    t.placeholder("Number", "sldNum", number, idx=4, size=12, color="tx2", align="r")
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(len(LAYOUTS)))
    return (
        f"{HEAD}<p:sldMaster {NS}><p:cSld><p:bg><p:bgPr>{fill('bg1')}<a:effectLst/></p:bgPr></p:bg>{t.tree()}</p:cSld>"
        f"<p:clrMap {CLR_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        + text_style("titleStyle", 30, bold=True, bullets=False)
        + text_style("bodyStyle", 20, bold=False, bullets=True)
        + text_style("otherStyle", 18, bold=False, bullets=False)
        + "</p:txStyles></p:sldMaster>"
    )


def layout(name: str, page: Page) -> str:
    """Return one layout part."""
    draw, kind = LAYOUTS[name]
    t = Tree(page)
    draw(t)
    return (
        f'{HEAD}<p:sldLayout {NS} type="{kind}" preserve="1"><p:cSld name="{name}">{t.tree()}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master() -> str:
    """Return the notes master: the slide's picture above, the script below."""
    picture_box, text_box = (0.69, 1.25, 6.12, 3.44), (0.75, 4.85, 6.0, 5.0)
    shapes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(*picture_box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/>'
        "</a:solidFill></a:ln></p:spPr></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(*text_box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
        '<a:p><a:r><a:rPr lang="zh-CN"/><a:t>讲稿</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    tree = Tree().tree().replace("</p:spTree>", shapes + "</p:spTree>")
    return (
        f"{HEAD}<p:notesMaster {NS}><p:cSld><p:bg><p:bgPr>{fill('bg1')}<a:effectLst/></p:bgPr></p:bg>{tree}</p:cSld>"
        f'<p:clrMap {CLR_MAP}/><p:notesStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200">{fill("tx1")}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle>'
        "</p:notesMaster>"
    )


def relations(rows: list[tuple[str, str]]) -> str:
    """Return a relationships part of (type, target) rows, numbered from rId1."""
    body = "".join(
        f'<Relationship Id="rId{i}" Type="{REL}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def parts(page: Page = STANDARD) -> dict[str, str]:
    """Return every part of a file with pages of that size by name."""
    names = list(LAYOUTS)
    out = {
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": (
            f'{HEAD}<p:presentation {NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
            '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            f'<p:sldSz cx="{emu(page.width)}" cy="{emu(page.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {NS}/>",
        "ppt/tableStyles.xml": (
            f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>'
        ),
        "ppt/theme/theme1.xml": theme("report"),
        "ppt/theme/theme2.xml": theme("report notes"),
        "ppt/slideMasters/slideMaster1.xml": master(page),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in range(1, len(names) + 1)]
            + [("theme", "../theme/theme1.xml")]
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations([("theme", "../theme/theme2.xml")]),
    }
    for i, name in enumerate(names, 1):
        out[f"ppt/slideLayouts/slideLayout{i}.xml"] = layout(name, page)
        out[f"ppt/slideLayouts/_rels/slideLayout{i}.xml.rels"] = relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    kinds = {
        "ppt/presentation.xml": f"{PML}.presentation.main+xml",
        "ppt/presProps.xml": f"{PML}.presProps+xml",
        "ppt/viewProps.xml": f"{PML}.viewProps+xml",
        "ppt/tableStyles.xml": f"{PML}.tableStyles+xml",
        "ppt/theme/": "application/vnd.openxmlformats-officedocument.theme+xml",
        "ppt/slideMasters/": f"{PML}.slideMaster+xml",
        "ppt/slideLayouts/": f"{PML}.slideLayout+xml",
        "ppt/notesMasters/": f"{PML}.notesMaster+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{next(t for k, t in kinds.items() if part.startswith(k))}"/>'
        for part in out
        if not part.endswith(".rels")
    )
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return {"[Content_Types].xml": types, **out}


def write(file: Path, page: Page = STANDARD) -> Path:
    """Write a base.pptx with pages of that size and return its path."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts(page).items():
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return file


if __name__ == "__main__":
    print(write(HERE / "base.pptx"))

"""Marks into pictures by matplotlib's ``Figure``: an SVG whose text stays text, and the PNG for what cannot show it.

The only module that imports matplotlib; it is loaded by name where a deck has a drawn chart. Nothing of the machine
comes in: neither its fonts nor a user's matplotlibrc, no time, no version.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path as File
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from unitdeck.charts.canvas.marks import Dot, Mark, Path, Shape, Words
from unitdeck.ooxml.escape import escape, xml_text

FONTS = File(__file__).with_name("fonts")
PNG_DPI = 200
MOST_PX = 4096
_POINTS_PER_INCH = 72
_FILES = {False: FONTS / "UnitdeckSansSC-Regular.otf", True: FONTS / "UnitdeckSansSC-Bold.otf"}
_GENERIC = "sans-serif"
# After the theme's own: what Windows, macOS, WPS's and Debian's systems have for Han.
_FALLBACKS = ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", _GENERIC)
_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "unitdeck", "path.simplify": False, "text.hinting": "none"}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")
_HEAD = re.compile(r"<svg [^>]*>\s*")
_TEXT = re.compile(r"<text [^>]*>")
_ANCHORS = {"l": ("left", "start"), "ctr": ("center", "middle"), "r": ("right", "end")}


def paint(marks: Sequence[Mark], width_pt: float, height_pt: float, fonts: Sequence[str]) -> tuple[bytes, bytes]:
    """Return an SVG and a PNG of marks on a transparent ground, the same bytes for the same marks.

    ``fonts`` are the families that the SVG names first. The PNG has 200 pixels an inch, and no side over 4096.
    """
    dpi = min(PNG_DPI, MOST_PX * _POINTS_PER_INCH / max(width_pt, height_pt))
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcParams.update({key: value for key, value in mpl.rcParamsDefault.items() if key != "backend"})
        mpl.rcParams.update(_SETTINGS)
        # A character that the font lacks is a box in the PNG and is left to the reader's fonts in the SVG.
        warnings.filterwarnings("ignore", message="Glyph ")
        shown = [mark for mark in marks if not (isinstance(mark, Words) and not mark.text.strip())]
        figure = _figure(shown, width_pt, height_pt)
        svg, png = io.BytesIO(), io.BytesIO()
        FigureCanvasSVG(figure).print_svg(svg, metadata=_NO_METADATA)
        figure.set_dpi(dpi)
        FigureCanvasAgg(figure).print_png(png, metadata={"Software": None})
    return _plain(svg.getvalue().decode(), shown, width_pt, height_pt, fonts).encode(), png.getvalue()


def _figure(marks: Sequence[Mark], width_pt: float, height_pt: float) -> Any:
    figure = Figure((width_pt / _POINTS_PER_INCH, height_pt / _POINTS_PER_INCH), _POINTS_PER_INCH)
    figure.patch.set_visible(False)
    inch = 1 / _POINTS_PER_INCH
    place = Affine2D().scale(inch, -inch).translate(0, height_pt * inch) + figure.dpi_scale_trans
    for order, mark in enumerate(marks):
        if isinstance(mark, Words):
            _write(figure, mark, order, place)
        else:
            patch = _patch(mark)
            patch.set(transform=place, zorder=order)
            figure.add_artist(patch, clip=False)
    return figure


def _write(figure: Any, words: Words, order: int, place: Any) -> None:
    figure.text(
        words.x,
        words.y,
        xml_text(words.text),
        color=words.color,
        ha=_ANCHORS[words.anchor][0],
        va="baseline",
        zorder=order,
        transform=place,
        parse_math=False,
        fontproperties=FontProperties(
            size=words.size_pt, weight=700 if words.bold else 400, fname=str(_FILES[words.bold])
        ),
    )


def _patch(mark: Shape | Path | Dot) -> Any:
    edge = {"edgecolor": mark.stroke or "none", "linewidth": mark.stroke_pt}
    if isinstance(mark, Dot):
        return Circle((mark.x, mark.y), mark.radius, facecolor=mark.fill or "none", **edge)
    if isinstance(mark, Path):
        dashes = {"linestyle": (0, (3, 2))} if mark.dashed else {}
        return PathPatch(Outline(mark.points), facecolor="none", capstyle="butt", joinstyle="round", **edge, **dashes)
    rings = [Outline([*ring, ring[0]], closed=True) for ring in mark.rings if ring]
    whole = Outline.make_compound_path(*rings)
    return PathPatch(whole, facecolor=mark.fill or "none", joinstyle="round", **edge)


def _plain(svg: str, marks: Iterable[Mark], width_pt: float, height_pt: float, fonts: Sequence[str]) -> str:
    """The SVG without its document type (an address), of its full size, and with plain attributes at its texts.

    Versions of matplotlib write different styles there, and not every reader of SVG knows all of CSS.
    """
    # Some readers take for the picture's edges those of what is drawn: so the whole of it is, and cannot be seen.
    whole = f'<rect width="{width_pt:g}" height="{height_pt:g}" fill="#FFFFFF" fill-opacity="0"/>'
    names = dict.fromkeys(filter(None, (*fonts, *_FALLBACKS)))
    families = ", ".join(name if name == _GENERIC else f"'{escape(name)}'" for name in names)
    texts = (mark for mark in marks if isinstance(mark, Words))

    def opened(_found: re.Match[str]) -> str:
        words = next(texts)
        weight = ' font-weight="700"' if words.bold else ""
        return (
            f'<text x="{words.x:.2f}" y="{words.y:.2f}" text-anchor="{_ANCHORS[words.anchor][1]}"'
            f' font-family="{families}" font-size="{words.size_pt:g}"{weight} fill="{words.color}">'
        )

    return _HEAD.sub(rf"\g<0>{whole}\n ", _TEXT.sub(opened, _DOCTYPE.sub("", svg)), count=1)

"""What holds of every drawn kind, calm or nasty."""

import hashlib
import os
import struct
import subprocess
import sys
from itertools import combinations

import pytest

from support.chart_samples import DRAWN
from unitdeck.base.contrast import contrast
from unitdeck.charts.canvas.marks import Bounds, Dot, Path, Shape, Words
from unitdeck.charts.draw import draw_pictures
from unitdeck.plan.chart_heights import height_range_pt

SLACK = 0.5  # points: rounding
FRAMES = [(12.1, 4.6, 14.0), (7.5, 4.4, 14.0), (12.1, 5.2, 18.0)]


def framed(spec, frame, place):
    """The chart in a frame as layout gives it: never lower than its kind asks for at that type size."""
    width, height, size = frame
    return place(spec, width, max(height, height_range_pt(spec, size).least / 72), size)


def everything(kind, samples, place):
    return [(spec, framed(spec, frame, place)) for spec in samples[kind] for frame in FRAMES]


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_leaves_the_frame(kind, lang, samples, place, marks):
    for spec, chart in everything(kind, samples, place):
        frame = Bounds(-SLACK, -SLACK, chart.box.cx / 12700 + SLACK, chart.box.cy / 12700 + SLACK)
        for mark in marks(chart, lang):
            if isinstance(mark, Words | Dot):
                assert mark.bounds.within(frame), (spec, mark)
            else:
                points = mark.points if isinstance(mark, Path) else [point for ring in mark.rings for point in ring]
                assert all(frame.left <= x <= frame.right and frame.top <= y <= frame.bottom for x, y in points), (
                    spec,
                    mark,
                )


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_texts_overlap(kind, lang, samples, place, marks):
    for spec, chart in everything(kind, samples, place):
        words = [mark for mark in marks(chart, lang) if isinstance(mark, Words) and mark.text.strip()]
        for one, other in combinations(words, 2):
            a, b = one.bounds, other.bounds
            inner = Bounds(a.left + SLACK, a.top + SLACK, a.right - SLACK, a.bottom - SLACK)
            assert not inner.overlaps(b), (spec.kind, one, other)


@pytest.mark.parametrize("kind", DRAWN)
def test_text_is_14_pt_or_more_and_can_be_read_on_its_ground(kind, samples, place, marks):
    for _, chart in everything(kind, samples, place):
        drawn = marks(chart)
        for position, words in enumerate(drawn):
            if isinstance(words, Words):
                assert words.size_pt >= 14
                assert contrast(words.color, ground(drawn[:position], words)) >= 4.5, words


def ground(below, words):
    """The fill of the topmost area under the middle of a text."""
    x, y = (words.bounds.left + words.bounds.right) / 2, words.y - 0.36 * words.size_pt
    fill = "#FFFFFF"
    for mark in below:
        if isinstance(mark, Shape) and mark.fill and len(mark.rings[0]) == 4:
            across, down = [point[0] for point in mark.rings[0]], [point[1] for point in mark.rings[0]]
            if min(across) <= x <= max(across) and min(down) <= y <= max(down):
                fill = mark.fill
    return fill


@pytest.mark.parametrize("kind", DRAWN)
def test_the_svg_says_what_was_drawn_with_the_themes_fonts_and_no_address(kind, samples, place, see, marks):
    for spec in samples[kind]:
        chart = framed(spec, FRAMES[0], place)
        seen = see(chart)
        assert seen.width == pytest.approx(chart.box.cx / 12700, abs=0.01)
        said = [mark.text.replace("\v", "") for mark in marks(chart) if isinstance(mark, Words) and mark.text.strip()]
        assert seen.texts == said
        assert seen.svg.count("font-family=\"'Arial', 'Microsoft YaHei', ") == len(said)
        assert "DOCTYPE" not in seen.svg
        assert {part.split('"')[0] for part in seen.svg.split("http")[1:]} <= {
            "://www.w3.org/2000/svg",
            "://www.w3.org/1999/xlink",
        }


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", DRAWN)
def test_the_png_is_sharp_and_bounded(kind, samples, place, theme):
    for spec in samples[kind]:
        png = draw_pictures(framed(spec, (12.1, 4.6, 14.0), place), "zh", theme).png
        width, height = struct.unpack(">II", png[16:24])
        assert width == pytest.approx(12.1 * 200, abs=1)
        assert height <= 4096
        assert b"Software" not in png[:200]


PROGRAM = """
import hashlib, sys
from support.chart_samples import SAMPLES, DRAWN
from unitdeck.base.geometry import Box
from unitdeck.layout.placed import PlacedChart
from unitdeck.charts.draw import draw_pictures, theme_of
from unitdeck.template.locate import load, search_path
theme = theme_of(load("report", search_path(None)).pack)
total = hashlib.sha256()
for kind in DRAWN:
    for picture in draw_pictures(PlacedChart("x", Box(0, 0, 9000000, 4500000), SAMPLES[kind][0], 14.0), "zh", theme):
        total.update(picture)
assert "matplotlib.pyplot" not in sys.modules  # global state
print(total.hexdigest())
"""
OTHERS = """
path.sketch: 3, 20, 5
text.antialiased: False
lines.linewidth: 9
"""


def test_two_processes_draw_the_same_bytes_and_leave_the_home_alone(tmp_path, root):
    digests = set()
    for number, lang in enumerate(("C", "zh_CN.UTF-8")):
        home = tmp_path / str(number)
        for folder in (home / ".config/matplotlib", home):  # where matplotlib looks for settings
            folder.mkdir(parents=True, exist_ok=True)
            if number:
                (folder / "matplotlibrc").write_text(OTHERS)
        before = sorted(home.rglob("*"))
        environment = {
            "HOME": str(home),
            "LANG": lang,
            "PYTHONHASHSEED": str(number),
            "PYTHONPATH": os.pathsep.join((str(root / "src"), str(root / "tests"))),
            "UNITDECK_CACHE_DIR": str(tmp_path / "cache"),
            "PATH": os.environ["PATH"],
        }
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, cwd=home, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        assert sorted(home.rglob("*")) == before
        digests.add(done.stdout)
    assert len(digests) == 1
    assert len(digests.pop().strip()) == len(hashlib.sha256().hexdigest())

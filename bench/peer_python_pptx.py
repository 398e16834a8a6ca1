"""R14 by python-pptx, written as directly as its interface allows.

``peer_python_pptx.py one OUT`` builds the first variant; ``… loop N OUT`` builds N and prints the median in ms.
"""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt

DATA = Path(__file__).parent / "data"
VARIANTS = 80
KINDS = {
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
}
PALETTE = [RGBColor.from_string(code) for code in ("1F4E79", "2E75B6", "9DC3E6", "F4B183")]
FILLS = {
    "正常": RGBColor.from_string("E2F0D9"),
    "关注": RGBColor.from_string("FFF2CC"),
    "预警": RGBColor.from_string("F8CBAD"),
}
ODD, EVEN = RGBColor.from_string("F2F7FC"), RGBColor.from_string("FFFFFF")
X, Y, W, H = Emu(609_600), Emu(1_371_600), Emu(10_972_800), Emu(4_876_800)


def build(slides: list[dict[str, Any]], out: Path) -> None:
    """Write one deck."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12_192_000), Emu(6_858_000)
    layouts = {"title": deck.slide_layouts[0], "bullets": deck.slide_layouts[1]}
    for plan in slides:
        slide = deck.slides.add_slide(layouts.get(plan["kind"], deck.slide_layouts[5]))
        slide.shapes.title.text = plan["title"]
        DRAW[plan["kind"]](slide, plan)
        slide.notes_slide.notes_text_frame.text = plan["notes"]
    deck.save(str(out))


def title(slide: Any, plan: dict[str, Any]) -> None:
    """Fill the subtitle."""
    set_lines(slide.placeholders[1].text_frame, plan["subtitle"].split("\n"))


def bullets(slide: Any, plan: dict[str, Any]) -> None:
    """Fill the body."""
    set_lines(slide.placeholders[1].text_frame, plan["items"])


def table(slide: Any, plan: dict[str, Any]) -> None:
    """Draw a table with every cell filled."""
    rows = plan["rows"]
    grid = slide.shapes.add_table(len(rows), len(rows[0]), X, Y, W, H).table
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            cell = grid.cell(i, j)
            run = cell.text_frame.paragraphs[0].add_run()
            run.text = text
            run.font.size = Pt(14)
            cell.fill.solid()
            cell.fill.fore_color.rgb = FILLS.get(text, ODD if i % 2 else EVEN) if i else PALETTE[0]
            if i == 0:
                run.font.bold = True
                run.font.color.rgb = EVEN


def chart(slide: Any, plan: dict[str, Any]) -> None:
    """Draw a native chart with its embedded workbook."""
    data = CategoryChartData()
    data.categories = plan["categories"]
    for name, values in plan["series"]:
        data.add_series(name, values)
    doughnut = plan["chart"] == "doughnut"
    drawn = slide.shapes.add_chart(KINDS[plan["chart"]], X, Y, W, H, data).chart
    drawn.font.size = Pt(12)
    drawn.has_legend = len(plan["series"]) > 1 or doughnut
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    plot = drawn.plots[0]
    for i, series in enumerate(() if doughnut else plot.series):
        if plan["chart"] == "line":
            series.format.line.color.rgb = PALETTE[i]
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = PALETTE[i]
    if plan["labels"]:
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.show_value = True
        labels.number_format = "0%" if doughnut else "0.0"
        labels.number_format_is_linked = False
        labels.font.size = Pt(10)


def pictures(slide: Any, plan: dict[str, Any]) -> None:
    """Place two photos with captions."""
    for i, (file, caption) in enumerate(zip(plan["pictures"], plan["captions"], strict=True)):
        left = Emu(X + i * 5_577_840)
        slide.shapes.add_picture(str(DATA / file), left, Emu(1_600_200), Emu(5_394_960), Emu(3_034_665))
        slide.shapes.add_textbox(left, Emu(4_800_600), Emu(5_394_960), Emu(457_200)).text_frame.text = caption


def timeline(slide: Any, plan: dict[str, Any]) -> None:
    """Draw twelve chevrons."""
    width = W // 12
    for i, step in enumerate(plan["steps"]):
        kind = MSO_SHAPE.CHEVRON if i else MSO_SHAPE.PENTAGON
        shape = slide.shapes.add_shape(kind, Emu(X + i * width), Emu(2_743_200), Emu(width), Emu(1_371_600))
        shape.fill.solid()
        shape.fill.fore_color.rgb = PALETTE[i % 3]
        shape.line.fill.background()
        set_lines(shape.text_frame, step)
        for paragraph in shape.text_frame.paragraphs:
            paragraph.runs[0].font.size = Pt(11)


def set_lines(frame: Any, lines: list[str]) -> None:
    """Fill a text frame, a paragraph a line."""
    frame.text = lines[0]
    for line in lines[1:]:
        frame.add_paragraph().text = line


DRAW = {
    "title": title,
    "bullets": bullets,
    "table": table,
    "chart": chart,
    "pictures": pictures,
    "timeline": timeline,
}


def load(variant: int) -> list[dict[str, Any]]:
    """Return the slides of a variant."""
    slides: list[dict[str, Any]] = json.loads((DATA / f"r14_{variant % VARIANTS}.json").read_text("utf-8"))
    return slides


def main() -> None:
    """Run one of the two modes."""
    if sys.argv[1] == "one":
        build(load(0), Path(sys.argv[2]))
        return
    times = []
    for variant in range(int(sys.argv[2])):
        start = time.perf_counter()
        build(load(variant), Path(sys.argv[3]))
        times.append(1000 * (time.perf_counter() - start))
    print(statistics.median(times))


main()

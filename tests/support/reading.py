"""Finished decks read back by python-pptx and openpyxl, as PowerPoint and Excel would see them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from pptx import Presentation

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Number = float | None


class Grid(NamedTuple):
    """The figures of a chart: names of the series, names of the categories, a row of figures a series; None: none."""

    series: tuple[str, ...]
    categories: tuple[str, ...]
    rows: tuple[tuple[Number, ...], ...]

    def row(self, *names: str) -> dict[str, Number]:
        """Return the figures of the first series of one of these names, by category."""
        at = next(index for index, name in enumerate(self.series) if name in names)
        return dict(zip(self.categories, self.rows[at], strict=True))


class Chart(NamedTuple):
    """A chart: its plots' kinds, what it caches, what its workbook holds, its alternative text, its printed labels."""

    kinds: tuple[str, ...]
    cache: Grid
    workbook: Grid
    alt: str
    labels: tuple[str, ...]


class Page(NamedTuple):
    """A slide as a reader meets it."""

    title: str
    texts: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    charts: tuple[Chart, ...]
    notes: str
    alts: tuple[str, ...]
    shape_ids: tuple[int, ...]
    boxes: tuple[tuple[int, int, int, int], ...]

    @property
    def words(self) -> str:
        """Everything that stands on the page, charts' labels and names included."""
        cells = (cell for table in self.tables for row in table for cell in row)
        charts = (text for chart in self.charts for text in (*chart.labels, *chart.cache.categories))
        return "\n".join((*self.texts, *cells, *charts))


def read(deck: Path) -> tuple[Page, ...]:
    """Return the pages of a .pptx."""
    return tuple(_page(slide) for slide in Presentation(str(deck)).slides)


def xml_faults(deck: Path) -> list[str]:
    """Return which parts of a .pptx are no XML, or no zip entry that can be read; [] where all are."""
    faults = []
    with zipfile.ZipFile(deck) as package:
        if package.testzip():
            faults.append(f"damaged: {package.testzip()}")
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    etree.fromstring(package.read(name))
                except etree.XMLSyntaxError as failure:
                    faults.append(f"{name}: {failure}")
    return faults


def _page(slide: Any) -> Page:
    shapes = list(slide.shapes)
    properties = [shape._element._nvXxPr.cNvPr for shape in shapes]
    return Page(
        title=slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
        texts=tuple(shape.text_frame.text for shape in shapes if shape.has_text_frame and shape.text_frame.text),
        tables=tuple(
            tuple(tuple(cell.text for cell in row.cells) for row in shape.table.rows)
            for shape in shapes
            if shape.has_table
        ),
        charts=tuple(
            _chart(shape.chart, one.get("descr", ""))
            for shape, one in zip(shapes, properties, strict=True)
            if shape.has_chart
        ),
        notes=slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        alts=tuple(one.get("descr", "") for one in properties),
        shape_ids=tuple(shape.shape_id for shape in shapes),
        boxes=tuple((shape.left, shape.top, shape.width, shape.height) for shape in shapes),
    )


def _chart(chart: Any, alt: str) -> Chart:
    root = chart._chartSpace
    return Chart(
        kinds=tuple(
            child.tag.removeprefix(_C) for child in root.find(f".//{_C}plotArea") if child.tag.endswith("Chart")
        ),
        cache=_cache(root),
        workbook=_workbook(chart.part.chart_workbook.xlsx_part.blob),
        alt=alt,
        labels=tuple("".join(text.text or "" for text in rich.iter("{*}t")) for rich in root.iter(f"{_C}rich")),
    )


def _cache(root: Any) -> Grid:
    series = sorted(root.iter(f"{_C}ser"), key=lambda one: _column(one.find(f"{_C}val/{_C}numRef/{_C}f").text))
    categories: dict[int, str] = {}
    rows = []
    for one in series:
        categories |= {int(p.get("idx")): p.findtext(f"{_C}v") for p in one.find(f"{_C}cat").iter(f"{_C}pt")}
        count = int(one.find(f"{_C}val//{_C}ptCount").get("val"))
        points = {int(p.get("idx")): float(p.findtext(f"{_C}v")) for p in one.find(f"{_C}val").iter(f"{_C}pt")}
        rows.append(tuple(points.get(index) for index in range(count)))
    names = tuple(categories.get(index, "") for index in range(len(rows[0]) if rows else 0))
    return Grid(tuple(one.findtext(f"{_C}tx//{_C}v") for one in series), names, tuple(rows))


def _column(reference: str) -> tuple[int, str]:
    """The column of 「Sheet1!$B$2:$B$5」, for sorting."""
    letters = reference.partition("$")[2].partition("$")[0]
    return len(letters), letters


def _workbook(blob: bytes) -> Grid:
    rows = list(_rows(blob))
    header, *body = rows
    columns = list(zip(*body, strict=True)) if body else []
    return Grid(
        tuple(str(name) for name in header[1:]),
        tuple(str(name) for name in columns[0]) if columns else (),
        tuple(tuple(map(_number, column)) for column in columns[1:]),
    )


def _number(value: Any) -> Number:
    """A cell's figure; a date is its serial day."""
    if isinstance(value, datetime):
        return float(to_excel(value))
    return None if value is None else float(value)


def _rows(blob: bytes) -> Iterator[tuple[Any, ...]]:
    """The rows as a spreadsheet shows them. Formulas are in columns of nothing else, so no text has become one."""
    computed = load_workbook(io.BytesIO(blob)).active
    for column in computed.iter_cols():
        head, *cells = (cell.data_type == "f" for cell in column)
        if head or any(cells) != all(cells) or (any(cells) and column[0].column == 1):
            raise AssertionError("a text of the workbook became a formula")
    for row in load_workbook(io.BytesIO(blob), data_only=True).active.iter_rows(values_only=True):
        yield tuple(None if value == "#N/A" else value for value in row)

"""A built deck's figures are the outline's: tables, charts, workbooks, titles, descriptions and notes.

The decks are read by python-pptx and openpyxl, the figures worked out from the raw YAML: nothing here calls our
arithmetic or our reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support.arithmetic import MISSING, Expected, Row, amount, expected, number, rate, signed
from support.outlines import Plain, target, unit, write
from support.reading import Chart, Number, Page, read
from unitdeck.build import build_deck

DECKS = sorted((Path(__file__).parents[1] / "decks").glob("*/units/*.yaml"))
OVERVIEW = ("指标", "完成")
_CLOSE = 1e-12  # relative: what 15 significant digits keep

MADE: dict[str, Plain] = {
    "zero and missing": unit(
        targets=[
            target(1, name="完成为零", actual=0, target=200),
            {"name": "没有数据", "unit": "个", "target": 50},
            target(3, name="目标为零", actual=30, target=0),
            {"name": "没有目标", "unit": "个", "actual": 12},
            target(5, name="走势有零有缺", actual=90, target=200, series={"1月": 0, "2月": None, "3月": 40, "4月": 50}),
        ]
    ),
    "growth of every sort": unit(
        targets=[
            target(1, name="零基数", actual=16, base=0),
            target(2, name="负基数", actual=5, base=-20),
            target(3, name="持平", actual=55.50, base=55.5),
            target(4, name="由正转负", actual=-8, base=20),
            {"name": "占比", "unit": "%", "kind": "level", "target": 60, "actual": 57.25, "base": 60.1},
        ]
    ),
    "halves and over-completion": unit(
        targets=[
            target(1, name="五入", actual=1374, target=1200),
            target(2, name="三倍", actual=3600, target=1200),
            target(3, name="千分之半", actual=125, target=1000, parts={"甲": 43.75, "乙": 81.25}),
            target(4, name="不足千分之半", actual=41.61, target=100),
        ]
    ),
}


class Case(NamedTuple):
    """A built deck: its pages, and what its outline comes to."""

    pages: tuple[Page, ...]
    figures: Expected

    def charts(self, *kinds: str) -> list[Chart]:
        return [chart for page in self.pages for chart in page.charts if chart.alt.startswith(kinds)]


def _built(outline: Path, out: Path) -> Case:
    return Case(read(build_deck(outline, out=out).path), expected(outline))


@pytest.fixture(scope="module", params=[*DECKS, *MADE], ids=lambda p: p.stem[:2] if isinstance(p, Path) else p)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("figures")
    outline = request.param if isinstance(request.param, Path) else write(folder, MADE[request.param])
    return _built(outline, folder / "deck.pptx")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("made")
    return _built(write(folder, MADE["zero and missing"]), folder / "deck.pptx")


def overview(pages: Iterable[Page]) -> list[dict[str, str]]:
    """Return the overview's rows over all of its pages, each by the first line of its columns' headings.

    Lines that are ended so that figures stay whole (``\\v``), or a unit stands below its figure, read on.
    """
    rows = []
    for page in pages:
        for head, *body in page.tables:
            headings = [heading.split("\n")[0] for heading in head]
            if {*OVERVIEW} <= {*headings}:
                rows += [dict(zip(headings, map(read_on, cells), strict=True)) for cells in body]
    return rows


def read_on(cell: str) -> str:
    return re.sub("[\v\n]", "", cell)


def test_the_overview_prints_every_target_and_part_in_order(case: Case) -> None:
    names = [row["指标"] for row in overview(case.pages)]
    wanted = []
    for row in case.figures.targets:
        wanted.append(f"{row.name}（{row.unit}）" if row.unit else row.name)
        wanted += [f"其中：{part.name}" for part in case.figures.parts[row.name]]
    assert names == wanted


def test_the_overviews_cells_are_the_figures_worked_out_by_hand(case: Case) -> None:
    wanted = [row for target in case.figures.targets for row in (target, *case.figures.parts[target.name])]
    for cells, row in zip(overview(case.pages), wanted, strict=True):
        printed = {heading: text for heading, text in row.printed.items() if heading in cells}
        if cells.get("序时差", MISSING) != MISSING and not row.timed:  # a growth rate's gap, against its target
            printed.pop("序时差")
        assert {heading: cells[heading] for heading in printed} == printed, row.name
        for heading in row.printed.keys() - cells.keys():  # a column vanishes only where nothing is in it
            assert all(other.printed[heading] == MISSING for other in wanted), heading


def test_the_bullet_chart_holds_completion_and_schedule_exactly(case: Case) -> None:
    rows = [row for row in case.figures.targets if row.timed and row.gap is not None]
    charts = case.charts("完成率")
    done = _joined(charts, "完成率")
    due = _joined(charts, "序时进度")
    assert done == approximately({row.name: row.completion for row in rows})
    assert due == approximately({row.name: row.schedule for row in rows})
    assert set(_joined(charts, "目标").values()) <= {100.0}
    assert list(done) == sorted(done, key=lambda name: _row(name, rows).gap or 0)
    labels = {tuple(label.strip(" »").split()) for chart in charts for label in chart.labels}  # » marks a bar cut short
    assert labels == {(f"{rate(row.completion)}%", _pace(row.gap)) for row in rows if row.completion is not None}


def _row(name: str, rows: list[Row]) -> Row:
    return next(row for row in rows if row.name == name)


def _pace(gap: Fraction | None) -> str:
    shown = rate(abs(gap or Fraction(0)))
    return "与序时持平" if shown == "0.0" else f"{'快' if gap and gap > 0 else '慢'}{shown}"


def _joined(charts: list[Chart], series: str) -> dict[str, Number]:
    return {name: value for chart in charts for name, value in chart.cache.row(series).items()}


def approximately(wanted: dict[str, Fraction | None]) -> dict[str, Any]:
    """Return figures to compare with those of a file, which keeps 15 digits; what is missing must be missing."""
    return {
        name: None if value is None else pytest.approx(float(value), rel=_CLOSE, abs=0)
        for name, value in wanted.items()
    }


def test_trends_hold_every_period_of_the_series_and_gaps_where_it_has_none(case: Case) -> None:
    series = [_points(raw["series"]) for raw in case.figures.raw if raw.get("series")]
    charts = case.charts("柱形图", "折线图", "量率对照图")
    assert len(charts) == len(series)
    for points in series:
        values = {label: number(point.get("value")) for label, point in points.items()}
        chart = next(chart for chart in charts if chart.cache.row("本年") == approximately(values))
        growth = {label: _growth(point) for label, point in points.items()}
        if chart.alt.startswith("量率对照图"):
            assert sum(value is not None for value in growth.values()) > 2
            assert chart.cache.row("同比") == approximately(growth)
        for key, name in (("base", "上年同期"), ("plan", "计划")):
            if name == "上年同期" and chart.alt.startswith("量率对照图"):
                assert name not in chart.cache.series  # the rate says it
                continue
            others = {label: number(point.get(key)) for label, point in points.items()}
            if any(value is not None for value in others.values()):
                assert chart.cache.row(name) == approximately(others)
            else:
                assert name not in chart.cache.series


def _growth(point: dict[str, Any]) -> Fraction | None:
    value, base, given = (number(point.get(key)) for key in ("value", "base", "rate"))
    if given is not None:
        return given
    return None if value is None or base is None or base <= 0 else (value - base) / base * 100


def _points(series: Any) -> dict[str, dict[str, Any]]:
    if isinstance(series, dict):
        return {label: {"value": value} for label, value in series.items()}
    return {point["label"]: point for point in series}


def test_rings_hold_the_parts_and_tables_their_shares(case: Case) -> None:
    wholes = [row for row in case.figures.targets if sum(p.value is not None for p in case.figures.parts[row.name]) > 1]
    charts = case.charts("构成环形图")
    assert len(charts) == len(wholes)
    for whole in wholes:
        parts = case.figures.parts[whole.name]
        chart = next(chart for chart in charts if chart.cache.series == (whole.name,))
        assert chart.cache.row(whole.name) == approximately({part.name: part.value for part in parts})
        page = next(page for page in case.pages if chart in page.charts)
        assert whole.actual in page.texts  # in the middle of the ring
        for table in page.tables:
            heads, *rows = table
            assert [row[heads.index("占比")] for row in rows] == [f"{rate(part.share)}%" for part in parts]


def test_rankings_hold_the_peers_in_order(case: Case) -> None:
    ranked = [rank for raw in case.figures.raw for rank in raw.get("rank", raw.get("ranks", ())) if rank.get("peers")]
    charts = case.charts("排名")
    assert len(charts) == min(len(ranked), 1)
    for chart in charts:
        peers = {peer["name"]: number(peer) for peer in ranked[0]["peers"]}
        assert chart.cache.row(*chart.cache.series) == approximately(peers)
        values = list(chart.cache.rows[0])
        assert values == sorted(values, key=lambda value: value or 0, reverse=True)


def test_every_chart_caches_what_its_workbook_holds(case: Case) -> None:
    for page in case.pages:
        for chart in page.charts:
            assert chart.cache == chart.workbook, page.title


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def numbers(*texts: str) -> set[str]:
    """Return the figures in texts, without the commas of their thousands."""
    return {found.replace(",", "") for text in texts for found in NUMBER.findall(text)}


def figures_of(case: Case) -> set[str]:
    """Return every figure that an outline gives or leads to, as printed, and how many there may be of a thing."""
    rows = [row for target in case.figures.targets for row in (target, *case.figures.parts[target.name])]
    texts = [text for row in rows for text in (*row.printed.values(), *map(_text, (row.schedule, row.share, row.gap)))]
    for raw in case.figures.raw:
        new, old = number(raw.get("actual")), number(raw.get("previous"))
        if raw.get("kind") == "level" and new is not None and old:
            texts.append(signed((new - old) * 100 / old))
        for point in _points(raw.get("series") or {}).values():
            texts += [amount(point[key]) for key in ("value", "base", "plan") if number(point.get(key)) is not None]
            value, base = number(point.get("value")), number(point.get("base"))
            if value is not None and base:
                texts.append(signed((value - base) * 100 / base))
    counts = {str(count) for count in range(len(rows) + 1)}
    return numbers(*texts) | counts | numbers(case.figures.text)


def _text(value: Fraction | None) -> str:
    return MISSING if value is None else rate(value)


def test_every_number_of_a_title_stands_below_it_or_follows_from_the_outline(case: Case) -> None:
    known = figures_of(case)
    for page in case.pages:
        title = re.sub(r"（\d+/\d+）$", "", page.title)
        below = [text for text in page.words.split("\n") if text != page.title]
        assert numbers(title) - numbers(*below) - known - _verdicts(page) == set(), page.title


def _verdicts(page: Page) -> set[str]:
    """Differences from a level or limit are told on the cards of their page."""
    return numbers(*(text for text in page.texts if text != page.title))


def test_every_number_of_the_notes_is_of_the_outline_or_its_page(case: Case) -> None:
    known = figures_of(case)
    everywhere = numbers(*(page.words for page in case.pages))
    for page in case.pages:
        spoken = [line for line in page.notes.split("\n") if not re.fullmatch(r"【约.+分钟】", line)]
        assert numbers(*spoken) - known - everywhere == set(), page.notes


def test_the_description_of_a_chart_tells_its_figures(case: Case) -> None:
    for page in case.pages:
        for chart in page.charts:
            told = numbers(chart.alt)
            shown = {value for row in chart.cache.rows for value in row if value is not None}
            if chart.alt.startswith("量率对照图"):
                rates = {value for value in chart.cache.row("同比").values() if value is not None}
                shown = shown - rates - {0} | {float(rate(Fraction(value)).replace("−", "-")) for value in rates}
            assert chart.alt, page.title
            if chart.labels and chart.alt.startswith("完成率"):
                assert numbers(*chart.labels) <= told
            elif chart.alt.startswith("甘特图"):
                assert len(chart.alt) >= 480 or numbers(*chart.labels) <= told
            elif len(chart.alt) < 480:
                assert {float(text) for text in told} >= {abs(value) for value in shown}


def test_zero_is_printed_and_drawn_and_missing_is_neither(made: Case) -> None:
    rows = {row["指标"].partition("（")[0]: row for row in overview(made.pages)}
    assert (rows["完成为零"]["完成"], rows["完成为零"]["完成率"]) == ("0", "0.0%")
    assert (rows["没有数据"]["完成"], rows["没有数据"]["完成率"]) == (MISSING, MISSING)
    assert (rows["目标为零"]["目标"], rows["目标为零"]["完成率"]) == ("0", MISSING)
    assert (rows["没有目标"]["目标"], rows["没有目标"]["完成"]) == (MISSING, "12")
    done = _joined(made.charts("完成率"), "完成率")
    assert done == {"完成为零": 0.0, "走势有零有缺": 45.0}
    (trend,) = made.charts("柱形图")
    where_a_dash_stands = (None, 0.0, None, None)
    assert trend.cache.rows == trend.workbook.rows == ((0.0, None, 40.0, 50.0), where_a_dash_stands)
    assert "2月 —" in trend.alt
    assert "1月 0" in trend.alt


def test_the_printed_examples_of_the_field(tmp_path: Path) -> None:
    """珠晖: 51.65 − 50 = 1.65 points; 1374 of 1200 is 114.5 %, where 114 % was once printed."""
    outline = unit(
        targets=[
            target(1, name="甲", target=None, actual=1, declared={"completion": 51.65}),
            target(2, name="乙", target=1200, actual=1374),
        ],
    )
    case = _built(write(tmp_path, outline | {"as_of": "2022-06-30"}), tmp_path / "deck.pptx")
    first, second = overview(case.pages)
    assert (first["完成率"], first["序时差"]) == ("51.7%", "+1.7")
    assert (second["完成率"], second["序时差"]) == ("114.5%", "+64.5")

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import pytest

from unitdeck.base.diagnostics import Diagnostic, Span, Term
from unitdeck.source.bind import Bound, bind
from unitdeck.source.fields import FieldTable, Vocabulary
from unitdeck.source.marks import AtLeast, AtMost, FromCsv, NonEmpty, Pairs, Shorthand, Suffix
from unitdeck.source.scalars import FilePath, Percent, When
from unitdeck.source.text import SourceText
from unitdeck.source.yaml_nodes import parse_yaml


class Share(NamedTuple):
    name: Annotated[str, NonEmpty()]
    value: Decimal | None = None


class Point(NamedTuple):
    month: Annotated[int, AtLeast(1), AtMost(12), Suffix("月")]
    value: Percent


class Growth(NamedTuple):
    value: Percent
    basis: str = ""


class Figure(NamedTuple):
    value: Decimal | None = None
    period: str = ""


class Thing(NamedTuple):
    name: Annotated[str, NonEmpty()]
    text: str = ""
    figure: Annotated[Figure | None, Shorthand("value")] = None
    growth: Annotated[tuple[Growth, ...], Shorthand("value")] = ()
    shares: Annotated[tuple[Share, ...], Pairs("name", "value")] = ()
    points: Annotated[tuple[Point, ...], Pairs("month", "value"), FromCsv()] = ()
    parts: tuple[Share, ...] = ()
    order: tuple[str, ...] = ()
    kind: Literal["sum", "level"] = "sum"
    due: When | None = None
    photo: FilePath | None = None
    focus: bool = False
    weight: Annotated[Decimal, AtLeast(0)] | None = None


TABLE = FieldTable(
    Vocabulary(
        {
            "name": ("名称",),
            "Thing.name": ("指标", "名称"),
            "value": ("数值",),
            "month": ("月份",),
            "figure": ("完成",),
        },
        {"Thing.kind": {"累计": "sum", "水平": "level"}},
    )
)


def bound(text: str, root: Path = Path()) -> Bound[Any]:
    return bind(parse_yaml(SourceText("x", text, ()), TABLE.keys()), Thing, TABLE, root)


def value(text: str, root: Path = Path()) -> Thing:
    found = bound(text, root)
    assert found.diagnostics == ()
    assert isinstance(found.value, Thing)
    return found.value


def faults(text: str, root: Path = Path()) -> list[tuple[str, int, int]]:
    return [(each.code, each.span.line, each.span.column) for each in bound(text, root).diagnostics if each.span]


def fault(text: str) -> Diagnostic:
    (only,) = bound(text).diagnostics
    return only


@pytest.mark.parametrize(
    "typed", ["no", "010", "3.10", "1:30", "0722", "null", "~", "yes", "2022-05-31", "1_000", "0x1F"]
)
def test_text_stays_what_was_typed(typed: str) -> None:
    assert value(f"name: {typed}\ntext: {typed}\norder: [{typed}]\n") == Thing(typed, typed, order=(typed,))


def test_both_languages_mean_the_same() -> None:
    assert value("指标: a\n完成: {数值: 3}\nkind: 水平") == value("name: a\nfigure: {value: 3}\nkind: level")


def test_blanks_are_the_defaults() -> None:
    assert value("name: a\ntext:\nfigure:\ngrowth:\nkind:\nfocus:\nweight:\ndue: —\nparts: []\n") == Thing("a")


def test_a_scalar_may_stand_for_a_mapping_and_one_item_for_a_list() -> None:
    assert value("name: a\nfigure: 34,096").figure == Figure(Decimal(34096))
    assert value("name: a\nfigure: —").figure == Figure(None)
    assert value("name: a\ngrowth: 7.2%").growth == (Growth(Percent(Decimal("7.2"))),)
    assert value("name: a\ngrowth: [7.2, {value: 1, basis: 可比}]").growth == (
        Growth(Percent(Decimal("7.2"))),
        Growth(Percent(Decimal(1)), "可比"),
    )
    assert value("name: a\ngrowth: {value: 1}").growth == (Growth(Percent(Decimal(1))),)
    assert value("name: a\nparts: {name: b}").parts == (Share("b"),)
    assert value("name: a\norder: 财政局").order == ("财政局",)


@pytest.mark.parametrize("nothing", ["—", "无", "暂无"])
def test_nothing_in_place_of_a_list_of_figures_is_no_item(nothing: str) -> None:
    assert value(f"name: a\ngrowth: {nothing}\nparts: {nothing}\npoints: {nothing}") == Thing("a")


def test_a_mapping_may_stand_for_a_list_of_pairs() -> None:
    shares = (Share("税务部门", Decimal(21334)), Share("财政部门", None))
    assert value("name: a\nshares: {税务部门: 21334, 财政部门: —}").shares == shares
    assert value("name: a\nshares: {税务部门: {value: 21334}, 财政部门: }").shares == shares
    assert value("name: a\nshares: [{name: 税务部门, value: 21334}, {name: 财政部门}]").shares == shares
    assert value("name: a\nshares: {名称: 税务部门, 数值: 21334}").shares == shares[:1]
    assert value("name: a\npoints: {6月: 59%, 12: 100}").points == (
        Point(6, Percent(Decimal(59))),
        Point(12, Percent(Decimal(100))),
    )


def test_a_path_may_stand_for_a_list_and_places_are_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("月份,数值\n6月,59\n12月,\n", encoding="utf-8")
    found = bound("name: a\npoints: p.csv", tmp_path)
    assert [(each.code, each.span) for each in found.diagnostics] == [("UD209", Span(str(tmp_path / "p.csv"), 3, 5, 5))]
    assert found.value.points[0] == Point(6, Percent(Decimal(59)))
    assert found.positions.at("points", 0, "value") == Span(str(tmp_path / "p.csv"), 2, 4, 6)
    assert faults("name: a\npoints: ../p.csv", tmp_path) == [("UD602", 2, 9)]
    assert faults("name: a\npoints: 5", tmp_path) == [("UD603", 2, 9)]


def test_every_error_at_once_each_at_its_place() -> None:
    text = "nmae: a\nfigure: [3]\ngrowth:\n  - value: 约3\n  - basis: 可比\nkind: 累加\nfocus: 也许\nweight: -1\n"
    assert faults(text) == [
        ("UD201", 1, 1),
        ("UD203", 2, 9),
        ("UD204", 4, 12),
        ("UD202", 5, 5),
        ("UD208", 6, 7),
        ("UD210", 7, 8),
        ("UD207", 8, 9),
        ("UD202", 1, 1),
    ]


def test_an_unknown_key_is_given_the_nearest_in_either_language() -> None:
    assert fault("name: a\nfigrue: 3").data["best"] == "figure"
    chinese = fault("name: a\n完城: 3")
    assert chinese.data["best"] == "完成"
    assert chinese.data["parent"] == Term("Thing")
    assert "完成" in chinese.data["known"]  # type: ignore[operator]
    assert fault("name: a\nzzzzzz: 3").data["best"] is None


def test_the_same_field_twice_names_the_first() -> None:
    twice = fault("name: a\n名称: b")
    assert (twice.code, twice.data["first"], twice.data["line"]) == ("UD212", "name", 1)


@pytest.mark.parametrize("text", ["- a", "单独一句", "3"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    assert faults(text) == [("UD203", 1, 1)]


def test_blank_required_values() -> None:
    assert faults("name:") == [("UD209", 1, 1)]
    assert faults("name: ' '") == [("UD209", 1, 7)]
    assert faults("name: a\ngrowth: [{value: —}]") == [("UD209", 2, 18)]
    assert faults("name: a\norder:\n  - b\n  -\n") == [("UD209", 4, 4)]


def test_slips_that_yaml_takes_for_text_are_seen_from_the_meaning() -> None:
    assert faults("name: a\nfigure:\n  数值：3") == [("UD110", 3, 5)]
    assert faults("name: a\nfigure:\n  value:3") == [("UD116", 3, 8)]
    assert faults("name: a\ngrowth:\n  -value") == [("UD115", 3, 3)]
    assert faults("name: a\norder:\n  -甲\n  -乙") == [("UD115", 3, 3)]
    assert faults("{指标：a, text: b}") == [("UD110", 1, 4)]
    assert value("name: a\ngrowth: -10.2").growth[0].value == Decimal("-10.2")
    assert value("name: a\norder: 职责：收支").order == ("职责：收支",)


def test_places_are_kept_and_a_missing_one_is_the_nearest_around_it() -> None:
    places = bound("name: a\ngrowth:\n  - {value: 3, basis: 可比}\nshares: {甲: 1}\nfigure: 5\n").positions
    assert places.at("name") == Span("x", 1, 7, 8)
    assert places.at("growth") == Span("x", 2, 1, 7)
    assert places.at("growth", 0, "value") == Span("x", 3, 13, 14)
    assert places.at("growth", 0) == Span("x", 3, 6, 14)
    assert places.at("shares", 0, "name") == Span("x", 4, 10, 11)
    assert places.at("shares", 0, "value") == Span("x", 4, 13, 14)
    assert places.at("figure", "value") == Span("x", 5, 9, 10)
    assert places.at("growth", 0, "nothing") == places.at("growth", 0)
    assert places.at("due") == places.at()


def test_a_value_that_failed_has_its_default_and_the_rest_is_there() -> None:
    found = bound("name: a\nweight: x\ntext: b\nshares: [{value: 3}]")
    assert found.value == Thing("a", "b", shares=(Share(None, Decimal(3)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{name: a, weight: 8,800}", "UD222"),
        ("{name: a, weight: 8,800.5}", "UD222"),
        ("{name: a, text: 8,800亩}", "UD222"),
        ("{name: a, text: 8,800 亩}", "UD222"),
        ("{name: a, text: 8,80亩}", "UD201"),  # not a thousand
        ("name: a\n100强: 3", "UD201"),  # a key with a value
    ],
)
def test_a_number_that_its_comma_cuts_within_braces(text: str, code: str) -> None:
    assert code in [found[0] for found in faults(text)]

"""Whatever a unit writes stands somewhere in its deck: every field of the outline's model, slides and notes counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from PIL import Image

from support.outlines import Plain, write
from support.pages import bare, lost
from support.reading import read
from unitdeck.base.language import Lang
from unitdeck.build import build_deck
from unitdeck.outline.model import Outline, When

# By design in no deck: names to look things up by, and words that choose (docs/*/outline.md says so).
NOT_SHOWN = {
    "unit.group": "sorts the units of a session",
    "unit.region": "finds the own place among the peers of a rank",
    "template": "names the template",
    "targets.id": "what a measure may name the target by",
    "targets.weight": "for scoring",
    "targets.trajectory.points.month": "with its percent, gives the schedule that is printed",
    "targets.trajectory.points.percent": "gives the schedule that is printed",
    "targets.declared.completion": "is compared with what is computed, which is printed; a difference is warned of",
    "targets.declared.gap": "as completion",
    "targets.declared.yoy": "as completion",
    "targets.parts.declared.completion": "as completion",
    "targets.parts.declared.gap": "as completion",
    "targets.parts.declared.yoy": "as completion",
    "minutes": "checks the script and the number of pages",
}
# Words that choose among what the program knows, files, dates and flags are printed otherwise than they are typed.
CHOICES = {"targets.kind", "targets.direction", "targets.trajectory.mode", "measures.status", "last_review.status"}


def fields(kind: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field of the model with its dotted path and its type, lists and options unwrapped."""
    for name, hint in get_type_hints(kind, include_extras=True).items():
        inner = _record(hint)
        here = f"{path}{name}"
        if inner is None:
            yield here, hint
        else:
            yield from fields(inner, f"{here}.")


def _record(hint: Any) -> Any:
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return None if hint is When else hint
    return next((found for part in get_args(hint) if (found := _record(part)) is not None), None)


WRITTEN: Plain = {
    "unit": {"name": "甲单位全名", "short": "乙简称", "group": "丙组", "speaker": "丁职务", "region": "戊地区"},
    "as_of": "2022-05-31",
    "source": "己来源",
    "slogan": "庚口号",
    "headline": "辛一句话",
    "duties": [{"title": "壬职责名", "text": "癸职责文"}, {"title": "子职责名", "text": "丑职责文", "focus": True}],
    "targets": [
        {
            "name": "寅指标",
            "id": "t1",
            "unit": "卯单位",
            "caliber": "辰口径",
            "source": "巳出处",
            "target": {"value": 811.3, "basis": "午目标依据"},
            "actual": {"value": 322.7, "period": "未完成期"},
            "previous": {
                "value": 211.9,
                "period": "丁八上期",
                "as_of": "2022-04-30",
                "unit": "丁九旧单位",
                "caliber": "戊一旧口径",
            },
            "base": 297.9,
            "yoy": [{"value": 8.4, "basis": "申同比口径"}, {"value": 6.1, "basis": "酉另一口径"}],
            "series": [
                {"label": f"戌{n}月", "value": 51.5 + n, "last_year": 41.5 + n, "plan": 61.5 + n} for n in range(1, 6)
            ],
            "ranks": [
                {
                    "scope": "亥范围",
                    "metric": "总量",
                    "rank": 2,
                    "of": 17,
                    "previous": 5,
                    "previous_of": 17,
                    "previous_period": "一上期",
                    "unit": "二位次单位",
                    "peers": {"三同伴": 411.5, "乙简称": 322.7, "四同伴": 219.5},
                }
            ],
            "benchmarks": {"五标杆": 577.7},
            "parts": [
                {"name": "六部分", "value": 122.7, "target": 300.3, "yoy": 3.3},
                {"name": "七部分", "value": 200},
            ],
            "due": "2022-11-30",
            "note": "八备注",
            "weight": 12.5,
            "declared": {"completion": 39.8, "gap": -1.9, "yoy": 8.4},
            "trajectory": {"mode": "custom", "points": [{"month": 5, "percent": 41.7}, {"month": 12, "percent": 100}]},
        },
        {"name": "九定性", "kind": "qualitative", "target": {"text": "十定性目标"}, "actual": {"text": "甲一定性完成"}},
        {"name": "甲二区间", "unit": "%", "kind": "level", "target": {"low": 3.7, "high": 5.9}, "actual": 4.6},
        {
            "name": "丁六走势",
            "unit": "吨",
            "target": 900,
            "actual": 355,
            "series": [{"label": f"丁七{n}月", "value": 350.5 + n, "rate": 6.4 + n} for n in range(1, 6)],
        },
    ],
    "measures": [
        {
            "problem": "甲三问题",
            "action": "甲四举措",
            "cause": "甲五原因",
            "owner": "甲六责任",
            "due": "2022-09-30",
            "status": "under_way",
            "target": "寅指标",
            "evidence": "戊六举措佐证",
            "checked_by": "戊七举措核查人",
        },
        {"problem": "甲三另一问题", "action": "甲四另一举措", "owner": "甲六责任", "due": "2022-09-30"},
    ],
    "projects": [
        {
            "name": "甲七项目",
            "text": "甲八项目文",
            "investment": 711.9,
            "completed": 233.1,
            "unit": "甲九万元",
            "progress": 43,
            "status": "乙一状态",
            "owner": "乙二责任",
            "milestones": [{"title": f"乙三节点{n}", "date": f"2022-0{n + 3}-15", "done": n < 2} for n in range(4)],
            "photo": "photos/1.jpg",
        }
    ],
    "highlights": [{"title": "乙四亮点", "text": "乙五亮点文", "result": "乙六成效", "photo": "photos/2.jpg"}],
    "ambitions": [
        {
            "title": "乙七目标",
            "label": "乙八标签",
            "text": "乙九文",
            "now": "丙一现状",
            "goal": "丙二目标",
            "benchmark": "丙三标杆",
            "due": "2022-12-31",
        }
    ],
    "last_review": [
        {
            "comment": "丙四意见",
            "by": "丙五点评人",
            "action": "丙六整改",
            "evidence": "丙七佐证",
            "status": "done",
            "due": "2022-04-30",
            "origin": "戊二出处",
            "promise": "戊三承诺",
            "owner": "戊四责任",
            "checked_by": "戊五核查人",
        }
    ],
    "next_steps": [{"title": "丙八打算", "goal": "丙九要求", "owner": "丁一责任", "due": "2022-08-31"}],
    "photos": [{"file": "photos/3.jpg", "caption": "丁二图注", "alt": "丁三替代文字"}],
    "asks": [{"text": "丁四请求", "to": "丁五对象"}],
}


def said(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield each value of the outline above with its dotted path."""
    if isinstance(value, dict):
        for key, item in value.items():
            plain = path.rpartition(".")[2] in {"peers", "benchmarks"}
            if plain:
                yield f"{path}.name", key
                yield f"{path}.value", item
            else:
                yield from said(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from said(item, path)
    else:
        yield path, value


def test_the_outline_names_every_field_of_the_model() -> None:
    known = {path for path, hint in fields(Outline) if hint is not bool}
    written = {path for path, _ in said(WRITTEN)}
    assert sorted(known - written - set(NOT_SHOWN) - CHOICES) == []
    assert set(NOT_SHOWN) <= known


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the outline's photos."""
    home = tmp_path_factory.mktemp("whole")
    (home / "photos").mkdir()
    for number in (1, 2, 3):
        Image.new("RGB", (1600, 900), (number * 60, 90, 120)).save(home / "photos" / f"{number}.jpg")
    return home


def output(file: Path, lang: Lang) -> list[str]:
    """Return every text of the finished file: shapes, cells, charts, alternative texts, notes."""
    told: list[str] = []
    for page in read(build_deck(file, lang=lang).path):
        told += page.texts
        told += (cell for table in page.tables for row in table for cell in row)
        for chart in page.charts:
            told += (*chart.cache.categories, *chart.cache.series, *chart.labels, chart.alt)
            told += (f"{value:g}" for row in chart.cache.rows for value in row if value is not None)
        told += (*page.alts, *page.notes.split("\n"))
    return [bare(text) for text in told]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_text_and_figure_stands_in_the_file(folder: Path, lang: Lang) -> None:
    typed = {path for path, hint in fields(Outline) if "FilePath" in str(hint) or "When" in str(hint)}
    wanted = [
        (path, f"{value:g}" if isinstance(value, int | float) else value)
        for path, value in said(WRITTEN)
        if path not in typed | CHOICES | set(NOT_SHOWN) and not isinstance(value, bool)
    ]
    told = output(write(folder, WRITTEN), lang)
    missing = lost((str(text) for _, text in wanted), told)
    assert [(path, text) for path, text in wanted if str(text) in missing] == []
    assert not re.search(r"\{\w+\}", "".join(told))


def test_every_date_and_picture_stands_in_the_file(folder: Path) -> None:
    told = output(write(folder, WRITTEN), "zh")
    dates = {str(value) for _, value in said(WRITTEN) if re.fullmatch(r"2022-\d\d-\d\d", str(value))}
    printed = [f"{int(day[5:7])}月{int(day[8:])}日" for day in dates]
    assert lost(printed, told) == []
    described = ["丁三替代文字", "甲八项目文", "乙五亮点文"]
    assert (
        lost(described, [text for page in read(build_deck(folder / "unit.yaml").path) for text in map(bare, page.alts)])
        == []
    )

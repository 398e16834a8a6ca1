"""Outlines made by code: plain values written to a file (JSON is YAML), and the hard ones that pages must hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Plain = dict[str, Any]

RARE = "㵲水㵲河治理𠮷野家旁堃镕喆工程"
MARKUP = "产值<5%的企业 & \"三无\"产品 > 零 '单引' ]]>"
EMOJI = "好评👍🏽👨‍👩‍👧‍👦🇨🇳①⑩"
FORMULAS = ("=1+1", "+86增速", "@责任股", "-3号地块")
URL = "https://www.guangshui.gov.cn/zwgk/2022/05/30/t20220530_1112843.html?from=index&page=2#section-3"
WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
HARD = (RARE, MARKUP, EMOJI, *FORMULAS, URL, WORD)
SENTENCE = "统筹推进全市重点项目建设，对前期手续、资金拨付、征地拆迁逐项建账，按周调度、按月通报，"


def prose(characters: int, mark: str = "") -> str:
    """Return Chinese prose of exactly so many characters that begins with ``mark``."""
    return (mark + SENTENCE * (characters // len(SENTENCE) + 1))[: characters - 1] + "。"


def write(folder: Path, outline: Plain, name: str = "unit.yaml") -> Path:
    """Write an outline and return its file."""
    file = folder / name
    file.write_text(json.dumps(outline, ensure_ascii=False, indent=1), "utf-8")
    return file


def strings(outline: Plain, *leave_out: str) -> Iterator[str]:
    """Yield every text of an outline that people wrote for the audience: not dates, words of a choice, or files."""
    silent = {"as_of", "due", "date", "kind", "direction", "mode", "file", "photo", "status", *leave_out}
    for key, value in outline.items():
        if key not in silent:
            yield from _texts(value, silent)


def _texts(value: object, silent: set[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, silent)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in silent:
                yield from _texts(item, silent)


def unit(**sections: Any) -> Plain:
    """Return an outline of a county's unit at the end of May 2022."""
    return {"unit": {"name": "某某县发展和改革局", "short": "县发改局"}, "as_of": "2022-05-31", **sections}


def target(number: int, **more: Any) -> Plain:
    """Return one cumulative target, its figures by its number."""
    return {"name": f"第{number}项指标", "unit": "万元", "target": 1000 + number, "actual": 400 + 7 * number, **more}


def measure(number: int, length: int = 24) -> Plain:
    """Return a weak point with its measure, each text so long."""
    return {
        "problem": prose(length, f"问题{number}号"),
        "cause": prose(length, f"原因{number}号"),
        "action": prose(length, f"举措{number}号"),
        "owner": f"第{number}股",
        "due": f"2022-{6 + number % 7:02}-28",
        "status": ("under_way", "overdue", "done")[number % 3],
    }


def everything() -> Plain:
    """Return one outline that has every section, long, with every hard character."""
    return unit(
        slogan=MARKUP,
        duties=[
            {"title": f"职责{n}{RARE if n == 2 else ''}", "text": prose(120 + 40 * n, f"第{n}条")} for n in range(8)
        ],
        targets=[
            *(target(n) for n in range(18)),
            target(90, name="零目标指标", target=0),
            target(91, name="零完成指标", actual=0),
            {"name": "无数据指标", "unit": "个", "target": 5},
            {"name": f"{EMOJI}{MARKUP}", "unit": "人", "target": 10, "actual": 30},
            {"name": "从负数转正", "unit": "万元", "target": 100, "actual": 50, "base": -20},
            {"name": "失业率", "unit": "%", "kind": "level", "direction": "lower", "target": 4, "actual": 3.37},
            {"name": "债务等级", "kind": "qualitative", "target": {"text": "保持绿色"}, "actual": {"text": "绿色"}},
            *({"name": f"{word}指标", "unit": "项", "target": 4, "actual": n} for n, word in enumerate(FORMULAS)),
            target(
                92,
                name="带走势和构成",
                series={f"{m}月": m * 10 for m in range(1, 6)},
                parts={f"部分{n}": 20 * n for n in range(1, 8)},
            ),
            target(
                93,
                name="带位次",
                ranks=[
                    {
                        "scope": "全市",
                        "metric": "总量",
                        "rank": 4,
                        "previous": 9,
                        "peers": {f"示例县{n}": 100 - n for n in range(12)} | {"县发改局": 96.5},
                    }
                ],
            ),
        ],
        measures=[measure(n, 60) for n in range(9)],
        projects=[
            {
                "name": f"项目{n}{'一期二期三期四期' * 3}",
                "text": prose(70, f"项目{n}说"),
                "investment": 1200 + n,
                "completed": 300,
                "unit": "万元",
                "progress": 25,
                "status": "慢",
                "owner": "项目股",
                "milestones": [{"title": f"节点{n}{m}", "date": f"2022-0{m + 3}-15", "done": m < 2} for m in range(5)],
            }
            for n in range(4)
        ],
        highlights=[{"title": f"亮点{n}", "text": prose(90, f"亮{n}"), "result": f"{n}个工作日"} for n in range(7)],
        ambitions=[
            {"label": "争一流", "title": "综合考核", "now": "全市第4", "goal": "全市前2", "text": prose(80, "争")},
            {"label": "创品牌", "title": prose(40, "品牌"), "goal": prose(40, "目标"), "benchmark": URL},
        ],
        last_review=[
            {"comment": prose(60, f"意见{n}"), "action": prose(120, f"整改{n}"), "by": "点评人", "status": "done"}
            for n in range(6)
        ],
        next_steps=[
            {
                "title": prose(30, f"打算{n}"),
                "goal": prose(50, f"要{n}"),
                "due": f"2022-{n + 6:02}-30",
                "owner": "办公室",
            }
            for n in range(7)
        ],
        asks=[{"text": prose(70, f"提请{n}"), "to": "分管副县长"} for n in range(4)],
    )

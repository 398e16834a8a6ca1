"""Writes a made-up session of any size: ``python bench/make_session.py FOLDER --units 80 [--seed 1]``.

Units, targets and measures are drawn from distributions, the same for the same seed; all of it is marked as a sample,
and no person is named. Some outlines are long, some in English, some wrong in one of several ways, and some that the
session names are not there, as in a real session the evening before.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image

BROKEN, MISSING, LONG, ENGLISH, WITH_PHOTO, WITH_SERIES = 0.03, 0.02, 0.10, 0.05, 0.3, 0.25
PHOTOS = 12
SERIES = 40
FIRST, SECOND = "青白石龙云大东南西北安平", "山河湖岭溪泉坪桥沙林城塘"
_WORKS = (
    "财政、发改、教育、科技、公安、民政、司法、人社、自然资源、生态环境、住建、交通运输、水利、农业农村、"
    "商务、文旅、卫健、应急管理、审计、市场监管、统计、医保、城管、林业"
)
BUREAUS = [f"{work}局" for work in _WORKS.split("、")]
KINDS = [*((name, "市直") for name in BUREAUS), ("镇", "镇办"), ("街道办事处", "镇办"), ("乡", "镇办")]
KINDS += [("经济开发区", "园区"), ("工业园区", "园区"), ("税务局", "垂管"), ("供电公司", "垂管"), ("气象局", "垂管")]
# Name, unit, size of a year's target, how it counts.
INDICATORS = [
    ("一般公共预算收入", "万元", 90_000, ""),
    ("固定资产投资", "亿元", 60, ""),
    ("规上工业增加值增速", "%", 9, "增速"),
    ("社会消费品零售总额", "亿元", 40, ""),
    ("招商引资到位资金", "亿元", 25, ""),
    ("城镇新增就业", "人", 12_000, ""),
    ("外贸进出口", "亿元", 14, ""),
    ("新增规上企业", "家", 20, ""),
    ("农村公路提档升级", "公里", 150, ""),
    ("老旧小区改造", "个", 36, ""),
    ("高标准农田", "亩", 30_000, ""),
    ("城镇登记失业率", "%", 4, "水平"),
    ("安全事故起数", "起", 12, "控制数"),
    ("空气优良天数比例", "%", 85, "水平"),
    ("办件按时办结率", "%", 98, "水平"),
    ("向上争取资金", "万元", 50_000, ""),
]
PROBLEMS = [
    "进度慢于序时",
    "要素保障不足",
    "项目前期周期长",
    "资金拨付偏慢",
    "征迁扫尾难",
    "专业人手紧",
    "企业开工不足",
]
CAUSES = [
    "雨天多、材料涨价",
    "用地手续未齐",
    "设计变更多次",
    "上级资金未到",
    "个别户未签约",
    "年轻干部轮岗",
    "订单减少",
]
ACTIONS = ["挂图作战，周调度、月通报", "专班驻点，逐项销号", "并联审批，压缩一半时限", "提前垫付，按节点清算"]
OFFICES = ["办公室", "综合股", "规划股", "项目股", "业务一股", "业务二股", "督查室"]
DUTIES = ["统筹年度计划", "管理专项资金", "服务重点项目", "监管行业安全", "指导镇办工作", "承办改革任务"]


def main() -> None:
    """Write the session that the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--units", type=int, default=80)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    make_session(asked.folder, asked.units, asked.seed)


def make_session(folder: Path, count: int, seed: int = 1) -> None:
    """Write a session of so many units. A unit's outline depends on the seed and its number alone, not on the count."""
    for name in ("units", "data", "photos"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in range(PHOTOS):
        _photo(folder / "photos" / f"{number:02}.jpg", number)
    for number in range(SERIES):
        (folder / "data" / f"{number:02}.csv").write_text(_series(random.Random(f"{seed} series {number}")), "utf-8")
    places = list(product(("", *FIRST), FIRST, SECOND))
    names, groups = [], {}
    for number in range(count):
        draw = random.Random(f"{seed} {number}")
        ending, group = KINDS[number % len(KINDS)]
        name = "".join(places[number // len(KINDS) % len(places)]) + ending
        names.append(name)
        groups.setdefault(group, []).append(name)
        if draw.random() >= MISSING:
            text = _outline(draw, name, group)
            (folder / "units" / f"{number + 1:05}-{name}.yaml").write_text(text, "utf-8")
    session = {
        "会议名称": f"{count} 个单位的工作汇报会（示例）",
        "会议时间": "2022-05-30",
        "数据截至": "2022-05-31",
        "汇报时长": 8,
        "汇报顺序": random.Random(seed).sample(names, count),
        "分组": groups,
    }
    (folder / "session.yaml").write_text(_yaml(session), "utf-8")


def _outline(draw: random.Random, name: str, group: str) -> str:
    length = 3 if draw.random() < LONG else 1
    outline = {
        "单位": {"名称": name, "组别": group, "汇报人": "主要负责人"},
        "示例": True,
        "职责": [{"标题": duty, "内容": _prose(draw, 12 * length)} for duty in draw.sample(DUTIES, draw.randint(3, 6))],
        "目标": _targets(draw, length),
        "举措": [_measure(draw, length) for _ in range(min(9, 1 + int(draw.expovariate(0.5))) * length)],
        "项目": [_project(draw, number) for number in range(draw.choice((0, 2, 3, 4, 6)))],
        "下一步": [{"打算": _prose(draw, 14), "时限": f"2022-{draw.randint(6, 12):02}-28"} for _ in range(4)],
    }
    if draw.random() < WITH_PHOTO:
        outline["图片"] = [
            {"文件": f"photos/{number:02}.jpg", "说明": "现场（示例）"}
            for number in draw.sample(range(PHOTOS), draw.randint(1, 3))
        ]
    if draw.random() < ENGLISH:
        outline = {
            "unit": {"name": f"Bureau {draw.randrange(10_000)}", "group": group},
            "sample": True,
            "duties": ["Plans the year's work", "Watches over projects"],
            "targets": [_english_target(draw, number) for number in range(draw.randint(3, 9))],
            "next_steps": [{"title": "Close what is behind", "due": "2022-09-30"}],
        }
    text = _yaml({key: value for key, value in outline.items() if value != []})
    return draw.choice(BREAKS)(text) if draw.random() < BROKEN else text


def _targets(draw: random.Random, length: int) -> list[dict[str, Any]]:
    count = min(len(INDICATORS), max(3, round(draw.gauss(7, 2.5)) + 3 * (length - 1)))
    return [_target(draw, *indicator) for indicator in draw.sample(INDICATORS, count)]


def _target(draw: random.Random, name: str, unit: str, size: float, kind: str) -> dict[str, Any]:
    goal = size if unit == "%" else round(size * draw.lognormvariate(0, 0.5), 0 if size > 100 else 1)
    target: dict[str, Any] = {"指标": name, "单位": unit, "目标": goal}
    if kind:
        target["类型"] = kind
    if kind == "控制数":
        target |= {"方向": "逆向", "目标": {"数值": max(1, round(goal)), "依据": "控制数"}}
    if draw.random() < 0.04:
        return target  # not reported
    share = 1 + draw.gauss(0, 0.06) if kind in ("水平", "增速") else max(0.0, draw.gauss(0.42, 0.12))
    actual = round(goal * share, 0 if size > 100 or kind == "控制数" else 2)
    target["完成"] = int(actual) if actual == int(actual) else actual
    if not kind and actual and draw.random() < 0.7:
        target["上年同期"] = round(actual / (1 + draw.gauss(0.06, 0.1)), 0 if size > 100 else 2)
    if not kind and draw.random() < 0.4:
        of = draw.choice((8, 12, 17))
        target["位次"] = [{"范围": "全市", "指标": "总量", "位次": draw.randint(1, of), "总数": of}]
    if name == "一般公共预算收入" and draw.random() < WITH_SERIES * 3:
        target["走势"] = f"data/{draw.randrange(SERIES):02}.csv"
    return target


def _english_target(draw: random.Random, number: int) -> dict[str, Any]:
    goal = draw.randint(20, 900)
    return {"name": f"Indicator {number + 1}", "unit": "km", "target": goal, "actual": round(goal * draw.random(), 1)}


def _measure(draw: random.Random, length: int) -> dict[str, str]:
    return {
        "问题": draw.choice(PROBLEMS) + "，" * (length > 1) + _prose(draw, 20 * (length - 1)),
        "原因": draw.choice(CAUSES),
        "举措": f"{draw.choice(ACTIONS)}，{_prose(draw, 12 * length)}",
        "责任": draw.choice(OFFICES),
        "时限": f"2022-{draw.randint(6, 12):02}-{draw.randint(1, 28):02}",
        "状态": draw.choice(("推进中", "未启动", "已完成")),
    }


def _project(draw: random.Random, number: int) -> dict[str, Any]:
    total = round(draw.lognormvariate(0.5, 0.8), 2)
    share = draw.random()
    return {
        "名称": f"{draw.choice(FIRST)}{draw.choice(SECOND)}项目{number + 1}",
        "总投资": total,
        "完成投资": round(total * share, 2),
        "单位": "亿元",
        "进度": round(100 * share, 1),
        "状态": "正常" if share > 0.35 else "偏慢",
        "责任": draw.choice(OFFICES),
        "节点": [{"节点": "主体完工", "时间": f"2022-{draw.randint(6, 12):02}-30"}],
    }


def _prose(draw: random.Random, characters: int) -> str:
    words = (
        "推进",
        "项目",
        "建设",
        "资金",
        "企业",
        "服务",
        "改革",
        "安全",
        "镇村",
        "重点",
        "调度",
        "落实",
        "清单",
        "进度",
    )
    return "".join(draw.choice(words) for _ in range(characters // 2))


def _series(draw: random.Random) -> str:
    level, lines = draw.uniform(3_000, 9_000), ["时期,数值,上年同期"]
    for month in range(1, 6):
        lines.append(f"{month}月,{round(level * month)},{round(level * month * draw.uniform(0.85, 1.1))}")
    return "\n".join(lines) + "\n"


def _photo(file: Path, number: int) -> None:
    """Write a picture of noise in a colour; every third is larger than a slide shows, as a camera's is."""
    size = (4000, 2600) if number % 3 == 0 else (1600, 1040)
    draw = random.Random(f"photo {number}")
    small = Image.new("RGB", (80, 52))
    small.putdata([tuple(draw.randrange(60, 220) for _ in range(3)) for _ in range(80 * 52)])
    small.resize(size, Image.Resampling.BICUBIC).save(file, "JPEG", quality=85)


def _yaml(value: dict[str, Any]) -> str:
    """Return YAML with a line for each key and item of the first two levels, JSON below: quick to write and to read."""
    lines = []
    for key, part in value.items():
        if isinstance(part, list):
            lines += [f"{key}:", *(f"  - {json.dumps(each, ensure_ascii=False)}" for each in part)]
        else:
            lines.append(f"{key}: {json.dumps(part, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


BREAKS: list[Callable[[str], str]] = [
    lambda text: text.replace("目标:", "目表:", 1).replace("targets:", "tragets:", 1),
    lambda text: text.replace("}", "", 1),
    lambda text: text + "图片:\n  - {文件: ../../../etc/passwd, 说明: x}\n",
    lambda text: text + "数据截至: 去年\n",
    lambda _text: "",
]


if __name__ == "__main__":
    main()

"""R14, the reference deck that every program of this bench builds: its content, in 80 variants, and two photos.

Fourteen slides, 16:9: title, agenda, six duties of 40 characters, a table of key figures 8×7 with cell fills, six
charts (columns 8×2 with labels, lines 12×2, ranking of 17, doughnut of 5, stacked columns 5×4, lines 12×2 with
labels), two photos of 1600×900 with captions, a table of measures 6×5, a timeline of 12 steps, closing. Notes of 200
characters on every slide. The same seed gives the same text and figures.
"""

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

VARIANTS = 80
DATA = Path(__file__).parent / "data"

_PAIRS = (
    "推进落实完善优化提升强化保障建设项目管理质量安全生产经营指标目标完成计划季度年度同比增长下降成本收入市场"
    "产品研发创新技术数据平台系统流程制度风险合规审计检查整改培训人员团队绩效考核协同部门区域采购物流交付服务"
    "响应满意投诉处理及时准确效率资源预算执行偏差分析措施责任节点验收总结汇报重点专项"
)
WORDS = [_PAIRS[start : start + 2] for start in range(0, len(_PAIRS), 2)]
REGIONS = ("华东", "华南", "华北", "西南", "西北", "东北", "华中", "海外")
_NAMES = "上海北京广州深圳杭州南京成都重庆武汉西安天津苏州青岛长沙郑州合肥福州"
CITIES = [_NAMES[start : start + 2] for start in range(0, len(_NAMES), 2)]
MONTHS = tuple(f"{month}月" for month in range(1, 13))
TABLE_HEAD = ["指标", "单位", "目标值", "实际值", "完成率", "同比", "状态"]


def sentence(source: random.Random, length: int) -> str:
    """Return a made-up sentence of exactly ``length`` characters."""
    text = ""
    while len(text) < length:
        text += source.choice(WORDS) + (source.choice("，、；") if source.random() < 0.16 else "")
    return text[: length - 1] + "。"


def reference_deck(variant: int) -> list[dict[str, Any]]:
    """Return the fourteen slides of one variant, each a dict with its kind, title, content and notes."""
    source = random.Random(1000 + variant)

    def figures(count: int, low: float, high: float) -> list[float]:
        return [round(source.uniform(low, high), 1) for _ in range(count)]

    def chart(kind: str, title: str, categories: Any, series: Any, *, labels: bool) -> dict[str, Any]:
        return {
            "kind": "chart",
            "chart": kind,
            "title": title,
            "categories": list(categories),
            "series": series,
            "labels": labels,
        }

    slides: list[dict[str, Any]] = [
        {
            "kind": "title",
            "title": f"{2020 + variant % 7}年度工作汇报（第{variant + 1}期）",
            "subtitle": "综合管理部\n二〇二六年一月",
        },
        {"kind": "bullets", "title": "目录", "items": [sentence(source, 12) for _ in range(6)]},
        {"kind": "bullets", "title": "岗位职责与分工", "items": [sentence(source, 40) for _ in range(6)]},
        {"kind": "table", "title": "关键指标完成情况", "rows": [TABLE_HEAD, *(_indicator(source) for _ in range(7))]},
        chart(
            "column",
            "各区域目标与实际对比",
            REGIONS,
            [["目标", figures(8, 100, 200)], ["实际", figures(8, 80, 220)]],
            labels=True,
        ),
        chart(
            "line", "月度收入走势", MONTHS, [["本年", figures(12, 50, 99)], ["上年", figures(12, 40, 90)]], labels=False
        ),
        chart("bar", "城市排名", CITIES, [["数额", sorted(figures(17, 10, 300))]], labels=True),
        chart(
            "doughnut",
            "收入构成",
            ("产品", "服务", "工程", "租赁", "其他"),
            [["占比", [0.42, 0.25, 0.18, 0.1, 0.05]]],
            labels=True,
        ),
        chart(
            "stacked",
            "成本结构",
            [f"{year}年" for year in range(2021, 2026)],
            [[name, figures(5, 10, 60)] for name in ("人工", "材料", "能耗", "管理")],
            labels=False,
        ),
        chart(
            "line",
            "投诉与及时处理",
            MONTHS,
            [["投诉件数", figures(12, 5, 60)], ["及时处理", figures(12, 5, 60)]],
            labels=True,
        ),
        {
            "kind": "pictures",
            "title": "现场照片",
            "pictures": ["photo1.jpg", "photo2.jpg"],
            "captions": [sentence(source, 14), sentence(source, 14)],
        },
        {"kind": "table", "title": "改进措施", "rows": _measures(source)},
        {
            "kind": "timeline",
            "title": "重点工作时间轴",
            "steps": [[month, sentence(source, 10)] for month in MONTHS],
        },
        {"kind": "title", "title": "谢谢！", "subtitle": "敬请批评指正"},
    ]
    for slide in slides:
        slide["notes"] = sentence(source, 200)
    return slides


def write_data() -> None:
    """Write every variant and the photos into ``bench/data`` unless they are there."""
    DATA.mkdir(exist_ok=True)
    for variant in range(VARIANTS):
        file = DATA / f"r14_{variant}.json"
        if not file.exists():
            file.write_text(json.dumps(reference_deck(variant), ensure_ascii=False), "utf-8")
    for number in (1, 2):
        file = DATA / f"photo{number}.jpg"
        if not file.exists():
            _photo(number).save(file, quality=85)


def _indicator(source: random.Random) -> list[str]:
    target = source.randint(50, 900)
    actual = round(target * source.uniform(0.8, 1.2), 1)
    share = actual / target
    status = "正常" if share >= 1 else "关注" if share > 0.9 else "预警"
    name = source.choice(WORDS) + source.choice(WORDS) + "率"
    unit = source.choice(("万元", "%", "件", "吨"))
    return [name, unit, str(target), str(actual), f"{share:.1%}", f"{source.uniform(-0.1, 0.2):+.1%}", status]


def _measures(source: random.Random) -> list[list[str]]:
    rows = [["序号", "问题", "措施", "责任部门", "完成时间"]]
    for number in range(1, 6):
        owner, due = source.choice(WORDS) + "部", f"{source.randint(1, 12)}月底"
        rows.append([str(number), sentence(source, 14), sentence(source, 18), owner, due])
    return rows


def _photo(seed: int) -> Image.Image:
    """Return noise at several scales: as hard to compress as a real photo of that size."""
    source = np.random.default_rng(seed)
    height, width = 900, 1600
    picture = np.zeros((height, width, 3), np.float32)
    for scale, weight in ((8, 90), (24, 60), (80, 40), (200, 22), (450, 12)):
        noise = (source.random((int(scale * 9 / 16) + 1, scale, 3)) * 255).astype("uint8")
        picture += np.asarray(Image.fromarray(noise).resize((width, height)), np.float32) * weight / 224
    picture += source.normal(0, 3, (height, width, 1))
    return Image.fromarray(np.clip(picture, 0, 255).astype("uint8"))

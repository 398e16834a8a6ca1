"""Sessions made up for tests: small, with a data file and a photo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

SESSION = """\
会议名称: 第一期汇报会
会议时间: 2022-05-30
数据截至: 2022-05-31
汇报时长: 30
"""
UNIT = """\
单位: {{名称: {name}, 组别: 市直}}
职责: [组织{name}的工作]
目标:
  - 指标: 一般公共预算收入
    单位: 万元
    目标: 105600
    完成: 34096
"""
WITH_FILES = UNIT + "    走势: data/revenue.csv\n图片:\n  - {{文件: photos/hall.png, 说明: 大厅}}\n"
# One a way in which an outline can be bad, with the code that it is told by.
BAD = {
    "断行": ("单位: 甲\n职责: [做事\n", "UD1"),
    "错字": ("单位: 甲\n职责: [做事]\n目表: []\n", "UD201"),
    "越界": ("单位: 甲\n职责: [做事]\n图片:\n  - {文件: ../../../../etc/passwd, 说明: x}\n", "UD602"),
    "深层": ("单位: 甲\n职责: " + "[" * 100_000 + "\n", "UD1"),
    "炸弹": ("单位: &a [甲, 甲]\n职责: [*a, *a]\n", "UD1"),
    "空白": ("", "UD1"),
}


def make_session(
    folder: Path, names: Sequence[str] = ("财政局", "发改局", "交通局"), *, session: str = SESSION
) -> Path:
    """Write a session whose first unit has a data file and a photo, and return its folder."""
    for name in ("units", "data", "photos"):
        (folder / name).mkdir(parents=True)
    (folder / "session.yaml").write_text(session, "utf-8")
    (folder / "data" / "revenue.csv").write_text("时期,数值,上年同期\n4月,28000,27000\n5月,34096,31000\n", "utf-8")
    Image.linear_gradient("L").resize((1200, 800)).save(folder / "photos" / "hall.png")
    for number, name in enumerate(names, 1):
        text = (UNIT if number > 1 else WITH_FILES).format(name=name)
        (folder / "units" / f"{number:02}-{name}.yaml").write_text(text, "utf-8")
    return folder

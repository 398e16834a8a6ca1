"""Folders of sessions: outlines written as YAML (JSON is YAML), with broken and missing ones among them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from support.outlines import Plain

EVIL = ('=HYPERLINK("http://x")', "+86 <script>alert(1)</script>", '@甲 & "乙"', "-1</td>")


def figure(name: str, target: object, actual: object = None, **more: Any) -> Plain:
    """Return a cumulative target."""
    return {"name": name, "unit": "万元", "target": target, "actual": actual, **more}


def unit(name: str, group: str, *targets: Plain, **sections: Any) -> Plain:
    """Return an outline whose data end with May 2022: the schedule is 5/12."""
    return {"unit": {"name": name, "group": group}, "as_of": "2022-05", "targets": list(targets), **sections}


def session(folder: Path, units: dict[str, Plain | str], **particulars: Any) -> Path:
    """Write a session of outlines by their file names (a text is written as it is) and return its folder."""
    (folder / "units").mkdir(parents=True)
    for name, outline in units.items():
        text = outline if isinstance(outline, str) else json.dumps(outline, ensure_ascii=False, indent=0)
        (folder / "units" / f"{name}.yaml").write_text(text, "utf-8")
    plain = {"title": "第二次会议", "date": "2022-05-30", "status": "yinchuan"} | particulars
    (folder / "session.yaml").write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
    return folder


def two_sessions(folder: Path) -> Path:
    """Return the second of two sessions: ties, missing figures, 0, a broken outline, one missing, evil texts."""
    measure = {"problem": EVIL[0], "action": EVIL[1], "owner": EVIL[2], "due": "2022-04-30", "target": "=1+1"}
    now = {
        "01-甲局": unit("甲局", "市直", figure("收入", 100, 45), figure("=1+1", 100, 29), measures=[measure]),
        "02-乙局": unit("乙局", "市直", figure("收入", 100, 45), figure("支出", 100, 29)),
        "03-丙局": unit("丙局", "市直", figure("收入", 100, 43), figure("支出", 100, 43)),
        "04-丁局": unit("丁局", "市直", figure("收入", 100)),
        "05-戊局": unit("戊局", "市直", figure("收入", 100, "许多")),
        "06-己局": unit("己局", "市直", figure("收入", 100, 0), figure("支出", 100)),
        "07-某镇": unit(
            "某镇",
            EVIL[3],
            figure("收入", 100, 45),
            figure("失业率", 4, 3.37, unit="%", kind="level", direction="lower"),
            figure("事故", 8, 9, unit="起", kind="cap_count", direction="lower"),
        ),
        "08-无组": unit("无组", "", figure("三分之一", 3, 1), figure("八分之三", 8, 3), figure("零", 3, 0)),
        "09-坏": "[[[",
    }
    before = {
        "甲局": unit("甲局", "市直", figure("收入", 100, 44), figure("=1+1", 100, 43)),
        "乙局": unit("乙局", "市直", figure("收入", 100, 41), figure("支出", 100, 29)),
        "丙局": unit("丙局", "市直", figure("收入", 100, 10), figure("支出", 100, 10)),
        "己局": unit("己局", "市直", figure("收入", 100, 5)),
        "某镇": unit("某镇", "乡镇", figure("收入", 100, 45)),
    }
    session(folder / "first", before)
    order = ["甲局", "乙局", "丙局", "丁局", "没交局"]
    return session(folder / "second", now, previous="../first", order=order)

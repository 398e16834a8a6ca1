"""What the commands' tests share: an outline, a bad one, and a way to run a command line."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from unitdeck.base.language import Lang
from unitdeck.cli.main import run

GOOD = """\
单位: 某某县财政局
数据截至: 2022-05-31
职责: [组织收入, 安排支出]
目标:
  - {指标: 一般公共预算收入, 单位: 万元, 目标: 105600, 完成: 34096}
举措:
  - {问题: 收入欠序时, 举措: 走访企业, 责任: 税政股, 时限: 2022-09-30, 对应指标: 一般公共预算收入}
"""
BAD = GOOD.replace("34096", "许多")


class Shown(NamedTuple):
    """A command's exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Shown]:
    """Return a function that runs a command line in Chinese, or in the language given."""

    def call(*arguments: object, lang: Lang = "zh") -> Shown:
        code = run([str(argument) for argument in arguments], lang)
        return Shown(code, *capsys.readouterr())

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return an outline without fault."""
    file = tmp_path / "好.yaml"
    file.write_text(GOOD, "utf-8")
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return an outline with one error, in line 5."""
    file = tmp_path / "坏.yaml"
    file.write_text(BAD, "utf-8")
    return file

"""What a build may not import, and that imports go down the floors only."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "pptx": "python-pptx compiles templates and reads decks in tests",
    "docx": "writes the papers around a meeting",
    "lxml": "comes with python-pptx",
    "matplotlib": "draws what PowerPoint has no chart for",
    "openpyxl": "reads workbooks in tests",
    "xlsxwriter": "writes the workbooks of a session; comes with python-pptx too",
    "python_calamine": "reads a session's list of units",
    "pydantic": "reads a template's settings when it is compiled",
    "PIL": "prepares pictures, where there are any",
}
OUTLINE = """\
单位: 某某县财政局
数据截至: 2022-05-31
职责: [组织收入, 安排支出]
目标:
  - {指标: 一般公共预算收入, 单位: 万元, 目标: 105600, 完成: 34096}
举措:
  - {问题: 收入欠序时, 举措: 走访企业, 责任: 税政股, 时限: 2022-09-30, 对应指标: 一般公共预算收入}
"""
LOADED = """
import sys
sys.argv[0] = "unitdeck"
from unitdeck.cli.main import main
try:
    main()
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def modules_of(arguments: list[str]) -> set[str]:
    """Return the top modules and all of ours that a command line imports in its own process."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    names = done.stderr.split()
    return {name.partition(".")[0] for name in names} | {name for name in names if name.startswith("unitdeck.")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules of a build whose template is compiled already."""
    outline = tmp_path_factory.mktemp("imports") / "财政局.yaml"
    outline.write_text(OUTLINE, "utf-8")
    modules_of(["build", str(outline)])
    return modules_of(["build", str(outline)])


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_build_leaves_out(built: set[str], name: str) -> None:
    assert name not in built, HEAVY[name]


def test_build_loads_no_other_command(built: set[str]) -> None:
    others = {
        f"unitdeck.cli.{name}" for name in ("init", "check", "schema", "explain", "template", "session", "doctor")
    }
    assert not others & built


def test_help_loads_no_command() -> None:
    loaded = modules_of(["--help"])
    assert not {name for name in loaded if name.startswith(("unitdeck.build", "unitdeck.cli.build", "unitdeck.source"))}
    assert "jinja2" not in loaded
    assert "yaml" not in loaded


def test_floors(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    program = str(tool) if tool.exists() else shutil.which("lint-imports")
    assert program, "import-linter is not installed (pip install -e '.[dev]')"
    done = subprocess.run([program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

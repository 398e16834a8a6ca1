import json
from collections.abc import Callable
from pathlib import Path

import pytest

from unitdeck.base.catalog import codes
from unitdeck.cli import main
from unitdeck.cli.doctor import LIBRARIES
from unitdeck.outline.load import load_outline
from unitdeck.session.founding.starter import starter


def test_check_finds_without_building(command: Callable, bad: Path) -> None:
    shown = command("check", bad)
    assert shown.code == 1
    assert f"{bad}:5:" in shown.out
    assert shown.err == "检查了 1 份提纲\n"
    assert not bad.with_suffix(".pptx").exists()


def test_check_of_a_good_outline_is_quiet_on_stdout(command: Callable, good: Path) -> None:
    shown = command("check", good)
    assert (shown.code, shown.out, shown.err) == (0, "", "检查了 1 份提纲，没有发现问题\n")


@pytest.mark.parametrize("form", ["json", "github", "concise"])
def test_check_prints_the_format_asked_for(command: Callable, bad: Path, form: str) -> None:
    shown = command("check", bad, "--output-format", form)
    assert shown.code == 1
    if form == "json":
        assert [finding["line"] for finding in json.loads(shown.out)] == [5]
    elif form == "github":
        assert shown.out.startswith("::error file=")
    else:
        assert shown.out.splitlines()[0].startswith(f"{bad}:5:")


def test_check_json_of_a_good_outline_is_an_empty_list(command: Callable, good: Path) -> None:
    shown = command("check", good, "--output-format", "json")
    assert (shown.code, json.loads(shown.out), shown.err) == (0, [], "")


def test_check_strict_fails_at_a_warning(command: Callable, good: Path) -> None:
    good.write_bytes(good.read_text("utf-8").encode("gb18030"))
    assert command("check", good).code == 0
    assert command("check", "--strict", good).code == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_starter_is_a_whole_outline_that_builds(command: Callable, tmp_path: Path, lang: str) -> None:
    shown = command("init", tmp_path / "new", lang=lang)
    assert shown.code == 0
    (file,) = (tmp_path / "new").iterdir()
    outline = load_outline(file).value
    assert all((outline.duties, outline.targets, outline.measures, outline.highlights, outline.ambitions, outline.asks))
    assert outline.sample
    assert command("build", file, lang=lang).code == 0


def test_init_writes_the_file_named(command: Callable, tmp_path: Path) -> None:
    assert command("init", tmp_path / "units" / "财政局.yaml").code == 0
    assert (tmp_path / "units" / "财政局.yaml").read_text("utf-8") == starter("zh")


def test_init_never_overwrites(command: Callable, good: Path) -> None:
    before = good.read_text("utf-8")
    shown = command("init", good)
    assert shown.code == 1
    assert "UD707" in shown.err
    assert good.read_text("utf-8") == before


@pytest.mark.parametrize("kind", ["outline", "session"])
def test_schema_is_json_on_stdout(command: Callable, kind: str) -> None:
    shown = command("schema", kind)
    assert shown.code == 0
    assert json.loads(shown.out)["$schema"].endswith("2020-12/schema")


def test_schema_into_a_file(command: Callable, tmp_path: Path) -> None:
    file = tmp_path / "outline.json"
    shown = command("schema", "-o", file)
    assert (shown.code, shown.out) == (0, "")
    assert "目标" in file.read_text("utf-8")


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(command: Callable, code: str) -> None:
    for lang in ("zh", "en"):
        shown = command("explain", code.lower(), lang=lang)
        assert shown.code == 0
        assert shown.out.startswith(code)
        assert len(shown.out.splitlines()) >= 3


def test_an_unknown_code_is_a_slip(command: Callable) -> None:
    shown = command("explain", "UD999")
    assert shown.code == 2
    assert "UD703" in shown.err


def test_templates_are_listed_with_their_folder(command: Callable, root: Path) -> None:
    shown = command("template", "list")
    rows = [row.split("\t") for row in shown.out.splitlines()]
    assert ("report", str(root / "templates" / "report")) in [(row[0], row[-1]) for row in rows]


def test_a_template_shows_its_layouts(command: Callable) -> None:
    shown = command("template", "show", "report")
    assert shown.code == 0
    assert "339 × 190" in shown.out
    assert "overview" in shown.out


def test_a_template_that_is_not_there(command: Callable) -> None:
    shown = command("template", "show", "raport")
    assert shown.code == 1
    assert "report" in shown.err


def test_doctor_looks_at_everything(command: Callable) -> None:
    shown = command("doctor")
    assert shown.code == 0
    assert all(name in shown.out for name in LIBRARIES)
    assert "✗" not in shown.out


def test_doctor_says_what_to_do_about_a_cache_that_cannot_be_written(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("UNITDECK_CACHE_DIR", str(tmp_path / "file" / "cache"))
    shown = command("doctor")
    assert shown.code == 1
    assert "UNITDECK_CACHE_DIR" in shown.out


def test_ctrl_c_exits_130(command: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_name: str) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.importlib, "import_module", interrupted)
    shown = command("doctor")
    assert shown.code == 130
    assert "已停止" in shown.err


@pytest.mark.parametrize(("debug", "traceback"), [("", False), ("1", True)])
def test_a_fault_shows_its_traceback_only_when_asked(
    command: Callable, monkeypatch: pytest.MonkeyPatch, debug: str, traceback: bool
) -> None:
    monkeypatch.setenv("UNITDECK_DEBUG", debug)
    monkeypatch.setattr("unitdeck.cli.template.templates", lambda _folders: 1 / 0)
    shown = command("template", "list")
    assert shown.code == 1
    assert "UD703" in shown.err
    assert ("Traceback" in shown.err) == traceback

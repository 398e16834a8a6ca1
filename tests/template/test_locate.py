import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from unitdeck.base.diagnostics import BuildError
from unitdeck.template import locate
from unitdeck.template.style import Fit


@pytest.fixture
def report(root: Path) -> Path:
    return root / "templates" / "report"


@pytest.fixture
def own(tmp_path: Path, report: Path) -> Path:
    """A session's folder with a report template of its own."""
    shutil.copytree(report, tmp_path / "templates" / "report")
    return tmp_path


def code_of(spec: str, folders: tuple[tuple[Path, str], ...]) -> tuple[str, dict[str, object]]:
    with pytest.raises(BuildError) as bad:
        locate.load(spec, folders)
    (found,) = bad.value.diagnostics
    return found.code, dict(found.data)


def test_the_session_s_own_comes_before_an_option_before_the_built_in(own: Path, report: Path, tmp_path: Path):
    other = tmp_path / "other"
    shutil.copytree(report, other / "report")
    folders = locate.search_path(own, [other])
    assert [origin for _, origin in folders] == ["session", "option", "built-in"]
    assert locate.find("report", folders).folder == own / "templates" / "report"
    assert locate.find("report", folders[1:]).folder == other / "report"
    assert locate.find("", folders[2:]).folder == report


def test_a_hidden_template_is_listed_once(own: Path):
    found = list(locate.templates(locate.search_path(own)))
    assert [(each.name, each.origin) for each in found if each.name == "report"] == [("report", "session")]


def test_a_folder_by_its_path(own: Path):
    found = locate.find(str(own / "templates" / "report"), ())
    assert (found.name, found.origin) == ("report", "path")


def test_an_at_sign_in_a_folder_is_part_of_its_path(own: Path):
    home = own / "a@b"
    shutil.copytree(own / "templates", home)
    assert locate.find(str(home / "report"), ()).folder == home / "report"
    assert locate.find(f"{home / 'report'}@1", ()).folder == home / "report"
    assert code_of(f"{home / 'report'}@2", ())[0] == "UD503"


@pytest.mark.parametrize("spec", ["..", ".", "@1", "../templates/report"])
def test_only_a_name_is_looked_up_in_the_folders(own: Path, spec: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(own)
    (own / "template.yaml").write_text("", encoding="utf-8")
    folders = ((own / "templates", "session"),)
    expected = own / "templates" / "report" if spec == "@1" else Path(spec)
    if (expected / "template.yaml").is_file():
        assert locate.find(spec, folders).folder == expected
    else:
        assert code_of(spec, folders)[0] == "UD501"


def test_a_mistyped_name(own: Path):
    code, data = code_of("reprot", locate.search_path(own))
    assert (code, data["name"], data["best"]) == ("UD501", "reprot", "report")


def test_the_major_version_asked_for():
    folders = locate.search_path(None)
    assert locate.load("report@1", folders).pack.version.startswith("1.")
    code, data = code_of("report@2", folders)
    assert (code, data["wanted"]) == ("UD503", "2")


def test_a_changed_file_makes_another_template(own: Path):
    folders = locate.search_path(own)
    before = locate.load("report", folders).pack
    file = own / "templates" / "report" / "script" / "closing.j2"
    file.write_text("完。", encoding="utf-8")
    after = locate.load("report", folders).pack
    assert before.digest != after.digest
    assert after.files["script/closing.j2"] == "完。"


def test_a_slide_without_its_file(own: Path):
    (own / "templates" / "report" / "slides" / "levels.yaml.j2").unlink()
    assert code_of("report", locate.search_path(own)) == ("UD504", {"slide": "levels"})


def test_settings_that_are_wrong_are_all_named(own: Path):
    file = own / "templates" / "report" / "template.yaml"
    text = file.read_text("utf-8").replace("gap: 0.24", "gap: 9").replace("title: [30, 24]", "title: [24, 30]")
    text = text.replace("  tile_value: [36, 28]\n", "").replace("words:\n", "words:\n  fr: {report: Rapport}\n")
    file.write_text(text + "colour: red\n", encoding="utf-8")
    with pytest.raises(BuildError) as bad:
        locate.load("report", locate.search_path(own))
    assert {(each.code, each.data["key"]) for each in bad.value.diagnostics} == {
        ("UD502", "gap"),
        ("UD502", "sizes"),
        ("UD502", "words"),
        ("UD502", "colour"),
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("  tile_value: [36, 28]\n", ""), "missing: tile_value"),
        (("words:\n", "words:\n  fr: {report: Rapport}\n"), "missing: fr.sample, fr.source, fr.minutes, fr.continued"),
        (("title: [30, 24]", "title: [24, 30]"), "title: 30.0 > 24.0"),
    ],
)
def test_what_layout_needs_is_asked_of_the_template(own: Path, change: tuple[str, str], reason: str):
    file = own / "templates" / "report" / "template.yaml"
    text = file.read_text("utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), encoding="utf-8")
    code, data = code_of("report", locate.search_path(own))
    assert code == "UD502"
    assert reason in str(data["reason"])


@pytest.mark.parametrize(
    ("name", "blob", "code", "line"),
    [
        ("template.yaml", b"name: report\nversion: [1\n", "UD502", 3),
        ("template.yaml", "name: a\nwords: 职责".encode("gb18030"), "UD104", 2),
        ("slides/duties.yaml.j2", "- id: a\n\n- id: 职责".encode("gb18030"), "UD104", 3),
    ],
)
def test_a_file_that_cannot_be_read(own: Path, name: str, blob: bytes, code: str, line: int):
    file = own / "templates" / "report" / name
    file.write_bytes(blob)
    with pytest.raises(BuildError) as bad:
        locate.load("report", locate.search_path(own))
    (found,) = bad.value.diagnostics
    assert found.code == code
    assert found.span is not None
    assert (found.span.file, found.span.line) == (str(file), line)


def test_a_file_saved_by_notepad(own: Path, report: Path):
    for name in ("template.yaml", "slides/duties.yaml.j2"):
        text = (report / name).read_text("utf-8").replace("\n", "\r\n")
        (own / "templates" / "report" / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    files = locate.load("report", locate.search_path(own)).pack.files
    assert files == locate.load("report", locate.search_path(None)).pack.files


def test_a_compiled_template_needs_no_office_library(tmp_path: Path):
    program = (
        "import sys; from unitdeck.template import locate; locate.load('report', locate.search_path(None));"
        "print('pptx' in sys.modules, 'pydantic' in sys.modules)"
    )
    environment = {"UNITDECK_CACHE_DIR": str(tmp_path), "PATH": ""}
    runs = [
        subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.strip() for run in runs] == ["True True", "False False"]


def test_a_template_need_not_say_how_it_fits(own: Path):
    file = own / "templates" / "report" / "template.yaml"
    said = locate.load("report", locate.search_path(own)).pack.style.fit
    text = file.read_text("utf-8")
    before, fit, after = text.partition("fit:")[0], *text.partition("fit:")[2].split("\nsizes:", 1)
    assert set(re.findall(r"^  (\w+):", fit, re.MULTILINE)) == set(Fit._fields)
    file.write_text(f"{before}sizes:{after}", encoding="utf-8")
    assert locate.load("report", locate.search_path(own)).pack.style.fit == said == Fit()


def test_one_key_of_fit_alone(own: Path):
    file = own / "templates" / "report" / "template.yaml"
    text = file.read_text("utf-8").replace("  pages: 3", "  pages: 5").replace("  growth: 0.2", "  # growth: 0.2")
    file.write_text(text, encoding="utf-8")
    assert locate.load("report", locate.search_path(own)).pack.style.fit == Fit(pages=5)


@pytest.mark.parametrize(
    "change",
    [
        ("pages: 3", "pages: 0"),
        ("least_rows: 2", "least_rows: two"),
        ("dense: 0.5", "loose: 1"),
        ("dense: 0.5", "dense: 0"),
    ],
)
def test_a_slip_in_fit_is_named(own: Path, change: tuple[str, str]):
    file = own / "templates" / "report" / "template.yaml"
    file.write_text(file.read_text("utf-8").replace(*change), encoding="utf-8")
    code, data = code_of("report", locate.search_path(own))
    assert (code, data["key"]) == ("UD502", f"fit.{change[1].split(':')[0]}")


def test_words_of_the_program_have_defaults(own: Path):
    file = own / "templates" / "report" / "template.yaml"
    file.write_text(file.read_text("utf-8").replace("    continued: 接上页\n", ""), encoding="utf-8")
    assert locate.load("report", locate.search_path(own)).pack.style.words["zh"]["continued"] == "接上页"

"""Templates from ZIP files, from installed packages, and from folders that are named."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.build import build_deck
from unitdeck.template import cache, locate

SETTINGS = "name: county\nversion: 1.2.0\nextends: report@1\nwords: {zh: {overview: 县里的总览}}\n"
OUTLINE = "单位: 某某县财政局\n模板: county@1\n职责: [组织收入]\n"
BUILT_IN = {"report", "report-blue", "problem-first"}


def write(folder: Path, settings: str = SETTINGS) -> Path:
    (folder / "slides").mkdir(parents=True)
    (folder / "template.yaml").write_text(settings, "utf-8")
    (folder / "slides" / "duties.yaml.j2").write_text("- {id: x, layout: content, title: 县里的一页}\n", "utf-8")
    return folder


def zipped(file: Path, folder: Path, top: str = "", **more: str) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{top}{path.relative_to(folder).as_posix()}")
        for name, text in more.items():
            archive.writestr(name, text)
    return file


def package(site: Path, name: str = "county", value: str = "unitdeck_template_county", *, broken: bool = False) -> None:
    """A distribution as pip leaves it: the package's files, and its metadata with the entry point."""
    if not broken:
        folder = site.joinpath(*value.split("."))
        write(folder, SETTINGS.replace("county", name))
        # Whoever imports it will know: a template's package is not run.
        (site / value.split(".", maxsplit=1)[0] / "__init__.py").write_text("raise RuntimeError('imported')\n", "utf-8")
    info = site / f"unitdeck_template_{name}-1.2.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: unitdeck-template-{name}\nVersion: 1.2.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[unitdeck.templates]\n{name} = {value}\n", "utf-8")


def fault(spec: str, folders: tuple[tuple[Path, str], ...]) -> Diagnostic:
    with pytest.raises(BuildError) as bad:
        locate.load(spec, folders)
    return bad.value.diagnostics[0]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


# ZIP files.


@pytest.mark.parametrize("top", ["", "county/", "some name/"])
def test_a_zip_file_gives_what_its_folder_gives(tmp_path: Path, top: str):
    folder = write(tmp_path / "county")
    own = tmp_path / "session" / "templates"
    own.mkdir(parents=True)
    zipped(own / "county.zip", folder, top)
    packed = locate.load("county@1", locate.search_path(tmp_path / "session"))
    plain = locate.load(str(folder), locate.search_path(None))
    assert packed.pack == plain.pack
    assert packed.pack.style.words["zh"]["overview"] == "县里的总览"
    (tmp_path / "session" / "outline.yaml").write_text(OUTLINE, "utf-8")
    deck = build_deck(tmp_path / "session" / "outline.yaml", out=tmp_path / "a.pptx")
    other = build_deck(tmp_path / "session" / "outline.yaml", out=tmp_path / "b.pptx", template=str(folder))
    assert deck.path.read_bytes() == other.path.read_bytes()


def test_a_zip_file_by_its_path(tmp_path: Path):
    file = zipped(tmp_path / "x.zip", write(tmp_path / "county"))
    found = locate.find(str(file), ())
    assert (found.name, found.folder, found.origin) == ("x", file, "path")
    assert locate.load(f"{file}@1", locate.search_path(None)).pack.name == "county"
    assert fault(f"{file}@2", locate.search_path(None)).code == "UD503"


def test_a_folder_comes_before_a_zip_file_beside_it(tmp_path: Path):
    folder = write(tmp_path / "county")
    zipped(tmp_path / "county.zip", folder)
    assert locate.find("county", ((tmp_path, "option"),)).folder == folder


def test_a_changed_zip_file_is_another_template(tmp_path: Path):
    file = zipped(tmp_path / "county.zip", write(tmp_path / "a"))
    folders = ((tmp_path, "option"), *locate.search_path(None))
    before = locate.load("county", folders).pack.digest
    zipped(file, tmp_path / "a", **{"script/closing.j2": "完。"})
    after = locate.load("county", folders).pack
    assert after.digest != before
    assert after.files["script/closing.j2"] == "完。"


def test_litter_of_other_systems_is_left(tmp_path: Path):
    folder = write(tmp_path / "county")
    plain = zipped(tmp_path / "a.zip", folder, "county/")
    littered = zipped(
        tmp_path / "b.zip", folder, "county/", **{"__MACOSX/county/._template.yaml": "x", "county/.DS_Store": "x"}
    )
    assert cache.digest(plain) == cache.digest(littered) == cache.digest(folder)


def test_a_slip_in_a_zip_file_is_told_by_its_name(tmp_path: Path):
    file = zipped(tmp_path / "county.zip", write(tmp_path / "county", SETTINGS + "colour: red\n"))
    found = fault(str(file), locate.search_path(None))
    assert found.code == "UD502"
    assert found.span is not None
    assert found.span.file == str(file / "template.yaml")


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + b"\0" * 18, b"not a zip", b"PK\x03\x04cut"])
def test_what_is_no_zip_is_told(tmp_path: Path, content: bytes):
    file = tmp_path / "county.zip"
    file.write_bytes(content)
    assert fault(str(file), locate.search_path(None)).code == "UD526"


def test_a_zip_without_a_template_is_told(tmp_path: Path):
    file = tmp_path / "county.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/b/template.yaml", SETTINGS)
    assert fault(str(file), locate.search_path(None)).code == "UD526"


@pytest.mark.parametrize("name", ["../evil.yaml", "/etc/evil", "slides/../../evil", "slides\\..\\evil", "C:evil"])
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(tmp_path: Path, name: str):
    file = zipped(tmp_path / "county.zip", write(tmp_path / "in" / "county"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    before = sorted(tmp_path.rglob("*"))
    found = fault(str(file), locate.search_path(None))
    # Python's own reader may mend a backslash: then the name is a harmless one within the folder.
    assert found.code == "UD536"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bomb_is_refused(tmp_path: Path):
    file = zipped(tmp_path / "county.zip", write(tmp_path / "county"))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("slides/big.yaml.j2", b"\0" * (40 * 2**20))
    assert fault(str(file), locate.search_path(None)).code == "UD535"


def test_a_link_in_a_zip_is_only_a_text(tmp_path: Path):
    """A zip can say that an entry is a link; nothing of ours makes one of it."""
    file = zipped(tmp_path / "county.zip", write(tmp_path / "county"))
    link = zipfile.ZipInfo("slides/levels.yaml.j2")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert locate.load(str(file), locate.search_path(None)).pack.files["slides/levels.yaml.j2"] == "/etc/passwd"


def test_nothing_is_left_of_a_zip_that_was_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    locate.load(str(zipped(tmp_path / "county.zip", write(tmp_path / "county"))), locate.search_path(None))
    assert list(place.iterdir()) == []


# Packages.


def test_a_package_offers_a_template(site: Path, tmp_path: Path):
    package(site)
    found = locate.find("county@1", locate.search_path(tmp_path))
    assert (found.name, found.origin, found.package) == ("county", "package", "unitdeck-template-county")
    assert found.folder == site / "unitdeck_template_county"
    (tmp_path / "outline.yaml").write_text(OUTLINE, "utf-8")
    assert build_deck(tmp_path / "outline.yaml", out=tmp_path / "x.pptx").pages == 3


def test_a_package_holds_several_in_folders(site: Path):
    package(site, "inner", "unitdeck_templates_x.of.inner")
    assert locate.find("inner", locate.search_path(None)).folder == site / "unitdeck_templates_x" / "of" / "inner"


def test_nearer_ones_and_the_program_s_own_come_before_a_package(site: Path, tmp_path: Path):
    package(site)
    package(site, "report", "unitdeck_template_report")
    own = write(tmp_path / "templates" / "county")
    folders = locate.search_path(tmp_path)
    assert locate.find("county", folders).folder == own
    assert locate.find("report", folders).origin == "built-in"


def test_a_package_with_another_major_is_found_by_its_pin(site: Path):
    package(site, "report", "unitdeck_template_report")
    settings = site / "unitdeck_template_report" / "template.yaml"
    settings.write_text("name: report\nversion: 9.0.0\nextends: report@1\n", "utf-8")
    folders = locate.search_path(None)
    assert locate.find("report@9", folders).package == "unitdeck-template-report"
    assert [level.version.split(".")[0] for level in locate.load("report@9", folders).pack.levels] == ["9", "1"]


def test_a_package_without_its_template_is_told(site: Path):
    package(site, broken=True)
    found = fault("county", locate.search_path(None))
    assert (found.code, found.data["package"]) == ("UD525", "unitdeck-template-county")
    assert "county" not in {each.name for each in locate.templates(locate.search_path(None))}


def test_a_template_extends_one_of_a_package(site: Path, tmp_path: Path):
    package(site)
    write(tmp_path / "templates" / "mine", "name: mine\nversion: 1.0.0\nextends: county@1\n")
    pack = locate.load("mine", locate.search_path(tmp_path)).pack
    assert [level.name for level in pack.levels] == ["mine", "county", "report"]


def test_what_is_found_elsewhere_asks_no_package(tmp_path: Path):
    program = (
        "import sys; from unitdeck.template import locate; locate.load('report@1', locate.search_path(None));"
        "print([m for m in ('importlib.metadata', 'unitdeck.template.installed', 'unitdeck.template.archive',"
        " 'zipfile') if m in sys.modules])"
    )
    environment = {"UNITDECK_CACHE_DIR": str(tmp_path), "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert runs[1].stdout.strip() == "[]"


def test_a_real_package_in_an_environment_of_its_own(tmp_path: Path):
    """As an organisation would ship it: a wheel, unpacked where Python looks, and the command line in a new process."""
    site = tmp_path / "env"
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("unitdeck_template_county/__init__.py", "")
        archive.writestr("unitdeck_template_county/template.yaml", SETTINGS)
        archive.writestr(
            "unitdeck_template_county/slides/duties.yaml.j2", "- {id: x, layout: content, title: 县里的一页}\n"
        )
        info = "unitdeck_template_county-1.2.0.dist-info"
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: unitdeck-template-county\nVersion: 1.2.0\n")
        archive.writestr(f"{info}/entry_points.txt", "[unitdeck.templates]\ncounty = unitdeck_template_county\n")
    zipfile.ZipFile(wheel).extractall(site)
    (tmp_path / "outline.yaml").write_text(OUTLINE, "utf-8")
    environment = {
        "PYTHONPATH": os.pathsep.join([str(site), *sys.path]),
        "UNITDECK_CACHE_DIR": str(tmp_path / "cache"),
        "PATH": "",
        "PYTHONUTF8": "1",
    }
    listed, built = (
        subprocess.run(
            [sys.executable, "-m", "unitdeck", *arguments],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for arguments in (["template", "list", "--lang", "en"], ["build", "outline.yaml", "--lang", "en"])
    )
    rows = {row.split("\t")[0]: row.split("\t")[1:4] for row in listed.splitlines()}
    assert rows["county"] == ["1.2.0", "package unitdeck-template-county", "extends report@1"]
    assert set(rows) == {*BUILT_IN, "county"}
    assert "3 pages" in built


# Named folders.


def test_folders_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    one, other = write(tmp_path / "one" / "county"), tmp_path / "other"
    monkeypatch.setenv(locate.PATH_VARIABLE, os.pathsep.join((str(other), str(one.parent))))
    folders = locate.search_path(tmp_path)
    assert [origin for _, origin in folders] == ["session", "option", "option", "built-in"]
    assert locate.find("county", folders).folder == one

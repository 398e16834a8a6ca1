"""The manuals of charts list every kind with its words, its picture and the very YAML that made it."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest
from PIL import Image

from unitdeck.plan.chart_kinds import CHART_KINDS

DOCS = Path(__file__).resolve().parent.parent / "docs"
GALLERY = DOCS.parent / "templates" / "report" / "gallery"
RENEW = "run: sh docs/make_pictures.sh"
MOST_BYTES = 60_000
LANGS = ("zh", "en")


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(DOCS / "make_charts.py"), run_name="read")


@pytest.mark.parametrize("lang", LANGS)
def test_the_manual_is_what_its_script_writes(script, lang):
    assert (DOCS / lang / "charts.md").read_text("utf-8") == script["manual"](lang), RENEW


@pytest.mark.parametrize("kind", CHART_KINDS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_has_its_words_picture_and_yaml(kind, lang):
    text = (DOCS / lang / "charts.md").read_text("utf-8")
    assert f'<a id="{kind}"></a>' in text, RENEW
    section = text.partition(f'<a id="{kind}"></a>')[2].partition("<a id=")[0]
    known = CHART_KINDS[kind]
    assert f"## {known.zh if lang == 'zh' else known.en}\n" in section
    assert tomllib.loads((DOCS / "charts.toml").read_text("utf-8"))[kind][lang] in section
    assert re.search(rf"!\[.+\]\(\.\./pictures/charts/{kind}\.png\)", section)
    (yaml,) = re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert yaml.startswith(f"- id: {kind}-light\n")
    assert yaml in (GALLERY / f"{kind}.yaml").read_text("utf-8"), RENEW


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_every_picture_is_small_and_of_the_yaml_beside_it(script, kind):
    file = DOCS / "pictures" / "charts" / f"{kind}.png"
    assert file.is_file(), RENEW
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", (800, 450))
        assert picture.info[script["DIGEST"]] == script["samples"]()[kind].digest, RENEW


def test_there_is_no_picture_of_what_is_no_kind():
    assert {file.stem for file in (DOCS / "pictures" / "charts").glob("*.png")} <= set(CHART_KINDS)

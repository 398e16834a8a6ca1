"""Pages and texts that are too long, placed for real and told at their lines."""

import json
import shutil
from pathlib import Path

import pytest

from support.outlines import Plain, prose, target, unit, write
from support.sizes import REPORT
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.build import draft_deck

DECKS = Path(__file__).parents[2] / "decks"


def told(folder: Path, code: str, outline: Plain, template: str | None = None) -> list[tuple[str, Diagnostic]]:
    """Return the findings of a code, each with what stands at its place in the file."""
    file = write(folder, outline)
    lines = file.read_text("utf-8").splitlines()
    found = [each for each in draft_deck(file, template=template).diagnostics if each.code == code]
    return [(lines[each.span.line - 1][each.span.column - 1 :], each) for each in found if each.span]


def at(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("mark", ["", "**"])
def test_a_duty_cut_over_pages_is_told_at_its_line_with_what_fits(tmp_path: Path, mark: str) -> None:
    long = mark + prose(900, "长") + mark
    outline = unit(duties=[{"title": "收支", "text": "管收支"}, {"title": "监管", "text": long}])
    ((place, found),) = told(tmp_path, "UD414", outline)
    assert place.startswith(at(long))
    assert (found.data["characters"], found.data["pages"]) == (900, 2)
    assert 400 <= found.data["fits"] <= 500


def test_of_a_weak_point_cut_over_pages_only_the_longest_text_is_told(tmp_path: Path) -> None:
    measure = {"problem": prose(700, "甲"), "action": prose(900, "乙"), "owner": "甲股", "due": "2022-09-30"}
    ((place, _),) = told(tmp_path, "UD414", unit(measures=[measure]))
    assert place.startswith(at(measure["action"]))


def test_texts_that_begin_alike_are_not_taken_for_one_another(tmp_path: Path) -> None:
    duties = [{"title": f"第{n}项", "text": prose(120)[:-2] + f"{n}。"} for n in range(12)]
    assert told(tmp_path, "UD414", unit(duties=duties)) == []


def test_sixty_targets_are_told_at_their_list(tmp_path: Path) -> None:
    outline = unit(targets=[target(n) for n in range(60)])
    ((place, found),) = told(tmp_path, "UD415", outline)
    assert place.startswith('"targets"')
    assert (found.data["items"], message(found, "zh").message[:9]) == (60, "“目标”有60条，")
    assert found.data["pages"] >= 4


def test_pages_in_the_appendix_are_said_not_to_count_for_the_minutes(tmp_path: Path) -> None:
    (short,) = told(tmp_path, "UD412", unit(minutes=1, targets=[target(1), target(2)]))
    (long,) = told(tmp_path, "UD412", unit(minutes=1, targets=[target(n) for n in range(60)]))
    assert "附页" not in message(short[1], "zh").do
    assert f"另有{long[1].data['appendix']}页附页，不算在内。" in message(long[1], "zh").do


def test_a_table_on_two_pages_is_no_long_list(tmp_path: Path) -> None:
    outline = unit(targets=[target(n) for n in range(14)])
    assert {page.part[1] for page in draft_deck(write(tmp_path, outline)).deck.slides} >= {1, 2}
    assert told(tmp_path, "UD415", outline) == []


def test_one_long_text_is_no_long_list(tmp_path: Path) -> None:
    duties = [{"title": "收支", "text": prose(1200, "长")}, {"title": "监管", "text": "管国资"}]
    assert told(tmp_path, "UD415", unit(duties=duties)) == []


def test_photos_without_captions_are_found_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes((DECKS / "2022-05-30-first/photos/bus-station.jpg").read_bytes())
    ((place, found),) = told(tmp_path, "UD415", unit(duties=["一"], photos=[{"file": "a.png"}] * 24))
    assert place.startswith('"photos"')
    assert (found.data["items"], found.data["pages"]) == (24, 4)


def long_measures(length: int) -> list[Plain]:
    rest = {"action": prose(99, "丙"), "cause": prose(40, "乙"), "owner": "甲股", "due": "2022-09-30"}
    return [{"problem": prose(length + n, f"甲{n}"), **rest} for n in range(2)]


def fitting(folder: Path, old: str, new: str) -> str:
    """Return a report template whose ``fit`` says something else."""
    own = folder / "templates" / "report"
    shutil.copytree(REPORT, own)
    settings = (own / "template.yaml").read_text("utf-8")
    assert old in settings
    (own / "template.yaml").write_text(settings.replace(old, new), "utf-8")
    return str(own)


def test_a_full_page_is_told_at_its_longest_text(tmp_path: Path) -> None:
    measures = long_measures(100)
    ((place, found),) = told(tmp_path, "UD413", unit(measures=measures))
    assert place.startswith(at(measures[1]["problem"]))
    assert found.data["characters"] > found.data["most"] == 380


def test_the_template_says_how_many_characters_are_too_many(tmp_path: Path) -> None:
    outline = unit(measures=long_measures(100))
    ((_, found),) = told(tmp_path, "UD413", outline)
    characters = found.data["characters"]
    template = fitting(tmp_path, "characters: 380", f"characters: {characters}")
    assert told(tmp_path, "UD413", outline, template) == []


def test_the_template_says_from_which_density_a_page_is_too_dense(tmp_path: Path) -> None:
    outline = unit(measures=long_measures(100))
    assert {page.density for page in draft_deck(write(tmp_path, outline)).deck.slides if page.id == "measures"} == {0.5}
    assert len(told(tmp_path, "UD413", outline)) == 1
    assert told(tmp_path, "UD413", outline, fitting(tmp_path, "dense: 0.5", "dense: 0.75")) == []


def test_a_headline_beyond_its_title_is_told_once_at_its_line(tmp_path: Path) -> None:
    source = "某某县统计局" * 60
    found = told(tmp_path, "UD401", unit(source=source, targets=[target(1)], duties=["一"]))
    assert [place.rstrip(",") for place, _ in found] == [at(source)]


@pytest.mark.parametrize("file", sorted(DECKS.glob("*/units/*.yaml")), ids=lambda file: file.stem)
def test_the_sample_decks_have_no_such_warnings(file: Path) -> None:
    assert [each.code for each in draft_deck(file).diagnostics] == []

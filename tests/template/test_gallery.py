"""The gallery of a template: its pages in order, its slips told where they are, and that of the report complete."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedChart
from unitdeck.plan.blocks import Block, ChartBlock, ColumnsBlock, DeckPlan, SlidePlan
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.template import locate
from unitdeck.template.gallery import gallery

PAGE = "- {id: %s, layout: content, title: 一页, blocks: [{text: {paragraphs: [字]}}]}\n"


@pytest.fixture
def own(tmp_path: Path, root: Path) -> Path:
    """A report template without pages in its gallery."""
    folder = tmp_path / "templates" / "report"
    shutil.copytree(root / "templates" / "report", folder, ignore=shutil.ignore_patterns("gallery"))
    (folder / "gallery").mkdir()
    return folder


def plan(folder: Path) -> DeckPlan:
    return gallery(locate.load("report", ((folder.parent, "session"),))).plan


def faults(folder: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(BuildError) as bad:
        plan(folder)
    return bad.value.diagnostics


def charts(blocks: tuple[Block, ...]) -> list[ChartSpec]:
    found: list[ChartSpec] = []
    for block in blocks:
        if isinstance(block, ChartBlock):
            found.append(block.spec)
        elif isinstance(block, ColumnsBlock):
            found += [spec for column in block.columns for spec in charts(column)]
    return found


def test_kinds_come_in_their_order_then_other_files_by_name(own: Path) -> None:
    for name in ("aa", "zz", *reversed(CHART_KINDS)):
        (own / "gallery" / f"{name}.yaml").write_text(PAGE % name, encoding="utf-8")
    assert [slide.id for slide in plan(own).slides] == [*CHART_KINDS, "aa", "zz"]


def test_a_template_without_a_gallery(own: Path) -> None:
    (found,) = faults(own)
    assert (found.code, found.span, found.data["name"]) == ("UD505", Span(str(own)), "report")


def test_every_slip_is_told_with_its_file_and_line(own: Path) -> None:
    for name, text in {
        "bullet": PAGE % "a" + "- {id: b\n",
        "gap": PAGE % "a" + "\n- id: b\n  layout: content\n  title: x\n  blocks:\n  - crads: []\n",
        "line": PAGE % "a" + "-\n  id: c\n  layout: contnet\n  title: x\n",
        "column": "id: a\n",
        "ranking": PAGE % "a",
    }.items():
        (own / "gallery" / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = {Path(each.span.file).stem: (each.code, each.span.line) for each in faults(own) if each.span}
    assert found == {"bullet": ("UD512", 3), "gap": ("UD513", 3), "line": ("UD513", 3), "column": ("UD513", 1)}


@pytest.mark.parametrize("text", ["", "# later\n", "[]", "id: a"])
def test_a_file_without_slides_is_told(own: Path, text: str) -> None:
    (own / "gallery" / "gap.yaml").write_text(text, encoding="utf-8")
    (found,) = faults(own)
    assert (found.code, found.data["expected"]) == ("UD513", "a list of slides")


def test_a_page_that_changes_changes_the_pack(own: Path) -> None:
    file = own / "gallery" / "gap.yaml"
    file.write_text(PAGE % "first", encoding="utf-8")
    assert [slide.id for slide in plan(own).slides] == ["first"]
    file.write_text(PAGE % "second", encoding="utf-8")
    assert [slide.id for slide in plan(own).slides] == ["second"]


# The report template's own gallery.


@pytest.fixture(scope="module")
def report() -> DeckPlan:
    return gallery(locate.load("report", locate.search_path(None))).plan


def pages(report: DeckPlan, kind: str) -> tuple[SlidePlan, ...]:
    return tuple(slide for slide in report.slides if slide.id.startswith(f"{kind}-"))


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_every_kind_has_a_light_and_a_heavy_page(report: DeckPlan, kind: str) -> None:
    names = [slide.id for slide in pages(report, kind)]
    assert {f"{kind}-light", f"{kind}-heavy"} <= set(names)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_every_page_of_a_kind_shows_it_and_is_laid_out_without_a_finding(report: DeckPlan, kind: str) -> None:
    ready = locate.load("report", locate.search_path(None))
    for slide in pages(report, kind):
        for page in place(report._replace(slides=(slide,)), ready.pack).slides:
            assert not page.overfull, slide.id
            assert kind in {item.spec.kind for item in page.items if isinstance(item, PlacedChart)}, slide.id


def test_every_page_says_that_its_figures_are_samples_or_whence_they_come(report: DeckPlan) -> None:
    for slide in report.slides:
        for spec in charts(slide.blocks):
            assert spec.sample or spec.source, slide.id
            assert spec.finding, slide.id


def test_pages_have_names_of_their_own(report: DeckPlan) -> None:
    assert [name for name, count in Counter(slide.id for slide in report.slides).items() if count > 1] == []

"""Outlines as nobody would wish them, from file to file: nothing runs out of its box, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from support.outlines import (
    HARD,
    MARKUP,
    URL,
    WORD,
    Plain,
    everything,
    measure,
    prose,
    strings,
    target,
    unit,
    write,
)
from support.pages import bare, faults, lost, told
from support.reading import read, xml_faults
from unitdeck.base.language import Lang
from unitdeck.build import build_deck, draft_deck
from unitdeck.layout.picture_size import MOST_CUT, MOST_ENLARGED, enlargement
from unitdeck.layout.placed import PlacedDeck, PlacedPicture, PlacedSlide, PlacedTable

# Of these only some stand in a deck by design: names for look-up, not for the audience.
NOT_SHOWN = ("id", "group", "region", "template")
LEVEL = {"name": "失业率", "unit": "%", "kind": "level", "direction": "lower", "target": 4, "actual": 3.37}

OUTLINES: dict[str, Plain] = {
    "one duty of a word": unit(duties=["一"]),
    **{
        f"{count} duties of {length} characters": unit(duties=[prose(length, f"第{n}条") for n in range(count)])
        for count in (1, 2, 5, 12)
        for length in (120, 400)
    },
    **{
        f"{count} titled duties": unit(duties=[{"title": f"第{n}项", "text": prose(310)} for n in range(count)])
        for count in (1, 3, 8, 12)
    },
    "one target": unit(targets=[target(1)]),
    "60 targets": unit(targets=[target(n) for n in range(60)]),
    "targets with names of 40 characters": unit(targets=[target(n, name=prose(40, f"名{n}")) for n in range(25)]),
    "no figure at all": unit(targets=[{"name": f"指标{n}", "unit": "个"} for n in range(6)]),
    "targets and figures of zero": unit(
        targets=[target(1, target=0), target(2, actual=0), target(3, target=0, actual=0), target(4)]
    ),
    "all behind": unit(targets=[target(n, actual=40) for n in range(9)]),
    "all at 300 %": unit(targets=[target(n, actual=3200) for n in range(9)]),
    "negative bases": unit(targets=[target(1, actual=-30, base=-20), target(2, base=-5), target(3, base=0)]),
    "figures of twelve digits": unit(
        targets=[
            target(n, target=123456789012.55, actual=98765432109.25, yoy=[{"value": 123456.7, "basis": "可比口径"}])
            for n in range(5)
        ]
    ),
    "many sources": unit(targets=[target(n, source=f"第{n}号来源：某某县统计局快报") for n in range(25)]),
    "long series": unit(targets=[target(n, series={f"2022年{m}旬": m for m in range(1, 25)}) for n in range(3)]),
    "series of zeros and gaps": unit(
        targets=[target(n, series={"1月": 0, "2月": None, "3月": 0, "4月": 0}) for n in range(2)]
    ),
    "parts of nothing": unit(
        targets=[target(1, parts={"甲": 0, "乙": 0}), target(2, actual=-5, parts={"丙": -3, "丁": -2})]
    ),
    "100 peers": unit(
        targets=[
            target(
                1,
                ranks=[
                    {
                        "scope": "全省",
                        "metric": "增速",
                        "rank": 41,
                        "of": 101,
                        "unit": "%",
                        "peers": {f"示例县{n}": 50 - n for n in range(100)} | {"县发改局": 9.9},
                    }
                ],
            )
        ]
    ),
    **{f"{count} measures": unit(measures=[measure(n) for n in range(count)]) for count in (1, 2, 9, 40)},
    **{
        f"{count} measures of 300 characters": unit(measures=[measure(n, 300) for n in range(count)])
        for count in (1, 7)
    },
    "a measure higher than two pages": unit(measures=[measure(1, 900)]),
    "projects with everything": unit(projects=everything()["projects"]),
    "highlights": unit(
        highlights=[{"title": prose(50, f"题{n}"), "text": prose(300), "result": prose(30, f"成{n}")} for n in range(4)]
    ),
    "ambitions": unit(
        duties=["一"],
        ambitions=[
            {
                "title": prose(80),
                "now": prose(50, "现"),
                "goal": prose(60, "目"),
                "text": prose(300),
                "benchmark": prose(120),
            }
        ]
        * 3,
    ),
    "last review": unit(
        duties=["一"],
        last_review=[{"comment": prose(300, "评"), "action": prose(300), "evidence": prose(200), "by": prose(20)}] * 5,
    ),
    "next steps": unit(
        next_steps=[{"title": prose(300, f"打算{n}"), "goal": prose(400), "owner": prose(60)} for n in range(3)]
    ),
    "asks higher than a page": unit(
        duties=["一"], asks=[{"text": prose(1500, f"请{n}"), "to": "分管副县长"} for n in range(2)]
    ),
    "line breaks": unit(
        duties=[{"title": "一\n二", "text": "三\n\n四\n五"}],
        measures=[{"problem": "一\n二", "action": "三\n四"}],
        highlights=[{"title": "甲\n乙", "result": "3\n个"}],
    ),
    "bold marks": unit(duties=[{"title": "**一**二", "text": "三**四**五**六"}], measures=[{"problem": "**一**二"}]),
    "hard texts everywhere": unit(
        duties=[*HARD, {"title": MARKUP, "text": WORD + URL}],
        targets=[
            *({"name": text, "unit": "项", "target": 9, "actual": n} for n, text in enumerate(HARD)),
            {"name": "定性", "kind": "qualitative", "target": {"text": MARKUP}, "actual": {"text": WORD * 2}},
        ],
        measures=[{"problem": text, "cause": text * 2, "action": text * 3, "owner": text[:20]} for text in HARD],
        highlights=[{"title": text, "result": text[:24], "text": text * 4} for text in HARD],
        next_steps=[{"title": text, "goal": text, "due": "2022-09-30"} for text in HARD],
        asks=list(HARD),
    ),
    "names as long as they come": {
        "unit": {"name": "某" * 60, "speaker": "职" * 50},
        "slogan": "口" * 90,
        "headline": "头" * 200,
        "as_of": "2022-05-31",
        "duties": ["一"],
    },
    "everything": everything(),
}
SECTIONS = tuple(key for key, value in everything().items() if isinstance(value, list))
ENGLISH = {
    "unit": "Bureau of Works",
    "as_of": "2022-05-31",
    "duties": [{"title": "Roads and bridges in all seventeen towns", "text": "kept open through the year " * 9}] * 5,
    "targets": [
        {"name": f"Indicator {n} of the annual responsibility contract", "unit": "km", "target": 100, "actual": n * 9}
        for n in range(25)
    ],
    "measures": [{"problem": "slow land " * 9, "action": "a weekly list " * 20, "owner": "Office", "due": "2022-09-30"}]
    * 9,
    "next_steps": [{"title": "Finish " * 9, "goal": "all of it " * 30, "due": "2022-09-30"}] * 6,
}


def placed(folder: Path, outline: Plain, lang: Lang = "zh") -> PlacedDeck:
    """Return the pages of an outline, after everything that must hold of them."""
    draft = draft_deck(write(folder, outline), lang=lang)
    assert faults(draft.deck, draft.pack) == []
    assert lost(strings(outline, *NOT_SHOWN), told(draft.deck)) == []
    return draft.deck


@pytest.mark.parametrize("name", OUTLINES)
def test_pages_hold_what_the_outline_says(name: str, tmp_path: Path) -> None:
    placed(tmp_path, OUTLINES[name])


@pytest.mark.parametrize("section", [s for s in SECTIONS if s not in {"ambitions", "last_review", "asks"}])
def test_an_outline_of_one_section(section: str, tmp_path: Path) -> None:
    outline = everything()
    deck = placed(tmp_path, unit(**{section: outline[section]}))
    assert {slide.id.partition("-")[0] for slide in deck.slides}.isdisjoint({*SECTIONS} - {section})


@pytest.mark.parametrize("outline", [ENGLISH, everything()], ids=["plain", "everything"])
def test_an_english_deck(outline: Plain, tmp_path: Path) -> None:
    deck = placed(tmp_path, outline, "en")
    assert not any("（" in slide.title for slide in deck.slides if outline is ENGLISH)


@pytest.mark.parametrize("name", ["everything", "hard texts everywhere", "no figure at all", "100 peers"])
def test_the_file_holds_what_was_placed(name: str, tmp_path: Path) -> None:
    outline = OUTLINES[name]
    file = write(tmp_path, outline)
    draft = draft_deck(file)
    path = build_deck(file).path
    assert xml_faults(path) == []
    pages = read(path)
    assert len(pages) == len(draft.deck.slides)
    for page, slide in zip(pages, draft.deck.slides, strict=True):
        assert [i for i, count in Counter(page.shape_ids).items() if count > 1] == []
        assert len(page.boxes) == len(slide.items)
        assert sorted(page.boxes) == sorted(tuple(item.box) for item in slide.items)
    texts = [bare(text) for page in pages for text in _told_by(page)]
    assert lost(strings(outline, *NOT_SHOWN), texts) == []


def _told_by(page) -> list[str]:
    cells = [cell for table in page.tables for row in table for cell in row]
    charts = [text for chart in page.charts for text in (*chart.cache.categories, *chart.cache.series)]
    return [*page.texts, *cells, *charts, *page.alts, *page.notes.split("\n")]


def test_the_slides_themselves_show_what_the_outline_says(tmp_path: Path) -> None:
    """Milestones but the next one of a project are told in the notes, and so is a long name that has a short one."""
    outline = everything()
    deck = draft_deck(write(tmp_path, outline)).deck
    shown = told(deck._replace(slides=tuple(slide._replace(notes=()) for slide in deck.slides)))
    wanted = {key: value for key, value in outline.items() if key not in {"unit", "projects"}}
    assert lost(strings(wanted, *NOT_SHOWN), shown) == []


def test_sections_and_their_entries_keep_the_order_of_the_template_and_the_outline(tmp_path: Path) -> None:
    outline = everything()
    draft = draft_deck(write(tmp_path, outline))
    order = list(dict.fromkeys(slide.id.partition("-")[0] for slide in draft.deck.slides if not slide.appendix))
    assert order == [name for name in draft.pack.style.slides if name in order]
    for key, entry in (("duties", "title"), ("measures", "problem"), ("highlights", "title"), ("next_steps", "title")):
        texts = "".join(
            told(draft.deck._replace(slides=tuple(_body(s) for s in draft.deck.slides if s.id.startswith(key))))
        )
        places = [texts.find(bare(item[entry])[:8]) for item in outline[key]]
        assert -1 not in places
        assert places == sorted(places), key
    behind = [slide.id for slide in draft.deck.slides if slide.appendix]
    assert behind
    assert behind == sorted(behind, key=draft.pack.style.slides.index)
    assert draft.deck.slides[-len(behind) - 1].id == "closing"


def _body(slide: PlacedSlide) -> PlacedSlide:
    return slide._replace(items=tuple(item for item in slide.items if not getattr(item, "placeholder", "")), notes=())


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 24 pictures: a pixel, panoramas, towers, and some that the camera held askew."""
    folder = tmp_path_factory.mktemp("album") / "photos"
    folder.mkdir()
    shapes = ((1, 1), (3000, 200), (150, 1800), (1600, 900), (40, 40), (900, 1200))
    for number in range(24):
        turned = Image.Exif()
        turned[0x0112] = (1, 6, 8, 3)[number % 4]
        picture = Image.new("RGB", shapes[number % len(shapes)], (number * 10, 100, 200))
        picture.save(folder / f"{number}.jpg", exif=turned)
    return folder


@pytest.mark.parametrize("caption", [0, 8, 60, 200, 700])
@pytest.mark.parametrize("count", [1, 2, 4, 5, 6, 7, 13, 24])
def test_every_picture_is_shown_in_its_frame_with_its_caption(photos: Path, count: int, caption: int) -> None:
    entries = [
        {"file": f"photos/{n}.jpg"} | ({"caption": prose(caption, f"第{n}张")} if caption else {}) for n in range(count)
    ]
    deck = placed(photos.parent, unit(duties=["一"], photos=entries))
    pictures = [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedPicture)]
    files = [Path(picture.file).name for picture in pictures]
    assert list(dict.fromkeys(files)) == [f"{n}.jpg" for n in range(count)]
    if caption < 700:
        assert len(files) == count
    for picture in pictures:
        assert min(picture.frame) >= 720_000  # 2 cm: it still shows something
        assert enlargement(picture.px, picture.crop, (picture.box.cx, picture.box.cy)) <= MOST_ENLARGED + 0.01
        assert sum(picture.crop) <= MOST_CUT * 100_000


@pytest.mark.parametrize(("count", "pages"), [(7, [4, 3]), (13, [5, 4, 4]), (24, [6, 6, 6, 6])])
def test_pictures_are_shared_evenly_among_their_pages(photos: Path, count: int, pages: list[int]) -> None:
    entries = [{"file": f"photos/{n}.jpg", "caption": f"第{n}张"} for n in range(count)]
    deck = placed(photos.parent, unit(duties=["一"], photos=entries))
    shown = [sum(isinstance(item, PlacedPicture) for item in slide.items) for slide in deck.slides]
    assert [number for number in shown if number] == pages


def test_pictures_of_every_shape_open_in_the_file(photos: Path) -> None:
    entries = [{"file": f"photos/{n}.jpg", "caption": f"第{n}张"} for n in range(24)]
    path = build_deck(write(photos.parent, unit(duties=["一"], photos=entries), "all.yaml")).path
    assert xml_faults(path) == []
    assert sum(alt.startswith("第") for page in read(path) for alt in page.alts) == 24


def test_what_an_area_cannot_hold_is_told_in_the_notes_and_warned_of(tmp_path: Path) -> None:
    source = "某某县统计局" * 40
    draft = draft_deck(write(tmp_path, unit(source=source, targets=[target(1), target(2)])))
    assert "UD401" in {finding.code for finding in draft.diagnostics}
    clipped = [text for text in told(draft.deck) if text.endswith("……")]
    assert clipped
    assert sum(source in paragraph for slide in draft.deck.slides for paragraph in slide.notes) == 1


def test_a_table_row_cut_over_pages_reads_on_where_it_stopped(tmp_path: Path) -> None:
    action = "".join(f"第{n}句话，说到这里。" for n in range(160))
    draft = draft_deck(write(tmp_path, unit(measures=[{"problem": "一个薄弱点", "action": action}])))
    pages = [slide for slide in draft.deck.slides if slide.id == "measures"]
    assert len(pages) > 1
    cells = [
        "".join(run.text for paragraph in row.cells[1].text.paragraphs for run in paragraph.runs)
        for slide in pages
        for item in slide.items
        if hasattr(item, "rows")
        for row in item.rows[1:]
    ]
    assert bare("".join(cells)) == action


def test_a_figure_in_a_table_is_never_broken(tmp_path: Path) -> None:
    figure = {"target": 123456789012.55, "actual": 98765432109.25, "yoy": [{"value": 123456.7, "basis": "可比口径"}]}
    deck = placed(tmp_path, unit(targets=[target(n, **figure) for n in range(5)]))
    (table, *_) = [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedTable)]
    lines = {
        "".join(run.text for run in paragraph.runs): paragraph.lines
        for row in table.rows[1:]
        for cell in row.cells
        for paragraph in cell.text.paragraphs
    }
    assert lines["123,456,789,012.55"] == lines["98,765,432,109.25"] == 1


ALPHABET = (
    "县局项目收入进度安全稳一二三四五六七八九十，。、；：（）《》“”%0123456789.-+=<>&'\"@/ABCxyz 㵲𠮷堃😀é—…·　\n"
)
words = st.text(ALPHABET, min_size=1, max_size=90).map(str.strip).filter(lambda text: bare(text) and "**" not in text)
passages = st.text(ALPHABET, max_size=420)
figures = st.one_of(st.none(), st.integers(-(10**9), 10**12), st.decimals(-999, 99999, places=2).map(float))


def entries(most: int, least: int = 0, **fields: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Return lists of entries with those fields."""
    return st.lists(st.fixed_dictionaries(fields), min_size=least, max_size=most)


@st.composite
def outlines(draw: st.DrawFn) -> Plain:
    names = draw(st.lists(words, max_size=26, unique_by=bare))
    return unit(
        duties=draw(entries(12, 1, title=words, text=passages)),
        targets=[{"name": name, "unit": "项", "target": draw(figures), "actual": draw(figures)} for name in names],
        measures=draw(entries(9, problem=words, action=passages, owner=words)),
        highlights=draw(entries(7, title=words, result=words, text=passages)),
        next_steps=draw(entries(7, title=words, goal=passages)),
        asks=draw(st.lists(words, max_size=4)),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(outlines())
def test_any_outline_makes_whole_pages(tmp_path_factory: pytest.TempPathFactory, outline: Plain) -> None:
    placed(tmp_path_factory.mktemp("any"), outline)

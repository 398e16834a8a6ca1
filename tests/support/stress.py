"""Outlines that try what pages can hold: a fixed selection made by hand, and a strategy that draws any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from PIL import Image

from support.outlines import EMOJI, HARD, MARKUP, RARE, URL, WORD, Plain, everything, measure, prose, target, unit

LETTERS = "Abcdefghijklmnopqrstuvwxyz" * 2 + "ABCDEFGH"  # sixty, and nowhere to break
UNITS = (
    "PM2.5年均浓度降至35μg/m³以下，",
    "城镇登记失业率控制在4.5‰以内，",
    "完成投资12.5亿元，同比增长8.5%，",
    "高于全市平均8个百分点，",
    "2022年5月底前开工3个、完工12个，",
    "农村公路280.6公里、危桥17座，",
    "办结率99.97%、满意率100%，",
    "每万元产值能耗0.38吨标准煤/万元，",
    "（其中：工业用地1,234.5亩）",
    "亩均税收≥15万元，",
)
PUNCTUATION = (
    "“放管服”改革（含“一网通办”、“最多跑一次”）：",
    "《国土空间规划》；《村庄规划》、《防洪规划》。",
    "谁来干？怎么干！何时干……",
    "「双随机、一公开」——全覆盖；",
    "【整改】〔2022〕5号、〔2022〕16号，",
)
SHAPES = ((1, 1), (4000, 300), (300, 4000), (1600, 900), (900, 1200), (40, 40), (2400, 2400), (1200, 90))
ALBUM = "photos"


def marched(pieces: tuple[str, ...], length: int, start: int = 0) -> str:
    """Return text of that length that runs through the pieces, so that each comes to stand at line ends."""
    text = ""
    number = start
    while len(text) < length:
        text += pieces[number % len(pieces)]
        number += 1
    return text[:length].rstrip()


def album(folder: Path) -> Path:
    """Make 24 pictures of every shape in ``folder/photos``: a pixel, panoramas, towers, turned by the camera or not."""
    photos = folder / ALBUM
    photos.mkdir(exist_ok=True)
    for number in range(24):
        turned = Image.Exif()
        turned[0x0112] = (1, 6, 8, 3)[number // 8 % 4]
        shade = (number * 10, 120, 200 - number * 5)
        Image.new("RGB", SHAPES[number % len(SHAPES)], shade).save(photos / f"{number}.jpg", exif=turned)
    return photos


def pictured(count: int, caption: Callable[[int], str]) -> Plain:
    """Return an outline with so many pictures of the album."""
    files = [{"file": f"{ALBUM}/{n}.jpg"} for n in range(count)]
    captions = [caption(n) for n in range(count)]
    photos = [file | ({"caption": text} if text else {}) for file, text in zip(files, captions, strict=True)]
    return unit(duties=["一"], photos=photos)


def _full(number: int, text: str) -> Plain:
    """One of everything that people write, all of it that text."""
    return unit(
        slogan=text[:12],
        duties=[{"title": text[:30], "text": text}, text, {"title": "一", "text": ""}],
        targets=[{"name": text[:40], "unit": "μg/m³", "target": 35, "actual": 20 + number, "source": text[:30]}],
        measures=[{"problem": text[:60], "cause": text[:90], "action": text, "owner": text[:16], "due": "2022-09-30"}],
        highlights=[{"title": text[:40], "text": text, "result": text[:16]}],
        ambitions=[{"title": text[:40], "now": text[:16], "goal": text[:16], "text": text}],
        last_review=[{"comment": text[:80], "action": text, "by": "点评人", "status": "done"}],
        next_steps=[{"title": text[:60], "goal": text, "due": "2022-09-30", "owner": "办公室"}],
        asks=[text],
    )


def rendered_outlines() -> dict[str, Plain]:
    """Return the selection that is rendered, by name: few, each with much in it; pictures as in :func:`album`."""
    return {
        "one character": unit(duties=["一"], targets=[target(1)], measures=[{"problem": "一", "action": "二"}]),
        "400 characters": unit(duties=[prose(400, f"第{n}条") for n in range(5)], asks=[prose(400)]),
        "one giant bullet": unit(duties=[prose(1500, "一")], asks=[{"text": prose(900, "请"), "to": "分管副县长"}]),
        "letters": _full(1, f"{LETTERS}和{URL}以及{WORD}，" * 2),
        "units": _full(2, marched(UNITS, 260)),
        "units again": _full(3, marched(UNITS, 241, 3)),
        "punctuation": _full(4, marched(PUNCTUATION, 260)),
        "punctuation again": _full(5, marched(PUNCTUATION, 233, 2)),
        "rare": _full(6, f"{RARE}，{EMOJI}；{MARKUP}。" * 4),
        "hard": unit(
            duties=list(HARD),
            targets=[{"name": text, "unit": "项", "target": 9, "actual": n} for n, text in enumerate(HARD)],
            measures=[{"problem": text, "cause": text * 2, "action": text * 3, "owner": text[:12]} for text in HARD],
            next_steps=[{"title": text, "goal": text, "due": "2022-09-30"} for text in HARD],
        ),
        "60 targets": unit(targets=[target(n, name=marched(UNITS, 6 + n % 19, n)) for n in range(60)]),
        "40 measures": unit(measures=[measure(n, 12 + 5 * n % 60) for n in range(40)]),
        "cell of 300 characters": unit(
            measures=[measure(n, 300) for n in range(2)],
            targets=[target(1, name=prose(40), yoy=[{"value": 1, "basis": marched(UNITS, 60)}]), target(2)],
        ),
        "long slogan": unit(slogan=marched(PUNCTUATION, 40), duties=["一"]),
        "long names": {
            "unit": {"name": "某" * 60, "speaker": "职" * 50},
            "slogan": "口" * 90,
            "headline": "头" * 200,
            "as_of": "2022-05-31",
            "duties": ["一"],
        },
        "empty strings": unit(
            slogan="",
            duties=[{"title": "一", "text": ""}],
            highlights=[{"title": "二", "text": "", "result": ""}],
            measures=[{"problem": "三", "cause": "", "action": "", "owner": ""}],
            next_steps=[{"title": "四", "goal": ""}],
        ),
        "only asks and steps": unit(duties=["一"], asks=["二"], next_steps=[{"title": "三", "due": "2022-09-30"}]),
        "one picture": pictured(1, lambda n: prose(60)),
        "7 pictures": pictured(7, lambda n: marched(UNITS, 10 + 9 * n, n)),
        "24 pictures": pictured(24, lambda n: "" if n % 3 else f"第{n}张"),
        "everything": everything(),
    }


# What hypothesis draws texts of: pieces that hold what is hard about line ends, and single characters of every kind.
_PIECES = st.sampled_from((*UNITS, *PUNCTUATION, *HARD, LETTERS, "，", "。", "（", "）", "、", "%", "\n", " ", "　"))
_CHARACTERS = st.text(
    "县局项目收入进度一二三，。、；：（）《》“”%0123456789.-+=<>&'\"@/ABCxyz 㵲𠮷堃😀é—…·　μ³‰\n", max_size=30
)


def _text(most: int, least: int = 0) -> st.SearchStrategy[str]:
    return (
        st.lists(_PIECES | _CHARACTERS, min_size=least, max_size=12)
        .map("".join)
        .map(lambda text: text.replace("**", "*")[:most].strip())
        .filter(lambda text: not least or any(char.isalnum() for char in text))
    )


_NAMES, _SENTENCES, _PASSAGES = _text(60, 1), _text(120), _text(420)
_FIGURES = st.one_of(st.none(), st.integers(-(10**9), 10**12), st.decimals(-999, 99999, places=2).map(float))


def _entries(least: int, most: int, **fields: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    return st.integers(least, most).flatmap(
        lambda count: st.lists(st.fixed_dictionaries(fields), min_size=count, max_size=count)
    )


def _bare(text: str) -> str:
    return "".join(text.split())


@st.composite
def outlines(draw: st.DrawFn) -> Plain:
    """Draw an outline: any of its sections, 1 to 60 targets, 1 to 40 measures, up to 24 pictures of the album."""
    sections: dict[str, Callable[[], object]] = {
        "duties": lambda: draw(_entries(1, 12, title=_NAMES, text=_PASSAGES)),
        "targets": lambda: [
            {"name": name, "unit": "项", "target": draw(_FIGURES), "actual": draw(_FIGURES)}
            for name in draw(st.lists(_NAMES, min_size=1, max_size=60, unique_by=_bare))
        ],
        "measures": lambda: draw(_entries(1, 40, problem=_NAMES, cause=_SENTENCES, action=_PASSAGES, owner=_SENTENCES)),
        "highlights": lambda: draw(_entries(1, 7, title=_NAMES, result=_SENTENCES, text=_PASSAGES)),
        "ambitions": lambda: draw(_entries(1, 7, title=_NAMES, now=_SENTENCES, goal=_NAMES, text=_PASSAGES)),
        "next_steps": lambda: draw(_entries(1, 7, title=_NAMES, goal=_PASSAGES)),
        "asks": lambda: draw(st.lists(_NAMES, min_size=1, max_size=4)),
        "photos": lambda: [
            {"file": f"{ALBUM}/{n}.jpg", "caption": draw(_SENTENCES)} for n in range(draw(st.integers(1, 24)))
        ],
    }
    chosen = draw(st.sets(st.sampled_from(sorted(sections)), min_size=1))
    # Asks and pictures alone are no report: a unit has at least one duty, target, measure or step.
    if not chosen & {"duties", "targets", "measures", "next_steps"}:
        chosen.add("duties")
    return unit(slogan=draw(_SENTENCES), **{name: sections[name]() for name in sections if name in chosen})

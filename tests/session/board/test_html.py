from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from support.boards import EVIL, two_sessions
from unitdeck.session.board.html import scoreboard_html
from unitdeck.session.board.paper import paper

SCRIPT = Path(__file__).parents[3] / "src" / "unitdeck" / "session" / "board" / "page" / "board.js"
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
VOID = {"meta", "rect", "path", "br", "link", "img", "input"}


class Page(HTMLParser):
    """A page: its tags in order with attributes, the rows of its tables as texts, faults of nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.text += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    def row(self, *first: str) -> list[str]:
        """Return the first row that begins with these texts."""
        rows = [[" ".join(cell.split()) for cell in row] for row in self.rows]
        return next(row for row in rows if row[: len(first)] == list(first))


def written(folder: Path, lang: Any = "zh") -> str:
    return scoreboard_html(paper(folder, lang)).decode("utf-8")


@pytest.fixture
def html(tmp_path: Path) -> str:
    return written(two_sessions(tmp_path))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_well_formed_and_needs_nothing_else(tmp_path: Path, lang: str) -> None:
    text = written(two_sessions(tmp_path), lang)
    page = Page(text)
    assert (page.faults, page.open) == ([], [])
    assert not {"img", "link", "iframe", "object", "base", "form"} & {tag for tag, _ in page.tags}
    assert all(not attributes.get("src") for _, attributes in page.tags)
    assert all((a.get("href") or "#").startswith("#") for _, a in page.tags)
    assert not re.search(r"url\(|@import|@font-face|https?:(?!//x\")", text.split("<body>")[0])
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"] for tag, a in page.tags if tag == "a"} == {f"#{each}" for each in ids}


def test_texts_of_an_outline_are_texts(html: str) -> None:
    page = Page(html)
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.tags for name in attributes)
    assert all(text in page.text for text in EVIL)
    assert "<script>alert" not in html


def test_its_policy_lets_only_its_own_script_and_style_work(html: str) -> None:
    policy = next(a["content"] for tag, a in Page(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    for kind in ("script", "style"):
        (own,) = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in (policy or "")
    assert (policy or "").startswith("default-src 'none';")


def test_the_board_of_a_group(html: str) -> None:
    page = Page(html)
    assert page.row("1", "丙局")[2:] == (
        ["100.0", "2", "2", "+1.3", "收入 +1.3", "0", "0", "0", "3", "▲ 前移2位", "+33.0", "1"]
    )
    assert page.row("2", "乙局")[2:6] == ["50.0", "1", "2", "−4.7"]
    assert page.row("—", "丁局 无可评价指标，不排位")[2:6] == ["—", "0", "0", "—"]
    assert page.row("4", "己局")[2:6] == ["0.0", "0", "1", "−41.7"]


def test_every_status_has_its_mark_and_word(html: str) -> None:
    page = Page(html)
    assert "■ 严重欠序时收入 −41.7" in page.row("己局")[1]
    assert "○ 未报数支出" in page.row("己局")[1]


def test_what_has_no_measure_and_who_has_not_filed(html: str) -> None:
    page = Page(html)
    called = html.split('<div class="call">')[1].split("</div>", maxsplit=1)[0]
    assert called.count("<li") == 6
    assert page.row("市直", "甲局", "1")[3:9] == [EVIL[0], "—", EVIL[1], EVIL[2], "2022年4月30日", "■ 逾期 （填报：—）"]
    assert page.row("没交局", "没有提纲")[2].startswith("session.yaml:1: UD708")
    assert page.row("戊局")[2].startswith("units/05-戊局.yaml:12: UD204")


def test_moves_are_drawn_where_two_units_compare(html: str) -> None:
    drawing = html.split('role="img"')[1].split("</svg>", maxsplit=1)[0]
    assert drawing.count('class="way') == 4
    assert [drawing.count(f'class="way {way}"') for way in ("up", "down")] == [1, 1]


def test_without_a_session_before_there_are_no_moves(root: Path) -> None:
    text = written(root / "decks" / "2022-05-30-first")
    assert "位次变化" not in text.split("口径说明</h2>")[0]
    assert "垂管：市税务局，4项可评价指标全部达序时或达标" in text
    assert "示例数据" in text
    assert Page(text).faults == []


def test_english(tmp_path: Path) -> None:
    page = Page(written(two_sessions(tmp_path), "en"))
    assert page.row("2", "甲局")[11] == "▼ down 1"
    assert "市直: 丙局, all 2 indicators met" in page.text
    assert "No measure" in page.text


def test_the_same_session_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    pages = {written(two_sessions(tmp_path / place)) for place in ("a", "b/c")}
    assert len(pages) == 1


def ordered(cells: list[dict[str, Any]], *, descending: bool) -> list[int]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("not installed: node, which runs the page's script outside of a browser")
    call = f"order({json.dumps(cells)}, {json.dumps(descending)}, 'zh-CN')"
    code = f"{SCRIPT.read_text('utf-8')}; console.log(JSON.stringify({call}))"
    done = subprocess.run([node, "-e", code], capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def cell(text: str, value: float | None = None) -> dict[str, Any]:
    return {"text": text, "value": value, "missing": text in ("", "—")}


@pytest.mark.parametrize(("descending", "places"), [(False, [4, 1, 0, 3, 2]), (True, [0, 3, 1, 4, 2])])
def test_figures_sort_by_value_equals_keep_their_order_and_missing_is_last(descending: bool, places: list[int]) -> None:
    cells = [cell("10.0", 10), cell("9.5", 9.5), cell("—"), cell("10", 10), cell("−1,000", -1000)]
    assert ordered(cells, descending=descending) == places


def test_texts_sort_by_the_language_and_numbers_within_them() -> None:
    cells = [cell("第10项"), cell("第9项"), cell(""), cell("安")]
    assert ordered(cells, descending=False) == [3, 1, 0, 2]


PROBE = """
<script>
const heads = () => Array.from(document.querySelectorAll("table.league th button"));
const first = document.querySelector("table.league").tBodies[0];
const names = () => Array.from(first.rows, (row) => row.cells[0].textContent + row.cells[5].dataset.v);
const told = {buttons: heads().length, first: names()};
heads()[5].click(); told.up = names();
told.sort = heads()[5].parentNode.getAttribute("aria-sort");
heads()[5].click(); told.down = names();
const choice = document.querySelector(".filter select");
choice.value = "2"; choice.dispatchEvent(new Event("change"));
const leagues = Array.from(document.querySelectorAll("table.league"));
told.shown = leagues.filter((table) => !table.parentNode.hidden).length;
told.alerts = document.querySelectorAll("script").length;
document.title = JSON.stringify(told);
</script></body>"""


def dom(file: Path) -> str:
    """Return a page as a browser has it after its scripts have run."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        reason = f"not installed: any of {', '.join(BROWSERS)}"
        if os.environ.get("UNITDECK_REQUIRE_BROWSER"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={file.parent / 'profile'}",
        "--dump-dom",
    ]
    done = subprocess.run([browser, *options, file.as_uri()], capture_output=True, check=True, timeout=120)
    return done.stdout.decode("utf-8")


def test_in_a_browser_the_script_runs_under_its_policy(html: str, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    file.write_text(html, "utf-8")
    assert '<button type="button">名次</button>' in dom(file)
    file.write_text(html.replace("</body>", PROBE), "utf-8")
    assert "<title>第二次会议 成绩单</title>" in dom(file)  # another script does not


def test_in_a_browser_headers_sort_and_groups_filter(html: str, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", html).replace("</body>", PROBE), "utf-8")
    told = json.loads(re.search(r"<title>(.*?)</title>", dom(file), re.DOTALL)[1])  # type: ignore[index]
    assert told == {
        "buttons": 42,
        "first": ["11.3", "2-4.7", "2-4.7", "4-41.7", "—"],
        "up": ["4-41.7", "2-4.7", "2-4.7", "11.3", "—"],
        "sort": "ascending",
        "down": ["11.3", "2-4.7", "2-4.7", "4-41.7", "—"],
        "shown": 1,
        "alerts": 2,
    }

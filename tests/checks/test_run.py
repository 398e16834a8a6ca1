import re
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import unitdeck.checks
from unitdeck.appraise.appraise import appraise
from unitdeck.base.catalog import explain
from unitdeck.checks import CHECKS
from unitdeck.checks.run import run_checks
from unitdeck.checks.texts import texts
from unitdeck.layout.placed import PlacedDeck
from unitdeck.outline.load import load_outline
from unitdeck.outline.model import EMPTY_SESSION, Duty, Outline, Unit
from unitdeck.template.style import Style

NO_CHECKS = {"pages", "pictures", "run", "subject", "texts"}


def modules() -> list[str]:
    return [each.name for each in iter_modules(unitdeck.checks.__path__) if each.name not in NO_CHECKS]


def test_every_module_is_in_the_table_with_its_manual_page():
    assert len(CHECKS) == len(modules())
    for name in modules():
        module = import_module(f"unitdeck.checks.{name}")
        assert CHECKS[module.CODE] is module.check
        assert re.match(r".+\.\n\n.+", module.__doc__, re.DOTALL)


def test_every_code_is_in_both_catalogues():
    assert all(explain(code, lang) for code in CHECKS for lang in ("zh", "en"))


def test_all_checks_run_and_only_warn(tmp_path: Path):
    path = tmp_path / "unit.yaml"
    path.write_text("单位: 财政局\n时长: 1\n职责: [机密★, 电话13812345678]\n举措:\n  - {问题: 慢}\n", encoding="utf-8")
    loaded = load_outline(path)
    assert loaded.value.minutes == Decimal(1)
    deck = PlacedDeck((), (1, 1), "", "", "zh", "")
    found = run_checks(
        appraise(loaded.value, EMPTY_SESSION, loaded.positions, "zh"),
        deck,
        loaded.positions,
        Style(("zh",), {}, 1.4, 0, 0, (), {}, 220),
    )
    assert [each.code for each in found] == ["UD421", "UD423", "UD432"]
    assert {each.severity for each in found} == {"warning"}


def test_texts_come_with_their_paths():
    outline = Outline(Unit("财政局", short=" "), duties=(Duty("收支"), Duty("监管", text="国资")))
    assert list(texts(outline)) == [
        (("unit", "name"), "财政局"),
        (("duties", 0, "title"), "收支"),
        (("duties", 1, "title"), "监管"),
        (("duties", 1, "text"), "国资"),
    ]

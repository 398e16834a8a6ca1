"""A session as its pages read it: who is when, for how long, and each unit's headline figures."""

from decimal import Decimal

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.meeting import Reporting, headline, session_view
from unitdeck.appraise.model import Appraisal
from unitdeck.outline.model import Actual, Measure, NextSession, Outline, Session, Target, TargetValue, Unit
from unitdeck.source.scalars import when

SESSION = Session(title="第一期", as_of=when("2022-05-31"), minutes=Decimal(8))


def target(name: str, done: str | None, kind: str = "cumulative") -> Target:
    actual = Actual(Decimal(done)) if done is not None else None
    return Target(name, unit="万元", kind=kind, target=TargetValue(Decimal(100)), actual=actual)  # type: ignore[arg-type]


def appraised(*targets: Target, measures: tuple[Measure, ...] = (), **fields: object) -> Appraisal:
    outline = Outline(Unit("某市财政局", "财政局", "市直", "局长"), targets=targets, measures=measures, **fields)  # type: ignore[arg-type]
    return appraise(outline, SESSION, None, "zh")


def filed(appraisal: Appraisal, group: str = "", start: str = "") -> Reporting:
    return Reporting("财政局", group, "filed", 0, appraisal, start)


MISSING = Reporting("水利局", "镇办", "missing", 0, None)


def test_the_best_and_the_worst_pace_and_what_no_measure_answers():
    found = headline(
        appraised(
            target("快", "60"),
            target("慢", "10"),
            target("更慢", "0"),
            target("没有数", None),
            measures=(Measure("差得多", target="更慢"), Measure("人手少")),
        )
    )
    assert (found.best.name, found.best.gap.text) == ("快", "+18.3")
    assert (found.worst.name, found.worst.gap.text) == ("更慢", "−41.7")  # 0 is a figure
    assert (found.indicators, found.weak_points, found.unanswered) == (4, 2, 1)
    assert sum(count.count for count in found.counts) == 4


def test_one_pace_is_not_best_and_worst():
    found = headline(appraised(target("税收", "50")))
    assert (found.best.name, found.worst) == ("税收", None)
    alike = headline(appraised(target("税收", "50"), target("非税", "50")))
    assert (alike.best.gap.text, alike.worst) == ("+8.3", None)


def test_without_a_schedule_there_is_no_pace():
    assert headline(appraised(target("失业率", "3.4", "level")))[2:4] == (None, None)
    assert headline(appraised()) == (0, (), None, None, 0, 0)


def test_names_come_from_the_outline_and_else_from_the_session():
    view = session_view(SESSION, [filed(appraised(), "垂管", "09:40"), MISSING], "文件夹", "zh")
    first, second = view.units
    assert first[:8] == ("unit-1", 1, "某市财政局", "财政局", "垂管", "局长", "8", "09:40")
    assert second[:8] == ("unit-2", 2, "水利局", "水利局", "镇办", "", "8", "")
    assert (second.state, second.appraisal, second.headline) == ("missing", None, None)
    assert (view.title, view.as_of, view.minutes) == ("第一期", "2022年5月31日", "16")


def test_minutes_are_the_units_own_or_the_sessions_and_no_sum_is_made_up():
    own = filed(appraised(minutes=Decimal("12.5")))
    assert session_view(SESSION, [own, filed(appraised())], "", "zh").minutes == "20.5"
    silent = session_view(SESSION._replace(minutes=None), [own, filed(appraised())], "", "zh")
    assert [unit.minutes for unit in silent.units] == ["12.5", ""]
    assert silent.minutes == ""


def test_a_session_without_a_title_goes_by_its_folder():
    assert session_view(Session(), [], "2022-05-30-first", "zh")[2:6] == ("2022-05-30-first", "", "", "")


def test_the_next_session():
    session = SESSION._replace(next_session=NextSession(when("2022-08-15")))
    assert session_view(session, [], "", "en").next_date == "15 August 2022"

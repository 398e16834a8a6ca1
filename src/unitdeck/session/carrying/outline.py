"""A unit's outline for the next session, made of its last one: what goes on is kept, what is new is left blank.

The last figures become 上期 (``previous``), the last ranks the ranks before, and everything promised comes back as
上次点评整改: the comments made at the meeting, comments and measures that are not closed, steps and goals whose date
has come. Figures, results and growth rates of the last period are never carried into a field of the new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.commitments import commitment_statuses
from unitdeck.appraise.dates import period_text
from unitdeck.appraise.model import Lang
from unitdeck.appraise.wording import Words, bare, words_of
from unitdeck.base.phrases import Say
from unitdeck.outline.model import (
    Ambition,
    Comment,
    Measure,
    MeasureStatus,
    Outline,
    Previous,
    Project,
    Rank,
    Step,
    Target,
    When,
)
from unitdeck.outline.write import BLANK, Note, Path
from unitdeck.session.carrying.words import speaker
from unitdeck.session.papers.comment_record import Remark
from unitdeck.session.papers.ledger_record import Line
from unitdeck.source.yaml_text import comment


class _Open(NamedTuple):
    """A promise that comes back, its status of last time, and what was told of it then."""

    promise: Comment
    status: MeasureStatus | None
    told: str


_LANGS: tuple[Lang, ...] = ("zh", "en")


class Told(NamedTuple):
    """What the papers of the last meeting say of a unit: the comments recorded, and the lines of the ledger."""

    remarks: Sequence[Remark] = ()
    lines: Sequence[Line] = ()


class Carried(NamedTuple):
    """The outline to be completed, and the notes that say what is to be filled in (:mod:`unitdeck.outline.write`).

    ``stood`` is the status that each promise under ``last_review`` had last time, by its index, where it had one.
    """

    outline: Outline
    notes: dict[Path, Note]
    stood: dict[int, str]


def carried(last: Outline, as_of: When | None, told: Told, today: date | None, lang: Lang) -> Carried:
    """Return a unit's next outline; ``as_of`` is the data date of the last one, ``today`` of the next where known."""
    return _Carrier(lang, as_of, today).outline(last, told)


def says_carried(text: str) -> bool:
    """Whether a file begins as a carried outline does."""
    return any(text.startswith(comment(speaker(lang)("head"))) for lang in _LANGS)


def is_untouched(outline: Outline) -> bool:
    """Whether an outline still is as it was carried: it has figures of last time, and none of this time."""
    before = [target for target in outline.targets if target.previous or any(rank.previous for rank in target.ranks)]
    if not before and not outline.last_review:
        return False
    told = [comment for comment in outline.last_review if comment.status or comment.action]
    return not told and not any(target.actual for target in outline.targets)


class _Carrier:
    def __init__(self, lang: Lang, as_of: When | None, today: date | None) -> None:
        self.lang = lang
        self.say: Say = speaker(lang)
        self.words: Words = words_of(lang)
        self.as_of = as_of
        self.today = today
        self.statuses = commitment_statuses(lang)
        self.notes: dict[Path, Note] = {}
        self.stood: dict[int, str] = {}

    def outline(self, last: Outline, told: Told) -> Carried:
        say = self.say
        targets = tuple(self.target(target, ("targets", n)) for n, target in enumerate(last.targets))
        fell_due = [step for step in last.next_steps if self._is_due(step)]
        ended = [goal for goal in last.ambitions if goal.due and self.today and self._is_due(goal)]
        review = self._review(last, told, fell_due, ended)
        ambitions = [goal for goal in last.ambitions if goal not in ended]
        for n, goal in enumerate(ambitions):
            for field in ("now", "benchmark"):
                if getattr(goal, field):
                    self.notes["ambitions", n, field] = self._before(getattr(goal, field))
        for field in ("as_of", "source", "headline"):
            said = getattr(last, field)
            if said:
                self.notes[field,] = self._before(said.text if isinstance(said, When) else said)
        self._heads(last)
        outline = Outline(
            unit=last.unit,
            template=last.template,
            sample=last.sample,
            slogan=last.slogan,
            minutes=last.minutes,
            duties=last.duties,
            targets=targets,
            projects=self._projects(last),
            ambitions=tuple(goal._replace(now="", benchmark="") for goal in ambitions),
            last_review=review,
            next_steps=tuple(step for step in last.next_steps if step not in fell_due),
        )
        head = Note(above=(say("head"), say("head_blank"), ""))
        return Carried(outline, {("unit",): head, **self.notes}, self.stood)

    def target(self, last: Target, path: Path) -> Target:
        actual = last.actual
        period = (bare(actual.period) if actual else "") or period_text(self.as_of, self.words)
        value = actual.value if actual else None
        told = self._value(value, actual.text if actual else "", last.unit)
        self.notes[path] = Note(above=("",))
        self.notes[*path, "actual"] = Note(say_before(self.say, period, told), blank=True)
        for field in ("source", "note"):
            if getattr(last, field):
                self.notes[*path, field] = self._before(getattr(last, field))
        if last.preliminary:
            self.notes[*path, "preliminary"] = Note(self.say("preliminary"), blank=True)
        if last.base is not None or last.yoy:
            self.notes[*path, "base"] = Note(self.say("base"), blank=True)
        if last.yoy:
            bases = self.words.listing(tuple(growth.basis for growth in last.yoy if growth.basis))
            self.notes[*path, "yoy"] = Note(
                self.say("yoy_bases", bases=bases) if bases else self.say("yoy"), blank=True
            )
        if last.series:
            self.notes[*path, "series"] = Note(self.say("series"))
        if last.parts:
            self.notes[*path, "parts"] = Note(self.say("parts"))
        for n in range(len(last.parts)):
            self.notes[*path, "parts", n, "value"] = BLANK
        for n in range(len(last.benchmarks)):
            self.notes[*path, "benchmarks", n, "value"] = BLANK
        return last._replace(
            source="",
            note="",
            preliminary=False,
            actual=None,
            previous=self._previous(last, value, period),
            base=None,
            yoy=(),
            declared=None,
            ranks=tuple(self._rank(rank, period, (*path, "ranks", n)) for n, rank in enumerate(last.ranks)),
            benchmarks=tuple(each._replace(value=None) for each in last.benchmarks),
            parts=tuple(each._replace(value=None, yoy=None, declared=None) for each in last.parts),
        )

    def _previous(self, last: Target, value: Decimal | None, period: str) -> Previous | None:
        if value is None:
            return None
        return Previous(value, period, self.as_of, last.unit, last.caliber)

    def _rank(self, last: Rank, period: str, path: Path) -> Rank:
        self.notes[*path, "rank"] = Note(blank=True, beside=self.say("rank"))
        self.notes[*path, "of"] = BLANK
        for n in range(len(last.peers)):
            self.notes[*path, "peers", n, "value"] = BLANK
        return last._replace(
            rank=None,
            of=None,
            previous=last.rank,
            previous_of=last.of if last.rank is not None else None,
            previous_period=period if last.rank is not None else "",
            peers=tuple(peer._replace(value=None) for peer in last.peers),
        )

    def _review(
        self, last: Outline, said: Told, steps: Sequence[Step], goals: Sequence[Ambition]
    ) -> tuple[Comment, ...]:
        say = self.say
        found: list[_Open] = [
            _Open(_remarked(row), row.status, row.evidence) for row in said.remarks if not _is_closed(row)
        ]
        for row in last.last_review:
            if not _is_closed(row):
                carried_on = row._replace(action="", status=None, evidence="", checked_by="")
                found.append(_Open(carried_on, row.status, row.action))
        for measure in last.measures:
            if not _is_closed(measure):
                promise = Comment(measure.problem, promise=measure.action, owner=measure.owner, due=measure.due)
                found.append(_Open(promise._replace(origin=say("measure")), measure.status, ""))
        for step in steps:
            kept = Comment(step.title, promise=step.goal, owner=step.owner, due=step.due, origin=say("step"))
            found.append(_Open(kept, None, ""))
        for goal in goals:
            found.append(_Open(Comment(goal.title, promise=goal.goal, due=goal.due, origin=say("goal")), None, ""))
        found = _by_ledger(found, said.lines, say("ledger"))
        for n, (_, status, told) in enumerate(found):
            if status:
                self.stood[n] = self.statuses[status].word
            before = self.words.say("join").join(part for part in (self.stood.get(n, ""), bare(told)) if part)
            path: Path = ("last_review", n)
            self.notes[path] = Note(above=("",))
            self.notes[*path, "action"] = Note(blank=True)
            self.notes[*path, "status"] = Note(say("before", said=before) if before else "", blank=True)
            self.notes[*path, "evidence"] = Note(blank=True)
            self.notes[*path, "checked_by"] = Note(blank=True)
        return tuple(row for row, _, _ in found)

    def _projects(self, last: Outline) -> tuple[Project, ...]:
        kept = []
        for n, project in enumerate(last.projects):
            for field in ("completed", "progress", "status"):
                said = getattr(project, field)
                if said not in (None, ""):
                    self.notes["projects", n, field] = self._before(
                        format(said, "f") if isinstance(said, Decimal) else said
                    )
            if project.milestones:
                self.notes["projects", n, "milestones"] = Note(self.say("milestones"))
            kept.append(project._replace(completed=None, progress=None, status="", photo=None))
        return tuple(kept)

    def _heads(self, last: Outline) -> None:
        """What stands above the sections: how each is completed, and those that begin anew as examples."""
        for section in ("duties", "targets", "measures", "projects", "highlights", "ambitions", "last_review"):
            self.notes[section,] = Note(above=("", *self.say(f"{section}_head").split("\n")))
        self.notes["next_steps",] = Note(above=("", self.say("next_steps_head")))
        asked = [self.say("asked", text=ask.text, to=ask.to or "—") for ask in last.asks]
        self.notes["asks",] = Note(above=("", *self.say("asks_head").split("\n"), *asked))
        self.notes["photos",] = Note(above=("", *self.say("photos_head").split("\n")))

    def _is_due(self, row: Step | Ambition) -> bool:
        """Whether a promise is to be answered for by the next session; of one without a date nobody can say not yet."""
        due = row.due.date if row.due else None
        return due is None or self.today is None or due <= self.today

    def _before(self, said: str) -> Note:
        return Note(self.say("before", said=said), blank=True)

    def _value(self, value: Decimal | None, text: str, unit: str) -> str:
        return text if value is None else self.words.quantity(format(value, "f"), unit)


def _is_closed(row: Comment | Measure | Remark) -> bool:
    """Whether a promise is settled: closed, and on evidence. What is only called so is asked for again."""
    return row.status == "closed" and bool(row.evidence.strip())


def _by_ledger(found: Sequence[_Open], lines: Sequence[Line], origin: str) -> list[_Open]:
    """Return what is open by the ledger of the last meeting too, with its statuses; and the lines that only it has.

    A promise and its line are found by the problem; spaces do not count, for reading a table makes them single.
    """
    left = list(lines)
    still: list[_Open] = []
    for row in found:
        problem = " ".join(row.promise.comment.split())
        line = next((line for line in left if problem in (line.problem, line.problem or line.action)), None)
        if line is None:
            still.append(row._replace(status=_proven(row.status)))
            continue
        left.remove(line)
        if not line.closed:
            still.append(row._replace(status=_proven(line.status or row.status), told=line.evidence or row.told))
    for line in left:
        if not line.closed:
            task = line.action if line.problem else ""
            promise = Comment(line.problem or line.action, promise=task, owner=line.owner, due=line.due, origin=origin)
            still.append(_Open(promise, _proven(line.status), line.evidence))
    return still


def _proven(status: MeasureStatus | None) -> MeasureStatus | None:
    """Return the status of what is open: what is only called closed still awaits its check."""
    return "to_verify" if status == "closed" else status


def _remarked(row: Remark) -> Comment:
    """A task that was given without a comment stands in its place."""
    task = row.task if row.comment else ""
    return Comment(row.comment or row.task, row.by, promise=task, owner=row.owner, due=row.due)


def say_before(say: Say, period: str, told: str) -> str:
    """Return what is said beside a blank figure: which period's figure came before."""
    if not told:
        return say("no_figure")
    return say("figure_in", period=period, said=told) if period else say("before", said=told)

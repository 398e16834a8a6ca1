"""What the papers of a meeting tell: its people, its timetable, and each unit with what its figures say.

These are the values that a template's paper files print. Figures are those of the appraisal, as the decks print them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.commitments import commitment_statuses, standing
from unitdeck.appraise.dates import when_text
from unitdeck.appraise.model import Status, StatusCount
from unitdeck.appraise.wording import words_of
from unitdeck.base.language import Lang
from unitdeck.outline.model import Ask, Comment, Commentator
from unitdeck.session.board.register import Entry, register
from unitdeck.session.board.scoreboard import Board, Row
from unitdeck.session.papers.comment_record import Remark, labels
from unitdeck.session.results import Results, Unit, place_of
from unitdeck.session.timetable import Timetable, timetable


class Due(NamedTuple):
    """A remark as papers print it."""

    remark: Remark
    due: str


class Review(NamedTuple):
    """A comment of the session before with what became of it; past its date it is overdue unless it is done."""

    comment: Comment
    due: str
    status: Status
    place: str


class Turn(NamedTuple):
    """A unit's turn. ``minutes`` and the times of day are printed texts, '' where unknown.

    ``fault`` says why there is no outline that can be read, '' where there is one; then there are figures: ``finding``
    is the overview's sentence, ``behind`` the rows that call for a measure, ``place`` its place of ``ranked`` units in
    its group (None: none). ``following`` is the name of the next unit, '' for the last.
    """

    number: int
    name: str
    full: str
    group: str
    speaker: str
    minutes: str
    begins: str
    commented: str
    ends: str
    fault: str
    finding: str
    counts: tuple[StatusCount, ...]
    rows: tuple[Row, ...]
    behind: tuple[Row, ...]
    unanswered: tuple[Row, ...]
    weak: tuple[Entry, ...]
    reviews: tuple[Review, ...]
    asks: tuple[Ask, ...]
    remarks: tuple[Due, ...]
    place: int | None
    ranked: int
    following: str


class Part(NamedTuple):
    """A line of the agenda: ``turn`` is the unit's, None for the opening, a break, the speech.

    ``after`` is the number of the unit before it, 0 for none.
    """

    kind: str
    turn: Turn | None
    after: int
    minutes: str
    begins: str
    ends: str


class Programme(NamedTuple):
    """A meeting as its papers tell it. ``total`` are all minutes that are given; ``timed`` whether each part has its.

    ``record`` says whether remarks have been read; ``year`` is that of the meeting, else of the data, else 1980.
    """

    title: str
    date: str
    place: str
    as_of: str
    start: str
    host: str
    leader: str
    minutes: str
    comment_minutes: str
    speech_minutes: str
    commentators: tuple[Commentator, ...]
    drawn: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    turns: tuple[Turn, ...]
    missing: tuple[Turn, ...]
    parts: tuple[Part, ...]
    total: str
    timed: bool
    sample: bool
    record: bool
    year: int


def programme(found: Results, scores: Board, remarks: Sequence[Remark], lang: Lang) -> Programme:
    """Return the programme of a session, of its board, with what has been said at the meeting so far."""
    session = found.session
    own = [unit.loaded.value.minutes if unit.loaded else None for unit in found.units]
    times = timetable(session, found.workspace.units, own)
    turns = _turns(found, scores, times, remarks, lang)
    words = words_of(lang)
    shown = [unit.appraisal for unit in found.units if unit.appraisal]
    said = when_text(session.as_of, words)
    dates = {said} if said else {appraisal.as_of for appraisal in shown}
    day = session.date or session.as_of
    names = tuple(dict.fromkeys(turn.group for turn in turns))
    return Programme(
        title=next((a.session_title for a in shown), "") or session.title or found.workspace.folder.resolve().name,
        date=when_text(session.date, words),
        place=session.place,
        as_of=dates.pop() if len(dates) == 1 else "",
        start=times.clock(Decimal(0)),
        host=session.host,
        leader=session.leader,
        minutes=minutes_text(session.minutes),
        comment_minutes=minutes_text(session.comment_minutes),
        speech_minutes=minutes_text(session.speech_minutes),
        commentators=session.commentators,
        drawn=session.draw.seed if session.draw else "",
        groups=tuple((name, tuple(turn.name for turn in turns if turn.group == name)) for name in names if name),
        turns=turns,
        missing=tuple(turn for turn in turns if turn.fault),
        parts=_parts(times, turns),
        total=minutes_text(times.total),
        timed=times.complete,
        sample=any(a.sample for a in shown),
        record=bool(remarks),
        year=day.date.year if day and day.date else 1980,
    )


def minutes_text(minutes: Decimal | None) -> str:
    """Return minutes as printed: 10, 7.5; '' where none are given."""
    return "" if minutes is None else f"{minutes.normalize():f}"


def _turns(found: Results, scores: Board, times: Timetable, remarks: Sequence[Remark], lang: Lang) -> tuple[Turn, ...]:
    words = words_of(lang)
    names = labels(found)
    entries: dict[str, list[Entry]] = {}
    for entry in register(scores, lang, found.workspace.folder):
        entries.setdefault(entry.place.rpartition(":")[0], []).append(entry)
    said: dict[str, list[Due]] = {}
    for remark in remarks:
        said.setdefault(remark.unit, []).append(Due(remark, when_text(remark.due, words)))
    standings = {s.unit.file: (s, group.ranked) for group in scores.groups for s in group.standings}
    slots = [slot for slot in times.slots if slot.kind == "unit"]
    turns = []
    for number, (file, unit, name) in enumerate(zip(found.workspace.units, found.units, names, strict=True), 1):
        slot = slots[number - 1]
        outline = unit.loaded.value if unit.loaded else None
        place, ranked = standings.get(unit.file, (None, 0)) if unit.file else (None, 0)
        rows = place.rows if place else ()
        turns.append(
            Turn(
                number=number,
                name=name,
                full=outline.unit.name if outline else name,
                group=unit.group,
                speaker=outline.unit.speaker if outline else "",
                minutes=minutes_text(slot.minutes),
                begins=times.clock(slot.begins),
                commented=times.clock(slot.commented),
                ends=times.clock(slot.ends),
                fault=unit.fault,
                finding=unit.appraisal.findings.overview if unit.appraisal else "",
                counts=unit.appraisal.counts if unit.appraisal else (),
                rows=rows,
                behind=tuple(row for row in rows if row.behind),
                unanswered=tuple(row for row in rows if row.behind and not row.measures),
                weak=tuple(entries.get(unit.file, ())) if unit.file else (),
                reviews=_reviews(unit, found, lang),
                asks=outline.asks if outline else (),
                remarks=tuple(said.get(file.name, ())),
                place=place.place if place else None,
                ranked=ranked,
                following=names[number] if number < len(names) else "",
            )
        )
    return tuple(turns)


def _reviews(unit: Unit, found: Results, lang: Lang) -> tuple[Review, ...]:
    if unit.loaded is None:
        return ()
    outline, positions = unit.loaded.value, unit.loaded.positions
    statuses, words = commitment_statuses(lang), words_of(lang)
    as_of = outline.as_of or found.session.as_of
    return tuple(
        Review(
            comment=comment,
            due=when_text(comment.due, words),
            status=statuses[standing(comment, as_of.date if as_of else None)],
            place=place_of(positions.at("last_review", n), found.workspace.folder),
        )
        for n, comment in enumerate(outline.last_review)
    )


def _parts(times: Timetable, turns: Sequence[Turn]) -> tuple[Part, ...]:
    parts: list[Part] = []
    heard = 0
    for slot in times.slots:
        turn = turns[heard] if slot.kind == "unit" else None
        begins, ends = times.clock(slot.begins), times.clock(slot.ends)
        minutes = "" if slot.minutes is None else minutes_text(slot.minutes + slot.comments)
        parts.append(Part(slot.kind, turn, heard, minutes, begins, ends))
        heard += turn is not None
    return tuple(parts)

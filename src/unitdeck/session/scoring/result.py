"""``scores.json``: the scores for programs, and for the session's own results pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from unitdeck.appraise.arithmetic import rounded
from unitdeck.appraise.scoring.total import PLACES
from unitdeck.session.building.manifest import relative, sha256
from unitdeck.session.scoring.remarks import remark
from unitdeck.session.scoring.scores import Scores, UnitScore
from unitdeck.session.scoring.setting import Setting
from unitdeck.session.scoring.words import score_speaker


def score_json(setting: Setting, scores: Scores, sheets: Sequence[Path]) -> bytes:
    """Return the result; the same sheets and outlines give the same bytes. Figures are texts, as printed."""
    workspace = setting.found.workspace
    outlines = [workspace.folder / unit.file for unit in setting.found.units if unit.file]
    plain = {
        "session": setting.code,
        "scoring": [{"part": part.name, "weight": str(part.weight)} for part in scores.rules.parts],
        "groups": [
            {
                "name": group.name,
                "ranked": group.ranked,
                "units": [_unit(unit, setting, scores) for unit in group.units],
            }
            for group in scores.groups
        ],
        "counts": [
            {
                "kind": tally.kind,
                "counted": len(tally.columns),
                "valid": len(tally.valid),
                "void": [
                    {"ballot": column.head, "reason": column.void.reason, "cells": column.place}
                    for column in tally.columns
                    if column.void
                ],
            }
            for tally in scores.tallies
        ],
        "inputs": {relative(file, workspace): sha256(file) for file in (*sheets, *outlines)},
    }
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _unit(unit: UnitScore, setting: Setting, scores: Scores) -> dict[str, Any]:
    return {
        "place_in_order": unit.at + 1,
        "name": unit.name,
        "file": unit.unit.file,
        "place": unit.place,
        "score": _text(unit.score),
        "parts": {name: _text(None if value is None else rounded(value, PLACES)) for name, value in unit.parts.items()},
        "minutes": _text(None if unit.taken is None else rounded(unit.taken, PLACES)),
        "deducted": str(unit.deducted.normalize() if unit.deducted else 0),
        "remark": remark(unit, scores, score_speaker(setting.lang), filled=True),
        "marks": {tally.kind: _cells(tally.columns, unit.at) for tally in scores.tallies},
    }


def _cells(columns: Sequence[Any], at: int) -> list[list[str]]:
    return [[column.marks[at].cell, "、".join(column.marks[at].marks)] for column in columns if at in column.marks]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)

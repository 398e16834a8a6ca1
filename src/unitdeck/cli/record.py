"""What became of a run's outlines, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.language import Lang
from unitdeck.cli.build import Outcome
from unitdeck.cli.findings import as_text
from unitdeck.cli.output import errors_in, warnings_in


def as_json(outcomes: Sequence[Outcome], lang: Lang) -> str:
    """Return a list of ``{outline, path, pages, charts, seconds, warnings, errors}``, nulls where nothing was built."""
    return json.dumps([_record(outcome, lang) for outcome in outcomes], ensure_ascii=False, indent=2)


def _record(outcome: Outcome, lang: Lang) -> dict[str, object]:
    built = outcome.built
    return {
        "outline": str(outcome.outline),
        "path": str(built.path) if built else None,
        "pages": built.pages if built else None,
        "charts": built.charts if built else None,
        "seconds": round(built.seconds, 3) if built else None,
        "warnings": _findings(warnings_in(outcome.diagnostics), lang),
        "errors": _findings(errors_in(outcome.diagnostics), lang),
    }


def _findings(diagnostics: list[Diagnostic], lang: Lang) -> object:
    return json.loads(as_text(tuple(diagnostics), "json", lang))

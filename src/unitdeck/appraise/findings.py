"""Every slide's finding: one sentence each, true of the figures, in the reader's language."""

from __future__ import annotations

from unitdeck.appraise import findings_series, findings_targets, findings_work
from unitdeck.appraise.evidence import Evidence
from unitdeck.appraise.model import Findings


def findings(evidence: Evidence) -> Findings:
    """Return the sentences of all slides; '' where nothing can be said."""
    return Findings(
        cover=findings_targets.cover(evidence),
        duties=findings_work.duties(evidence),
        overview=findings_targets.overview(evidence),
        overview_note=findings_targets.overview_note(evidence),
        progress=findings_targets.progress(evidence),
        progress_note=findings_targets.progress_note(evidence),
        levels=findings_targets.levels(evidence),
        ranks=findings_series.ranks(evidence),
        trends=tuple(findings_series.trend(i, evidence) for i in evidence.trends),
        parts=tuple(findings_series.composition(i, evidence) for i in evidence.composed),
        projects=findings_work.projects(evidence),
        milestones=findings_work.milestones(evidence),
        highlights=findings_work.highlights(evidence),
        measures=findings_work.measures(evidence),
        last_review=findings_work.last_review(evidence),
        next_steps=findings_work.next_steps(evidence),
        ambitions=findings_work.ambitions(evidence),
        photos=findings_work.photos(evidence),
    )

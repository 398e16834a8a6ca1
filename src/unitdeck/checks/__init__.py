"""Doubts about a deck before it is built; one module a check.

All are warnings, but for files that cannot be shown. A check's docstring says what it holds and why;
``unitdeck explain CODE`` says it to the clerk.
"""

from __future__ import annotations

from unitdeck.checks import (
    changed_calibers,
    dense_pages,
    giant_pictures,
    identity_numbers,
    incomplete_measures,
    long_lists,
    overfull_pages,
    page_count,
    phone_numbers,
    secrecy_marks,
    shrunken_totals,
    small_pictures,
    speaking_time,
    split_texts,
    unaddressed_targets,
    unchecked_closures,
    unfilled_figures,
    unfilled_ranks,
    untold_promises,
    unusable_pictures,
)
from unitdeck.checks.subject import Check

CHECKS: dict[str, Check] = {
    overfull_pages.CODE: overfull_pages.check,
    speaking_time.CODE: speaking_time.check,
    page_count.CODE: page_count.check,
    dense_pages.CODE: dense_pages.check,
    split_texts.CODE: split_texts.check,
    long_lists.CODE: long_lists.check,
    secrecy_marks.CODE: secrecy_marks.check,
    identity_numbers.CODE: identity_numbers.check,
    phone_numbers.CODE: phone_numbers.check,
    unaddressed_targets.CODE: unaddressed_targets.check,
    incomplete_measures.CODE: incomplete_measures.check,
    small_pictures.CODE: small_pictures.check,
    unusable_pictures.CODE: unusable_pictures.check,
    giant_pictures.CODE: giant_pictures.check,
    unfilled_figures.CODE: unfilled_figures.check,
    unfilled_ranks.CODE: unfilled_ranks.check,
    untold_promises.CODE: untold_promises.check,
    unchecked_closures.CODE: unchecked_closures.check,
    shrunken_totals.CODE: shrunken_totals.check,
    changed_calibers.CODE: changed_calibers.check,
}

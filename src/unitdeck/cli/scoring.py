"""What the two commands of scoring share."""

from __future__ import annotations

from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.cli.output import show
from unitdeck.cli.words import speaker
from unitdeck.session.scoring.setting import Setting, setting_of


def scored(folder: Path, lang: Lang) -> Setting:
    """Return a session as it is scored; raise a usage error where its file says nothing of scoring."""
    setting = setting_of(folder, lang)
    if setting is None:
        raise click.UsageError(speaker(lang)("not_scored", folder=folder))
    return setting


def show_faults(setting: Setting, output_format: str, lang: Lang) -> None:
    """Show what is wrong with the session's file and with outlines that could not be read."""
    faults = (*setting.found.diagnostics, *(fault for unit in setting.found.units for fault in unit.faults))
    show(faults, form=output_format, lang=lang)

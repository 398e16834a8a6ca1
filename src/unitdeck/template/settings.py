"""``template.yaml`` read and checked. Runs once a template, when it is compiled; the result is cached in the pack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.units import inches
from unitdeck.template.default_words import DEFAULT_WORDS
from unitdeck.template.palette import SLOTS, Theme
from unitdeck.template.style import ROLES, SESSION_WORDS, WORDS, Fit, SessionSlides, Size, Style

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

Points = Annotated[float, Field(ge=8, le=120)]
Inches = Annotated[float, Field(ge=0, le=2)]
Color = Annotated[str, Field(pattern=r"^#?[0-9A-Fa-f]{6}$")]
_Path = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)*$")]
_FONT = r"^[^\x00-\x1f<>&\"]{1,60}$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FitSettings(_Strict):
    """The keys of ``fit``, each of which may be left out (see :class:`Fit`)."""

    growth: Annotated[float, Field(ge=0, le=0.5)] = Fit().growth
    longest_line: Annotated[float, Field(ge=20, le=200)] = Fit().longest_line
    least_rows: Annotated[int, Field(ge=1, le=6)] = Fit().least_rows
    pages: Annotated[int, Field(ge=1, le=99)] = Fit().pages
    dense: Annotated[float, Field(gt=0, le=1)] = Fit().dense
    characters: Annotated[int, Field(ge=50, le=5000)] = Fit().characters


class SessionSettings(_Strict):
    """The keys of ``session_slides`` (see :class:`SessionSlides`)."""

    opening: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class FontSettings(_Strict):
    """The keys of ``theme.fonts``: the typefaces of Latin and of East Asian text."""

    latin: Annotated[str, Field(pattern=_FONT)] = ""
    ea: Annotated[str, Field(pattern=_FONT)] = ""


class ThemeSettings(_Strict):
    """The keys of ``theme``: colours of base.pptx's theme by slot, and its fonts. What is left out stays."""

    dk1: Color = ""
    lt1: Color = ""
    dk2: Color = ""
    lt2: Color = ""
    accent1: Color = ""
    accent2: Color = ""
    accent3: Color = ""
    accent4: Color = ""
    accent5: Color = ""
    accent6: Color = ""
    hlink: Color = ""
    folHlink: Color = ""  # noqa: N815 (as the theme part calls it)
    fonts: FontSettings = FontSettings()


class MigrationSettings(_Strict):
    """What a major version renamed in outlines and sessions (see :mod:`unitdeck.template.migrate`).

    ``keys``: the new key by the path of the old one; ``values``: new values by old ones by path.
    """

    to: Annotated[int, Field(ge=1)]
    keys: dict[_Path, Annotated[str, Field(pattern=r"^[a-z_]+$")]] = {}
    values: dict[_Path, dict[str, str]] = {}


class _Migrations(_Strict):
    migrations: tuple[MigrationSettings, ...] = ()


class Settings(_Strict):
    """The keys of ``template.yaml``. ``sizes`` are [preferred, least] points, ``gap`` and ``gutter`` inches."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    extends: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(@\d+)?$")] | None = None
    languages: tuple[str, ...]
    characters_per_minute: Annotated[int, Field(ge=60, le=600)] = 220
    line_spacing: Annotated[float, Field(ge=1.1, le=2)] = 1.4
    gap: Inches = 0.24
    gutter: Inches = 0.26
    fit: FitSettings = FitSettings()
    theme: ThemeSettings | None = None
    sizes: dict[str, tuple[Points, Points]]
    slides: tuple[str, ...]
    session_slides: SessionSettings | None = None
    words: dict[str, dict[str, str]]
    migrations: tuple[MigrationSettings, ...] = ()

    @field_validator("sizes")
    @classmethod
    def _ordered(cls, value: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
        for role, (best, least) in value.items():
            if least > best:
                raise ValueError(f"{role}: {least} > {best}")
        return _complete(value, ROLES)

    @field_validator("words")
    @classmethod
    def _spoken(cls, value: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        filled = {lang: {**DEFAULT_WORDS.get(lang, {}), **words} for lang, words in value.items()}
        for lang, words in filled.items():
            _complete(words, (*WORDS, *SESSION_WORDS), f"{lang}.")
        return filled

    def tokens(self) -> Theme | None:
        """Return the colours and fonts that are written into the theme part; None where ``theme`` says nothing."""
        if self.theme is None:
            return None
        given = {slot: getattr(self.theme, slot) for slot in SLOTS}
        colors = {slot: f"#{color.removeprefix('#').upper()}" for slot, color in given.items() if color}
        return Theme(colors, self.theme.fonts.latin, self.theme.fonts.ea)

    def style(self) -> Style:
        """Return the settings as layout reads them (spaces in EMU)."""
        return Style(
            languages=self.languages,
            sizes={role: Size(best, least) for role, (best, least) in self.sizes.items()},
            line_spacing=self.line_spacing,
            gap=inches(self.gap),
            gutter=inches(self.gutter),
            slides=self.slides,
            words=self.words,
            characters_per_minute=self.characters_per_minute,
            fit=Fit(**dict(self.fit)),
            session=SessionSlides(**dict(self.session_slides)) if self.session_slides else None,
        )


def _complete(value: dict[str, T], wanted: tuple[str, ...], within: str = "") -> dict[str, T]:
    missing = [f"{within}{key}" for key in wanted if key not in value]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")
    return value


def read_settings(data: object, file: str) -> Settings:
    """Return the settings; raises BuildError (UD502) naming every key that is wrong."""
    return _validated(Settings, data, file)


def read_migrations(data: Mapping[str, object], file: str) -> tuple[MigrationSettings, ...]:
    """Return what a template.yaml says under ``migrations``; raises BuildError (UD502)."""
    return _validated(_Migrations, {"migrations": data.get("migrations") or ()}, file).migrations


def _validated(model: type[M], data: object, file: str) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        raise BuildError(
            tuple(
                error(
                    "UD502",
                    Span(file),
                    key=".".join(str(part) for part in problem["loc"]) or "template.yaml",
                    found=str(problem["input"])[:60],
                    reason=problem["msg"],
                )
                for problem in failure.errors()
            )
        ) from failure

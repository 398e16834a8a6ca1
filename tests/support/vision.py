"""How colours look to readers who see two primaries, and how far apart two colours are."""

from __future__ import annotations

import math

from unitdeck.base.contrast import linear

# Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
# severity 1.0, on linear RGB.
MATRICES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Light = tuple[float, float, float]


def seen(color: str, kind: str) -> Light:
    """Return a ``#RRGGBB`` colour as linear RGB, as a reader of that kind sees it ('' for most readers)."""
    light = linear(color)
    if not kind:
        return light
    red, green, blue = (
        min(max(sum(weight * part for weight, part in zip(row, light, strict=True)), 0.0), 1.0)
        for row in MATRICES[kind]
    )
    return red, green, blue


def difference(one: Light, other: Light) -> float:
    """Return how far apart two colours are: the distance in Oklab (Ottosson 2020) times 100.

    2 can just be told side by side; 10 is told at a glance where the two do not touch.
    """
    return 100 * math.dist(_oklab(one), _oklab(other))


def _oklab(light: Light) -> Light:
    red, green, blue = light
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )

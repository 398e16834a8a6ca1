"""A flat picture and the shapes that the sample scenes share.

Coordinates are pixels of the finished picture, origin top left; drawing happens at twice the size and is scaled
down, so that edges are smooth.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

ZOOM = 2
JPEG_QUALITY = 82
GRAIN = 5  # peak of the grain in grey levels: flat areas look like paper, the file stays small

SKY = ("#BFD6DE", "#F6EBDB")
SKY_DAWN = ("#C9D3DE", "#F8E2CB")
FAR, MIDDLE, NEAR, DEEP = ("#B3C8CB", "#C6D5D2"), ("#8DB0AC", "#A5C0B4"), ("#6B9A88", "#8AB098"), ("#4B7A69", "#6C967B")
INK, CONCRETE, STEEL, PAPER = "#34474F", "#C9CCC6", "#8E9CA1", "#F7F3EA"
BRICK, CLAY, RED, GOLD, WOOD = "#C68F70", "#E3C7A4", "#B5544A", "#DDAE62", "#A97B55"
PANEL, PANEL_LINE, WATER, GLASS = "#3E5F7C", "#86A3BA", ("#A8CBD3", "#7FADBB"), "#A9C9D2"
LEAF = ("#5F8F72", "#7CA683", "#4E7E68")

Point = tuple[float, float]


class Scene:
    """A picture being drawn, with the few shapes that the scenes share."""

    def __init__(self, size: tuple[int, int], sky: tuple[str, str]) -> None:
        self.width, self.height = size
        self.image = _gradient((self.width * ZOOM, self.height * ZOOM), *sky)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """Fill a polygon."""
        self.draw.polygon([(x * ZOOM, y * ZOOM) for x, y in points], fill=fill)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, *, radius: float = 0) -> None:
        """Fill a rectangle, with round corners if ``radius`` is given."""
        box = (x * ZOOM, y * ZOOM, (x + w) * ZOOM, (y + h) * ZOOM)
        self.draw.rounded_rectangle(box, radius * ZOOM, fill=fill)

    def disc(self, x: float, y: float, rx: float, fill: str, ry: float | None = None) -> None:
        """Fill a disc or an ellipse around ``x, y``."""
        ry = rx if ry is None else ry
        self.draw.ellipse(((x - rx) * ZOOM, (y - ry) * ZOOM, (x + rx) * ZOOM, (y + ry) * ZOOM), fill=fill)

    def line(self, points: Sequence[Point], fill: str, width: float) -> None:
        """Draw an open line."""
        self.draw.line([(x * ZOOM, y * ZOOM) for x, y in points], fill=fill, width=round(width * ZOOM), joint="curve")

    def shade(self, points: Sequence[Point], colors: tuple[str, str]) -> None:
        """Fill a polygon with a vertical gradient over its own height."""
        scaled = [(round(x * ZOOM), round(y * ZOOM)) for x, y in points]
        left, top = min(x for x, _ in scaled), min(y for _, y in scaled)
        size = (max(x for x, _ in scaled) - left + 1, max(y for _, y in scaled) - top + 1)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in scaled], fill=255)
        self.image.paste(_gradient(size, *colors), (left, top), mask)

    def sun(self, x: float, y: float, radius: float) -> None:
        """A pale sun in a soft halo."""
        halo = Image.new("L", self.image.size, 0)
        reach = radius * 2.6
        box = [(x - reach) * ZOOM, (y - reach) * ZOOM, (x + reach) * ZOOM, (y + reach) * ZOOM]
        ImageDraw.Draw(halo).ellipse(box, fill=120)
        halo = halo.filter(ImageFilter.GaussianBlur(radius * ZOOM * 0.8))
        self.image.paste(Image.new("RGB", self.image.size, "#FFF6E2"), (0, 0), halo)
        self.disc(x, y, radius, "#FFF3DA")

    def cloud(self, x: float, y: float, size: float) -> None:
        """A flat cloud, ``size`` wide."""
        self.rect(x, y, size, size * 0.16, "#F4F1EA", radius=size * 0.08)
        self.rect(x + size * 0.2, y - size * 0.1, size * 0.48, size * 0.2, "#F4F1EA", radius=size * 0.1)

    def hills(self, base: float, rise: float, colors: tuple[str, str], seed: int) -> None:
        """A ridge across the picture: crests up to ``rise`` above ``base``, down to the bottom edge."""
        rng = random.Random(seed)
        waves = [(rng.uniform(0.7, 1.3) * k, rng.uniform(0, math.tau), 1 / k) for k in (1.3, 2.7, 5.1)]
        crest = [
            (x, base - rise * (0.5 + 0.3 * sum(a * math.sin(math.tau * f * x / self.width + p) for f, p, a in waves)))
            for x in range(0, self.width + 8, 8)
        ]
        self.shade([(0, self.height), *crest, (self.width + 8, self.height)], colors)

    def tree(self, x: float, ground: float, size: float, tone: int = 0) -> None:
        """A round tree standing at ``ground``, ``size`` high."""
        self.rect(x - size * 0.035, ground - size * 0.45, size * 0.07, size * 0.45, WOOD)
        self.disc(x, ground - size * 0.62, size * 0.3, LEAF[tone % 3], size * 0.38)
        self.disc(x + size * 0.09, ground - size * 0.68, size * 0.17, LEAF[(tone + 1) % 3], size * 0.24)

    def grove(self, *trees: tuple[float, float, float]) -> None:
        """Trees, each (x, ground, size), in changing tones."""
        for tone, (x, ground, size) in enumerate(trees):
            self.tree(x, ground, size, tone)

    def block(self, box: tuple[float, float, float, float], wall: str, grid: tuple[int, int]) -> None:
        """A building on ``box`` (x, y, width, height) with ``grid`` (columns, rows) of windows."""
        x, y, w, h = box
        self.rect(x, y, w, h, wall)
        columns, rows = grid
        cell_w, cell_h = w / columns, h / rows
        for column in range(columns):
            for row in range(rows):
                left, top = x + column * cell_w + cell_w * 0.22, y + row * cell_h + cell_h * 0.24
                self.rect(left, top, cell_w * 0.56, cell_h * 0.5, GLASS)
                self.rect(left, top + cell_h * 0.5, cell_w * 0.56, cell_h * 0.07, PAPER)
        self.shadow(x + w * 0.82, y, w * 0.18, h)

    def shadow(self, x: float, y: float, w: float, h: float) -> None:
        """Darken a rectangle slightly."""
        box = (round(x * ZOOM), round(y * ZOOM), round((x + w) * ZOOM), round((y + h) * ZOOM))
        part = self.image.crop(box)
        self.image.paste(Image.blend(part, Image.new("RGB", part.size, INK), 0.12), box[:2])

    def panels(self, corners: tuple[Point, Point, Point, Point], grid: tuple[int, int]) -> None:
        """A field of solar panels on the quadrilateral top left, top right, bottom right, bottom left."""
        top_left, top_right, bottom_right, bottom_left = corners
        self.polygon(corners, PANEL)
        columns, rows = grid
        for i in range(columns + 1):
            self.line(
                [_between(top_left, top_right, i / columns), _between(bottom_left, bottom_right, i / columns)],
                PANEL_LINE,
                2,
            )
        for i in range(rows + 1):
            self.line(
                [_between(top_left, bottom_left, i / rows), _between(top_right, bottom_right, i / rows)], PANEL_LINE, 2
            )

    def save(self, path: Path) -> None:
        """Scale down, add the grain and write a JPEG."""
        picture = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        tile = Image.frombytes("L", (256, 256), random.Random(1).randbytes(256 * 256)).point(lambda v: v * GRAIN // 255)
        grain = Image.new("L", picture.size)
        for x in range(0, self.width, 256):
            for y in range(0, self.height, 256):
                grain.paste(tile, (x, y))
        picture = ImageChops.subtract(picture, Image.merge("RGB", (grain, grain, grain)))
        picture.save(path, "JPEG", quality=JPEG_QUALITY, optimize=True)


def _gradient(size: tuple[int, int], top: str, bottom: str) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size)
    colors = (Image.new("RGB", size, ImageColor.getrgb(bottom)), Image.new("RGB", size, ImageColor.getrgb(top)))
    return Image.composite(*colors, ramp)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


class Bend(NamedTuple):
    """A point of a path with half its width there."""

    x: float
    y: float
    half_width: float


def smooth(bends: Sequence[tuple[float, float, float]]) -> list[Bend]:
    """Return a Catmull-Rom curve of 12 steps a span through (x, y, half width)."""
    padded = [bends[0], *bends, bends[-1]]
    curve = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(12):
            t = step / 12
            curve.append(Bend(*(_spline(a, b, c, d, t) for a, b, c, d in zip(p0, p1, p2, p3, strict=True))))
    return [*curve, Bend(*bends[-1])]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

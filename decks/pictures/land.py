"""Scenes of the country: roads, water, fields, villages."""

from __future__ import annotations

import math

from pictures.scene import (
    BRICK,
    CONCRETE,
    DEEP,
    FAR,
    GLASS,
    INK,
    MIDDLE,
    NEAR,
    PAPER,
    RED,
    SKY,
    SKY_DAWN,
    STEEL,
    WATER,
    WOOD,
    Scene,
    smooth,
)


def road_hills() -> Scene:
    """A road winding through layered hills."""
    s = Scene((1600, 900), SKY_DAWN)
    s.sun(1180, 250, 62)
    s.cloud(260, 190, 220)
    s.cloud(820, 130, 150)
    s.hills(470, 190, FAR, 3)
    s.hills(560, 170, MIDDLE, 8)
    s.hills(640, 120, NEAR, 21)
    s.hills(700, 50, ("#8FB38F", "#6E9A7C"), 5)
    bends = [(940.0, 652.0, 9.0), (1010, 676, 17), (900, 712, 32), (760, 762, 62), (800, 830, 110), (900, 905, 165)]
    path = smooth(bends)
    s.polygon([(x - w * 1.16, y) for x, y, w in path] + [(x + w * 1.16, y) for x, y, w in reversed(path)], "#DCD6C6")
    s.polygon([(x - w, y) for x, y, w in path] + [(x + w, y) for x, y, w in reversed(path)], "#7D888C")
    for a, b in zip(path[8::6], path[11::6], strict=False):
        s.polygon(
            [
                (a[0] - a[2] * 0.05, a[1]),
                (a[0] + a[2] * 0.05, a[1]),
                (b[0] + b[2] * 0.05, b[1]),
                (b[0] - b[2] * 0.05, b[1]),
            ],
            PAPER,
        )
    s.grove((150, 740, 120), (260, 790, 165), (420, 730, 95), (1240, 730, 110), (1360, 800, 175))
    s.grove((1500, 750, 130), (590, 700, 66), (1120, 694, 60))
    return s


def reservoir_fields() -> Scene:
    """A reservoir under hills with terraced fields in front."""
    s = Scene((1600, 900), SKY)
    s.sun(380, 190, 52)
    s.cloud(980, 150, 240)
    s.hills(400, 210, FAR, 11)
    s.hills(440, 120, MIDDLE, 4)
    s.shade([(0, 430), (1600, 430), (1600, 640), (0, 640)], WATER)
    for x, y, w in [(160, 470, 180), (620, 500, 260), (1120, 462, 200), (340, 540, 240), (980, 560, 300)]:
        s.rect(x, y, w, 4, "#CFE2E4", radius=2)
    s.polygon([(1180, 446), (1260, 408), (1390, 400), (1480, 446)], NEAR[0])
    s.shade([(0, 560), (500, 590), (1000, 572), (1600, 610), (1600, 900), (0, 900)], DEEP)
    bands = ["#D9C98C", "#A9C28A", "#C3CF92", "#8FB385", "#E0D09A", "#9DBB87"]
    for i, color in enumerate(bands):
        top, bottom = 600 + i * 50, 644 + i * 50
        wave = [(x, top + 14 * math.sin(x / 240 + i * 0.9)) for x in range(0, 1601, 20)]
        s.polygon(
            [*wave, *[(x, bottom + 14 * math.sin(x / 240 + i * 0.9 + 0.35)) for x in range(1600, -1, -20)]], color
        )
    for i, x in enumerate([90, 200, 1330, 1440, 1530]):
        s.tree(x, 640 + (i % 2) * 14, 105 + (i % 3) * 20, i)
    for x in (1090, 1180):
        s.rect(x, 590, 64, 40, PAPER)
        s.polygon([(x - 8, 592), (x + 32, 562), (x + 72, 592)], BRICK)
    return s


def village_solar() -> Scene:
    """Village houses with panels on their roofs."""
    s = Scene((1200, 1200), SKY_DAWN)
    s.sun(270, 260, 66)
    s.cloud(760, 200, 240)
    s.hills(640, 260, FAR, 52)
    s.hills(690, 170, MIDDLE, 33)
    s.hills(760, 110, NEAR, 12)
    s.shade([(0, 780), (1200, 760), (1200, 1200), (0, 1200)], ("#B5C98F", "#8FB37F"))
    for x, y, k in [(120, 840, 0.85), (560, 960, 1.2)]:
        s.rect(x, y - 140 * k, 380 * k, 160 * k, PAPER)
        s.shadow(x + 300 * k, y - 140 * k, 80 * k, 160 * k)
        roof = (
            (x + 30 * k, y - 250 * k),
            (x + 350 * k, y - 250 * k),
            (x + 404 * k, y - 136 * k),
            (x - 24 * k, y - 136 * k),
        )
        s.polygon(roof, BRICK)
        inner = (
            (x + 52 * k, y - 240 * k),
            (x + 300 * k, y - 240 * k),
            (x + 336 * k, y - 148 * k),
            (x + 22 * k, y - 148 * k),
        )
        s.panels(inner, (6, 3))
        s.rect(x + 160 * k, y - 80 * k, 60 * k, 100 * k, WOOD, radius=3)
        for dx in (40, 262):
            s.rect(x + dx * k, y - 96 * k, 76 * k, 60 * k, GLASS, radius=3)
    for i in range(5):
        top = 1010 + i * 42
        s.polygon([(0, top), (1200, top - 22), (1200, top), (0, top + 22)], ("#D8C98C", "#9CBB80")[i % 2])
    s.grove((70, 880, 170), (560, 850, 140), (1120, 880, 240), (1060, 830, 150), (480, 1000, 150))
    return s


def emergency_drill() -> Scene:
    """A flood drill: rescue boat, tents and a truck at the water."""
    s = Scene((1600, 900), SKY)
    s.cloud(220, 130, 260)
    s.cloud(1080, 180, 200)
    s.hills(430, 190, FAR, 41)
    s.hills(480, 120, MIDDLE, 19)
    s.shade([(0, 500), (1600, 470), (1600, 680), (0, 680)], ("#9DBE95", "#88AC87"))
    for x, color in [(200, "#5B87A6"), (400, "#5B87A6"), (600, "#6C97B3")]:
        s.polygon([(x, 620), (x + 28, 520), (x + 152, 520), (x + 180, 620)], color)
        s.polygon([(x + 152, 520), (x + 180, 620), (x + 214, 606), (x + 184, 512)], INK)
        s.polygon([(x + 66, 620), (x + 90, 548), (x + 114, 620)], PAPER)
    s.rect(1010, 520, 230, 96, RED, radius=8)
    s.rect(1244, 545, 96, 71, RED, radius=10)
    s.rect(1270, 556, 58, 30, GLASS, radius=4)
    s.rect(1010, 572, 330, 12, PAPER)
    s.line([(1030, 512), (1230, 474)], STEEL, 10)
    for x in (1064, 1130, 1290):
        s.disc(x, 620, 26, INK)
        s.disc(x, 620, 11, CONCRETE)
    s.shade([(0, 660), (500, 676), (1050, 654), (1600, 672), (1600, 900), (0, 900)], WATER)
    for x, y, w in [(90, 720, 200), (1180, 730, 260), (640, 840, 300), (160, 830, 220), (1260, 846, 200)]:
        s.rect(x, y, w, 5, "#CFE2E4", radius=2)
    s.polygon([(560, 730), (980, 730), (940, 792), (600, 792)], "#D9733F")
    s.rect(548, 716, 446, 26, "#E8894F", radius=13)
    for x in (660, 760, 860):
        s.disc(x, 712, 18, PAPER)
        s.disc(x, 712, 9, RED)
    s.rect(930, 676, 26, 66, INK, radius=4)
    for x in (520, 1040):
        s.rect(x - 1, 800, 90, 6, "#DDEBEB", radius=3)
    for i, x in enumerate([60, 900, 1450, 1540]):
        s.tree(x, 600, 130 + (i % 2) * 30, i)
    return s

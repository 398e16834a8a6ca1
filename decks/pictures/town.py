"""Scenes of the town: halls, works, stations, houses."""

from __future__ import annotations

import math
import random

from pictures.scene import (
    BRICK,
    CLAY,
    CONCRETE,
    FAR,
    GLASS,
    GOLD,
    INK,
    LEAF,
    MIDDLE,
    PAPER,
    RED,
    SKY,
    SKY_DAWN,
    STEEL,
    WOOD,
    Scene,
    smooth,
)


def service_hall() -> Scene:
    """A service hall: a long counter with windows, lamps and seats."""
    s = Scene((1600, 900), ("#F3F0E8", "#E6E2D6"))
    s.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], ("#D8D3C6", "#C5C2B8"))
    for x in range(-200, 1800, 200):
        s.line([(800 + (x - 800) * 0.72, 640), (800 + (x - 800) * 1.6, 900)], "#CBC7BB", 2)
    s.rect(0, 0, 1600, 90, "#DDD9CD")
    for x in (200, 600, 1000, 1400):
        s.rect(x - 110, 78, 220, 14, "#FFF7E3", radius=7)
    s.rect(140, 150, 1320, 96, "#6E97A3", radius=10)
    for i in range(6):
        x = 175 + i * 212
        s.rect(x, 176, 120 if i % 2 else 150, 14, "#CFE0E3", radius=7)
        s.rect(x, 206, 80, 10, "#A6C4CA", radius=5)
    for i in range(6):
        x = 140 + i * 220
        s.rect(x, 300, 200, 190, "#EAF1F1", radius=6)
        s.rect(x + 128, 420, 54, 50, INK, radius=4)
        s.rect(x + 132, 424, 46, 36, "#7FA4B0", radius=2)
        s.rect(x + 20, 462, 76, 28, CLAY, radius=4)
        s.rect(x + 26, 446, 44, 16, GOLD, radius=3)
    s.rect(110, 486, 1380, 26, WOOD, radius=6)
    s.rect(130, 512, 1340, 150, PAPER)
    for i in range(6):
        s.rect(150 + i * 220, 532, 180, 110, "#E9E3D5", radius=8)
    s.rect(130, 652, 1340, 10, RED)
    for x in (210, 560, 910, 1260):
        s.rect(x, 740, 190, 22, "#6F95A0", radius=8)
        s.rect(x, 690, 190, 40, "#86A9B2", radius=8)
        s.rect(x + 18, 762, 10, 50, STEEL)
        s.rect(x + 162, 762, 10, 50, STEEL)
    for x in (60, 1540):
        s.rect(x - 30, 610, 60, 74, BRICK, radius=8)
        for dx, dy, r in ((-34, 560, 40), (30, 552, 44), (0, 510, 50)):
            s.disc(x + dx, dy, r, LEAF[abs(dx) % 3], r * 1.1)
    return s


def construction_cranes() -> Scene:
    """Tower cranes over rising frames."""
    s = Scene((1600, 900), SKY_DAWN)
    s.sun(330, 330, 70)
    s.cloud(1120, 140, 200)
    s.hills(640, 130, FAR, 17)
    s.hills(690, 70, MIDDLE, 9)
    s.shade([(0, 720), (1600, 720), (1600, 900), (0, 900)], ("#DCC9A6", "#C9B38F"))
    for x, floors, bays in [(300, 6, 4), (690, 9, 4), (1100, 5, 5)]:
        top = 740 - floors * 56
        for floor in range(floors + 1):
            s.rect(x - 8, top + floor * 56, bays * 66 + 22, 12, CONCRETE)
        for bay in range(bays + 1):
            s.rect(x + bay * 66, top - 22, 12, 762 - top, "#B8BDB9")
        for floor in range(2, floors):
            s.rect(x + 12, top + floor * 56 + 14, bays * 66 - 12, 40, GLASS if floor % 2 else CLAY)
    for x, top, reach, back in [(600, 120, 420, 150), (1440, 250, -400, -120)]:
        s.rect(x - 9, top, 18, 760 - top, GOLD)
        for y in range(top + 30, 740, 36):
            s.line([(x - 8, y), (x + 8, y + 30)], "#B98A45", 3)
        s.line([(x - back, top + 52), (x + reach, top + 52)], GOLD, 13)
        s.line([(x - back, top + 52), (x, top - 34), (x + reach * 0.86, top + 48)], "#B98A45", 4)
        s.rect(x - 22, top + 60, 44, 36, RED, radius=4)
        s.rect(x - back - 22, top + 46, 44, 44, STEEL)
        hook = x + reach * 0.72
        s.line([(hook, top + 58), (hook, top + 190)], INK, 3)
        s.rect(hook - 40, top + 190, 80, 14, BRICK, radius=2)
    for x in range(0, 1600, 160):
        s.rect(x, 800, 154, 46, PAPER)
        s.rect(x, 834, 154, 12, "#7FA493")
    return s


def solar_factory() -> Scene:
    """A factory whose saw-tooth roofs carry solar panels."""
    s = Scene((1600, 900), SKY)
    s.sun(1270, 180, 58)
    s.cloud(300, 170, 230)
    s.hills(520, 170, FAR, 30)
    s.hills(560, 90, MIDDLE, 14)
    s.shade([(0, 600), (1600, 600), (1600, 900), (0, 900)], ("#A9C39A", "#7FA888"))
    for i in range(4):
        x = 180 + i * 310
        s.polygon([(x, 470), (x + 120, 350), (x + 310, 470)], CONCRETE)
        s.panels(((x + 108, 362), (x + 120, 352), (x + 226, 468), (x + 8, 468)), (5, 3))
    s.rect(180, 468, 1240, 212, PAPER)
    s.rect(180, 640, 1240, 40, "#9DB6B4")
    for x in range(220, 1380, 116):
        s.rect(x, 510, 76, 56, GLASS, radius=3)
    s.rect(700, 590, 120, 90, "#7C979E")
    s.rect(860, 590, 120, 90, "#7C979E")
    s.shadow(1300, 468, 120, 212)
    s.shade([(0, 700), (1600, 700), (1600, 790), (0, 790)], ("#8C9698", "#7D888B"))
    for x in range(30, 1600, 150):
        s.rect(x, 742, 78, 6, PAPER, radius=3)
    s.rect(1010, 690, 150, 66, PAPER, radius=6)
    s.rect(1162, 706, 54, 50, RED, radius=8)
    s.rect(1180, 714, 30, 20, GLASS, radius=4)
    for x in (1042, 1120, 1190):
        s.disc(x, 758, 15, INK)
    for i, x in enumerate([60, 120, 1470, 1540]):
        s.tree(x, 690, 150 - (i % 2) * 30, i)
    return s


def bus_station() -> Scene:
    """A bus station with a swept canopy and two buses."""
    s = Scene((1600, 900), SKY_DAWN)
    s.cloud(180, 140, 210)
    s.cloud(1240, 110, 180)
    s.hills(500, 140, FAR, 25)
    s.block((120, 330, 150, 290), "#D5DAD5", (4, 8))
    s.block((1290, 290, 170, 330), "#D5DAD5", (4, 9))
    s.block((1130, 400, 130, 220), "#D5DAD5", (3, 6))
    s.rect(330, 400, 940, 220, "#DCE8E8")
    for x in range(330, 1271, 94):
        s.rect(x - 4, 400, 8, 220, STEEL)
    s.rect(330, 505, 940, 7, STEEL)
    curve = [(x, 372 - 96 * math.sin(math.pi * (x - 230) / 1140) ** 0.8) for x in range(230, 1371, 10)]
    s.polygon([*curve, (1370, 396), (230, 396)], "#F7F5EF")
    s.polygon([(230, 388), (1370, 388), (1370, 406), (230, 406)], "#5F8E9A")
    s.shade([(0, 620), (1600, 620), (1600, 900), (0, 900)], ("#A3ABAB", "#858F91"))
    s.rect(0, 620, 1600, 16, "#DDD9CE")
    for x, color, y in [(220, "#4F8F83", 640), (880, RED, 668)]:
        _bus(s, x, y, color)
    for x in range(40, 1600, 180):
        s.rect(x, 876, 96, 8, PAPER, radius=4)
    for i, x in enumerate([50, 1530]):
        s.tree(x, 636, 170, i)
    return s


def job_market() -> Scene:
    """A covered job market: booths under coloured awnings."""
    s = Scene((1600, 900), SKY)
    s.sun(1330, 170, 50)
    s.cloud(200, 150, 220)
    s.block((60, 250, 220, 420), "#DDDED6", (5, 9))
    s.block((1330, 210, 210, 460), "#DDDED6", (4, 10))
    s.block((300, 330, 170, 340), "#DDDED6", (4, 7))
    s.block((1150, 340, 160, 330), "#DDDED6", (4, 7))
    s.rect(490, 250, 640, 420, "#EDE7DA")
    s.rect(470, 236, 680, 26, "#6F8E94")
    for x in range(520, 1100, 96):
        s.rect(x, 300, 62, 110, GLASS, radius=4)
    s.rect(700, 430, 220, 40, RED, radius=6)
    s.shade([(0, 660), (1600, 660), (1600, 900), (0, 900)], ("#D6CDBB", "#BFB8A8"))
    for i in range(5):
        x = 90 + i * 296
        stripe = ("#B5544A", "#4F8F83", "#D59E52", "#5B87A6", "#8A7FA0")[i]
        s.rect(x + 8, 560, 8, 230, STEEL)
        s.rect(x + 224, 560, 8, 230, STEEL)
        s.rect(x + 20, 610, 200, 90, PAPER, radius=4)
        for row in range(3):
            s.rect(x + 36, 626 + row * 22, 168 - row * 40, 9, "#C9CFCB", radius=4)
        s.rect(x, 720, 240, 18, WOOD, radius=4)
        s.rect(x + 10, 738, 220, 66, "#E6DDCB")
        for k in range(6):
            left = x - 12 + k * 44
            s.polygon(
                [(left + 6, 540), (left + 46, 540), (left + 44, 596), (left, 596)], stripe if k % 2 == 0 else PAPER
            )
            s.disc(left + 22, 596, 22, stripe if k % 2 == 0 else PAPER, 12)
    for i, x in enumerate([40, 1560]):
        s.tree(x, 700, 190, i)
    return s


def pocket_park() -> Scene:
    """A pocket park between houses: path, benches, trees."""
    s = Scene((1200, 1200), SKY)
    s.sun(940, 210, 60)
    s.cloud(180, 190, 220)
    s.block((40, 380, 260, 380), "#E2D2BA", (5, 7))
    s.block((320, 300, 220, 460), "#D9DBD3", (4, 9))
    s.block((700, 350, 200, 410), "#E6D9C6", (4, 8))
    s.block((920, 420, 250, 340), "#D6DAD6", (5, 6))
    s.shade([(0, 740), (1200, 740), (1200, 1200), (0, 1200)], ("#A8C498", "#7DA983"))
    path = smooth([(600.0, 742.0, 26.0), (640, 820, 52), (560, 930, 92), (600, 1060, 150), (680, 1205, 230)])
    s.polygon([(x - w, y) for x, y, w in path] + [(x + w, y) for x, y, w in reversed(path)], "#E5D8BD")
    for x, y, k in [(220.0, 990.0, 1.0), (760.0, 960.0, 0.8)]:
        for row in range(3):
            s.rect(x, y - row * 26 * k, 200 * k, 16 * k, WOOD, radius=4)
        s.rect(x + 16 * k, y, 14 * k, 58 * k, INK)
        s.rect(x + 170 * k, y, 14 * k, 58 * k, INK)
    s.grove((110, 860, 230), (330, 800, 170), (470, 790, 130), (760, 800, 150), (1080, 850, 260))
    s.grove((940, 800, 140), (80, 1130, 330), (1120, 1160, 360))
    rng = random.Random(7)
    for _ in range(70):
        x, y = rng.uniform(0, 1200), rng.uniform(1040, 1190)
        if not 400 < x < 960:
            s.disc(x, y, rng.uniform(5, 9), rng.choice(["#E9B7A2", "#F1D9A0", "#F7F0E4"]))
    return s


def old_quarter() -> Scene:
    """Renewed blocks of flats above a tidy street."""
    s = Scene((900, 1200), SKY)
    s.cloud(90, 150, 220)
    s.cloud(560, 90, 180)
    s.block((560, 300, 300, 640), "#DDD8CA", (5, 10))
    s.block((60, 220, 380, 720), "#E8CFAE", (6, 11))
    for row in range(11):
        s.rect(60, 220 + row * 65.5, 380, 6, "#D3AE86")
    s.rect(50, 200, 400, 24, BRICK)
    s.rect(552, 282, 316, 20, "#7F979B")
    s.panels(((110, 176), (250, 176), (262, 200), (96, 200)), (6, 1))
    s.rect(215, 850, 74, 90, WOOD, radius=3)
    s.rect(195, 836, 114, 16, BRICK, radius=3)
    s.rect(0, 930, 900, 40, "#9DBE95")
    s.shade([(0, 970), (900, 970), (900, 1200), (0, 1200)], ("#B9BDBA", "#9AA1A1"))
    s.rect(0, 966, 900, 14, "#E3DED2")
    for x in range(30, 900, 170):
        s.rect(x, 1090, 96, 10, PAPER, radius=5)
    for x, color in ((560, "#5B87A6"), (90, RED)):
        s.rect(x, 1006, 200, 50, color, radius=18)
        s.rect(x + 36, 976, 120, 44, color, radius=18)
        s.rect(x + 50, 986, 92, 26, GLASS, radius=8)
        for dx in (44, 156):
            s.disc(x + dx, 1056, 21, INK)
            s.disc(x + dx, 1056, 9, CONCRETE)
    for i, (x, size) in enumerate([(30, 220), (480, 250), (530, 190), (880, 260)]):
        s.tree(x, 962, size, i)
    return s


def _bus(s: Scene, x: float, y: float, color: str) -> None:
    s.rect(x, y, 480, 160, PAPER, radius=18)
    s.rect(x, y + 96, 480, 64, color, radius=14)
    s.rect(x, y + 92, 480, 20, color)
    for k in range(6):
        s.rect(x + 20 + k * 68, y + 24, 58, 58, GLASS, radius=6)
    s.rect(x + 430, y + 24, 40, 92, GLASS, radius=6)
    for dx in (100, 380):
        s.disc(x + dx, y + 160, 32, INK)
        s.disc(x + dx, y + 160, 14, CONCRETE)

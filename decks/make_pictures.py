"""Draw the sample session's pictures.

``python decks/make_pictures.py`` writes them to ``decks/2022-05-30-first/photos/``, with one version of Pillow
the same bytes each time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pictures import land, town
from pictures.scene import Scene

PHOTOS = Path(__file__).parent / "2022-05-30-first" / "photos"

SCENES: tuple[Callable[[], Scene], ...] = (
    land.road_hills,
    land.reservoir_fields,
    town.service_hall,
    town.construction_cranes,
    town.solar_factory,
    town.bus_station,
    land.emergency_drill,
    town.job_market,
    town.pocket_park,
    land.village_solar,
    town.old_quarter,
)


def main() -> None:
    """Draw every scene into the session's folder and print what was written."""
    PHOTOS.mkdir(exist_ok=True)
    for scene in SCENES:
        path = PHOTOS / f"{scene.__name__.replace('_', '-')}.jpg"
        scene().save(path)
        print(f"{path.name}  {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()

"""Templates that installed packages offer by the entry point group ``unitdeck.templates``. Loaded only when asked for.

An entry point's name is the template's, its value the package (and folders within it, with dots) that holds
template.yaml: ``county = "unitdeck_template_county"``. Nothing of the package is run.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, error
from unitdeck.template.chain import Found
from unitdeck.template.style import SETTINGS

GROUP = "unitdeck.templates"


def installed(name: str = "") -> Iterator[Found]:
    """Yield the templates of packages, in order of their names; only those called ``name`` where one is given.

    Raises BuildError (UD525) for a package that offers ``name`` and holds no such template; others of the kind are
    left out.
    """
    points = entry_points(group=GROUP)
    for point in sorted(points, key=lambda each: (each.name, each.value)):
        if name not in ("", point.name):
            continue
        package = point.dist.name if point.dist else point.value
        folder = _folder(point)
        if folder is not None:
            yield Found(point.name, folder, "package", package)
        elif name:
            raise BuildError((error("UD525", None, name=name, package=package, value=point.value),))


def _folder(point: EntryPoint) -> Path | None:
    """The folder of an entry point's template, None where there is none. Only the top package is looked up."""
    top, *within = point.module.split(".")
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return None
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place, *within)
        if (folder / SETTINGS).is_file():
            return folder
    return None

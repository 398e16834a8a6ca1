"""What a fault that nobody foresaw is called."""

from __future__ import annotations

from pathlib import Path

from unitdeck.base.diagnostics import Diagnostic, error

_OURS = str(Path(__file__).parent.parent)


def unexpected(fault: BaseException, file: Path | None = None) -> Diagnostic:
    """Return what to tell of a fault that nobody foresaw: UD705 for a library that is not there, else UD703."""
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("unitdeck"):
        return error("UD705", None, module=fault.name)
    said = str(fault).strip().splitlines()
    return error(
        "UD703",
        None,
        file=f"{file}: " if file else "",
        where=_where(fault),
        kind=type(fault).__name__,
        detail=said[0] if said else "",
    )


def _where(fault: BaseException) -> str:
    """Return module and line of the innermost frame of ours."""
    place = "unitdeck"
    frame = fault.__traceback__
    while frame is not None:
        file = frame.tb_frame.f_code.co_filename
        if file.startswith(_OURS):
            place = f"{Path(file).relative_to(_OURS)}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place

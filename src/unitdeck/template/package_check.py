"""A stranger's .pptx, looked through before python-pptx and lxml see it: no code, no bombs, no XML that costs too much.

Whatever makes a template of such a file (:mod:`unitdeck.template.compile`, ``template new --from``) starts here. What
single masters and layouts may refer to is asked where they are compiled: example slides are left behind anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from unitdeck.base.archives import Limits, NoArchive, unpack
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, Term, error

LIMITS = Limits()
MOST_DEPTH = 200  # libxml2 gives up at 256
MOST_ELEMENTS = 500_000  # of all parts: lxml takes about half a kilobyte for one
_CODE = ("vbaproject", "vbadata")
_XML = (".xml", ".rels")
_TYPES = "[content_types].xml"
_UNREAD = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]


def read_package(blob: bytes, span: Span) -> dict[str, bytes]:
    """Return the parts of a .pptx or .potx by their names in the zip (``ppt/presentation.xml``).

    Raises BuildError with every finding: UD531 (no zip), UD532 (macros), UD533 (ActiveX), UD535 (too large), UD536
    (unsafe names), UD550 (locked), UD551 (XML that no part may be).
    """
    try:
        parts = unpack(blob, span, LIMITS)
    except NoArchive as failure:
        raise BuildError((error("UD531", span, reason=str(failure)),)) from failure
    found = (*_code(parts, span), *_xml(parts, span))
    if found:
        raise BuildError(found)
    return parts


def _code(parts: Mapping[str, bytes], span: Span) -> Iterator[Diagnostic]:
    """What can be executed: VBA by its name, or by the type that it is given, and ActiveX."""
    macros = [part for part in parts if part.lower().rpartition("/")[2].startswith(_CODE)]
    declared = [part for part, blob in parts.items() if part.lower() == _TYPES and b"vbaProject" in blob]
    for part in macros or declared:
        yield error("UD532", span, part=part)
    for part in parts:
        if "activex" in part.lower().split("/"):
            yield error("UD533", span, part=part, kind="ActiveX")


def _xml(parts: Mapping[str, bytes], span: Span) -> Iterator[Diagnostic]:
    left = MOST_ELEMENTS
    for part, blob in parts.items():
        if not part.lower().endswith(_XML):
            continue
        seen = _Walk(left)
        problem = seen.over(blob)
        if problem:
            yield error("UD551", span, part=part, problem=Term(problem))
        left = max(left - seen.elements, 0)


class _Refused(Exception):  # noqa: N818  (a refusal, not a failure: it never leaves this module)
    pass


class _Walk:
    """Walks through a part's XML, by expat, which builds no tree; stops at what is too much."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.elements = 0
        self.depth = 0

    def over(self, blob: bytes) -> str:
        """Return the term for what is wrong, '' where nothing is; XML that is broken is left to whoever reads it."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._typed
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(blob, True)
        except _Refused as refusal:
            return str(refusal)
        except expat.ExpatError as failure:
            return "xml_encoding" if failure.code == _UNREAD else ""
        except (LookupError, ValueError):  # an encoding that Python does not know, or of several bytes a character
            return "xml_encoding"
        return ""

    def _typed(self, *_particulars: object) -> None:
        raise _Refused("xml_doctype")

    def _start(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _Refused("xml_depth")
        if self.elements > self.most:
            raise _Refused("xml_elements")

    def _end(self, _name: str) -> None:
        self.depth -= 1

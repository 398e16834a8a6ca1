"""What Office's schemas say of a file: openxml-audit knows those of Microsoft's Open XML SDK."""

from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

# The oldest that a meeting's computer may have, and the newest.
FORMATS = (FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365)
# The SDK asks a workbook for a theme; ISO/IEC 29500 does not, and our cells use none.
NO_FAULTS = ("relationships/theme' is missing",)


def faults(file: Path, form: FileFormat = FileFormat.OFFICE_2010) -> list[str]:
    """Return what is wrong with a .pptx or .xlsx; what Office would merely write in another way is no fault."""
    found = OpenXmlValidator(file_format=form).validate(file).errors
    errors = [each.description for each in found if each.severity is ValidationSeverity.ERROR]
    return [each for each in errors if not any(text in each for text in NO_FAULTS)]

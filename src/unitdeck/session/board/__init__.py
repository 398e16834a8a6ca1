"""成绩单: results, places and weak points of all units, as workbook, page and slides."""

"""Words that every deck needs, for a template that does not say them: page marks, sources, the appendix, sections."""

from __future__ import annotations

from collections.abc import Mapping

DEFAULT_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "report": "工作汇报",
        "sample": "示例数据",
        "source": "来源",
        "minutes": "约{minutes}分钟",
        "continued": "接上页",
        "appendix": "附：",
        "not_spoken": "附页，供查阅，不计入汇报时间",
        "rest": "其余见附页（第{pages}页）",
        "rest_one": "其余见附页（第{pages}页）",
        "section_opening": "开场",
        "section_closing": "结束",
        "section_rest": "附页",
    },
    "en": {
        "report": "Work report",
        "sample": "Sample data",
        "source": "Source",
        "minutes": "about {minutes} min",
        "continued": "continued",
        "appendix": "Appendix: ",
        "not_spoken": "appendix, for reference, not part of the speech",
        "rest": "Continued in the appendix, pages {pages}",
        "rest_one": "Continued in the appendix, page {pages}",
        "section_opening": "Opening",
        "section_closing": "Closing",
        "section_rest": "Appendix",
    },
}

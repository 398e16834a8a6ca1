"""The words of the workbooks around a meeting, in Chinese and English; those of its texts stand in the template."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say, speaker_of

_WORDS: dict[str, tuple[str, str]] = {
    "comments": ("点评记录", "Comments"),
    "lists": ("名单", "Lists"),
    "about_comments": (
        "浅黄色的格当场填写；可以加行，单位从下拉里选。一行一条意见，没有意见的行空着。",
        "Fill in the pale yellow cells. Rows may be added; pick the unit from the list. One comment a row.",
    ),
    "pick_unit": ("请从名单里选单位", "Pick a unit of this session"),
    "pick_status": ("请选：{known}", "One of: {known}"),
    "due_title": ("时限", "Due"),
    "due_day": ("写日期，例如 2022-09-30", "A date, such as 2022-09-30"),
    "comma": ("、", ", "),
    "ledger": ("督办台账", "Ledger"),
    "summary": ("汇总", "Summary"),
    "rules": ("填写说明", "How to fill in"),
    "about_ledger": ("浅黄色的格手工填写", "Fill in the pale yellow cells"),
    "as_of": ("数据截至", "Data as of"),
    "all_units": ("全部单位", "All units"),
    "ungrouped": ("未分组", "No group"),
    "missing": ("—", "—"),
    "measure": ("举措", "Measure"),
    "no_measure": ("缺举措", "No measure"),
    "review": ("上次点评", "Last comment"),
    "comment": ("点评", "Comment"),
    "task": ("交办", "Task"),
    "added": ("补记", "Added"),
    "l_number": ("编号", "No."),
    "l_unit_no": ("单位号", "Unit no."),
    "l_unit": ("单位", "Unit"),
    "l_group": ("组别", "Group"),
    "l_origin": ("来源", "From"),
    "l_problem": ("问题", "Problem"),
    "l_action": ("举措或任务", "Measure or task"),
    "l_owner": ("责任", "Owner"),
    "l_due": ("时限", "Due"),
    "l_status": ("状态", "Status"),
    "l_evidence": ("佐证", "Evidence"),
    "l_checker": ("核查人", "Checked by"),
    "l_standing": ("台账状态", "Stands as"),
    "l_hint": ("提示", "Hint"),
    "l_source": ("出处", "Source"),
    "l_total": ("合计", "Total"),
    "l_share": ("销号率（%）", "Closed (%)"),
    "l_rule": ("说明", "Rule"),
    "gap_of": ("{status}，慢{gap}", "{status}, {gap} behind"),
    "lacks": ("缺", "Lacks "),
    "lacks_evidence": ("佐证", "evidence"),
    "lacks_checker": ("核查人", "a check"),
    "late": ("逾期", "Days late: "),
    "late_days": ("天", ""),
    "no_due": ("时限未定", "No due date"),
    "no_action": ("缺举措", "No measure"),
    "rule_closed": (
        "已销号要有佐证，并有核查人；缺一样的，台账状态仍是待核，提示里写明缺什么。",
        "Closed out needs evidence and the name of whoever checked it; else it stands as to be verified, and the hint "
        "says what is lacking.",
    ),
    "rule_overdue": (
        "过了时限、没有销号也不在待核的，是逾期；和台账上的数据截至日期比，改那个日期，全表跟着变。时限写的不是日期的，算不出逾期。",
        "Past its date and neither closed out nor to be verified is overdue, as of the data date above the ledger: "
        "change that date and the sheet follows. Words that name no date are never overdue.",
    ),
    "rule_origin": (
        "来源：举措是提纲里的；缺举措是落后而没有举措对应的指标；上次点评是提纲里的整改；点评和交办来自点评记录；补记是在台账上加的，或提纲里已经删去的。",
        "From: measures and last comments stand in the outlines; “no measure” are indicators behind that none names; "
        "comments and tasks come from the record; added lines were typed in here, or have gone from their outline.",
    ),
    "rule_done": (
        "提纲里写“已完成”的，在台账里是待核；写“未启动”或没写的是新增；“逾期风险”是推进中。",
        "What an outline calls done stands as to be verified; not started or nothing as new; at risk as under way.",
    ),
    "rule_spare": (
        "表尾留了空行：填单位号，单位和组别自动带出。",
        "Spare rows follow the last: type the unit's number, and its name and group appear.",
    ),
}


def speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the words of the workbooks around a meeting in a language."""
    return speaker_of(_WORDS, lang)

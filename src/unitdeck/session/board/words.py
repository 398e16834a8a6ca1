"""The words of the scoreboard's papers, in Chinese and English."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say, speaker_of

_WORDS: dict[str, tuple[str, str]] = {
    "scoreboard": ("成绩单", "Scoreboard"),
    "indicators": ("指标", "Indicators"),
    "wall": ("指标状态墙", "Status of every indicator"),
    "lights": ("红黄清单", "Red and yellow"),
    "register": ("薄弱点与举措", "Weak points"),
    "absent": ("未报送", "Not filed"),
    "rules": ("口径说明", "Rules"),
    "honours": ("红榜", "Honours"),
    "unanswered": ("落后而无举措的指标", "Behind, and no measure"),
    "movements": ("位次变化", "Change of place"),
    "ungrouped": ("未分组", "No group"),
    "all_groups": ("全部组别", "All groups"),
    "filter": ("组别筛选", "Show group"),
    "sort_by": ("排序", "Sort by"),
    "as_of": ("数据截至{date}", "Data as of {date}"),
    "sample": ("示例数据", "Sample data"),
    "group_line": ("{group}（{count}家参加排位）", "{group} ({count} ranked)"),
    "comma": ("、", ", "),
    "none": ("无", "None"),
    "missing": ("—", "—"),
    "no_measure": ("无举措", "No measure"),
    "measure": ("举措{numbers}", "Measure {numbers}"),
    "no_place": ("无可评价指标，不排位", "Nothing to judge: not ranked"),
    "place": ("第{place}", "{place}"),
    "up": ("前移{places}位", "up {places}"),
    "down": ("后移{places}位", "down {places}"),
    "same": ("不变", "unchanged"),
    "no_file": ("没有提纲", "no outline"),
    "all_met": ("{group}：{unit}，{count}项可评价指标全部达序时或达标", "{group}: {unit}, all {count} indicators met"),
    "furthest": (
        "{group}：{unit}，平均序时差比上期改善{points}个百分点",
        "{group}: {unit}, mean gap better by {points} points than last time",
    ),
    # The sentences of its pages in the session's deck (board_findings.py). A clause begins with its own comma.
    "clause": ("，", ", "),
    "and_others": ("{unit}等{count}家", "{unit} and others, {count} in all,"),
    "wall_met": (
        "{units}家单位{indicators}项指标，{met}项达标",
        "{units:unit|units}, {indicators:indicator|indicators}: {met} met",
    ),
    "wall_unreported": ("，{count}项未报数", ", {count} not reported"),
    "light_red": ("红{count}项", "{count} red"),
    "light_yellow": ("黄{count}项", "{count} yellow"),
    "lights_answered": ("，都有举措", ", each with a measure"),
    "lights_unanswered": ("，{count}项没有举措", ", {count} without a measure"),
    "league_none": ("{group}：没有可评价的指标，不排位", "{group}: nothing to judge, not ranked"),
    "league_one": ("{group}：{unit}达标占比{share}%", "{group}: {unit} met {share}%"),
    "league_level": ("{group}{count}家并列，达标占比{share}%", "{group}: all {count} level, {share}% met"),
    "league_leader": (
        "{group}{count}家：{unit}居首，达标占比{share}%",
        "{group}: {unit} leads {count} units, {share}% met",
    ),
    "league_leaders": (
        "{group}{count}家：{unit}并列第1，达标占比{share}%",
        "{group}: {unit} share the lead, {share}% met",
    ),
    "league_spread": ("，首尾相差{points}个百分点", ", {points} points from first to last"),
    "league_alone": ("{groups}各1家，不比名次", "{groups}: one unit each, not compared"),
    "all_met_short": ("指标全部达序时或达标", "all indicators met"),
    "furthest_short": (
        "平均序时差比上期改善的百分点，组内最多",
        "points by which the mean gap has improved, most of its group",
    ),
    "honoured_met": ("{count}家单位指标全部达标", "{count:unit|units} met every indicator"),
    "honoured_furthest": ("{count}家进步最大", "{count} improved most"),
    "movement_none": ("{group}：位次没有变化", "{group}: no place has changed"),
    "movement_up": ("{group}：{unit}前移{places}位，为最多", "{group}: {unit} up {places:place|places}, the most"),
    "movement_back": ("，{count}家后移", ", {count} down"),
    "movement_only_back": ("{group}：{count}家位次后移", "{group}: {count:unit|units} down"),
    "register_count": ("{count}个薄弱点", "{count:weak point|weak points}"),
    "register_in_time": ("，没有逾期", ", none overdue"),
    "register_overdue": ("，{count}个逾期", ", {count} overdue"),
    "register_risky": ("，{count}个有逾期风险", ", {count} at risk"),
    "absent_count": ("{count}家单位未报送", "{count:unit has|units have} not filed"),
    "red": ("红", "Red"),
    "yellow": ("黄", "Yellow"),
    "reported_as": ("{status}（填报：{reported}）", "{status} (reported: {reported})"),
    "reported_note": ("（填报：{reported}）", "(reported: {reported})"),
    "met": ("达", "Met"),
    "not_met": ("未达", "Not met"),
    "not_judged": ("不评价", "Not judged"),
    # Columns.
    "group_no": ("组号", "Group no."),
    "unit_no": ("单位号", "Unit no."),
    "c_group": ("组别", "Group"),
    "c_place": ("名次", "Place"),
    "c_unit": ("单位", "Unit"),
    "c_count": ("指标数", "Indicators"),
    "c_judged": ("可评价", "Judged"),
    "c_met": ("达标数", "Met"),
    "c_share": ("达标占比（%）", "Share met (%)"),
    "c_gap": ("平均序时差（百分点）", "Mean gap (points)"),
    "c_worst": ("最大差距指标", "Widest gap"),
    "c_red": ("红", "Red"),
    "c_yellow": ("黄", "Yellow"),
    "c_unreported": ("未报数", "Not reported"),
    "c_previous": ("上期名次", "Place before"),
    "c_moved": ("位次变化", "Moved"),
    "c_advance": ("进步（百分点）", "Advance (points)"),
    "c_advance_place": ("进步名次", "Place by advance"),
    "c_source": ("出处", "Source"),
    "c_indicator": ("指标", "Indicator"),
    "c_measure_unit": ("计量单位", "Unit of measure"),
    "c_target": ("目标", "Target"),
    "c_actual": ("完成", "Actual"),
    "c_completion": ("完成率（%）", "Completion (%)"),
    "c_schedule": ("序时进度（%）", "Schedule (%)"),
    "c_row_gap": ("序时差（百分点）", "Gap (points)"),
    "c_status": ("状态", "Status"),
    "c_verdict": ("判断", "Verdict"),
    "c_is_judged": ("可评价", "Judged"),
    "c_is_met": ("达标", "Met"),
    "c_row_previous": ("上期序时差", "Gap before"),
    "c_change": ("变化", "Change"),
    "c_answer": ("对应举措", "Measure"),
    "c_light": ("红黄", "Colour"),
    "c_number": ("序号", "No."),
    "c_problem": ("问题", "Problem"),
    "c_cause": ("原因", "Cause"),
    "c_action": ("举措", "Measure"),
    "c_owner": ("责任", "Owner"),
    "c_due": ("时限", "Due"),
    "c_named": ("对应指标", "Indicator"),
    "c_reason": ("原因", "Reason"),
    "c_mark": ("标记", "Mark"),
    "c_class": ("归类", "Counts as"),
    "c_rule": ("口径", "Rule"),
    # The rules, as they stand on the board.
    "rule_groups": (
        "只在同组单位之间排位；没有写组别的单位归为“未分组”。不同单位的指标数值从不直接相比。",
        "Units are ranked within their group only; those without one form a group. Raw figures are never compared.",
    ),
    "rule_league": (
        "先比达标占比（达标数÷可评价指标数），占比相同再比平均序时差；都按印出的一位小数比。"
        "占比相同而没有序时差的排在后面。并列的名次相同，后一名跳过。",
        "First the share of indicators met among those judged, then the mean gap to schedule, both as printed with one "
        "decimal; of equal shares a unit without a gap comes last. Ties share a place and the next is skipped.",
    ),
    "rule_met": (
        "“达标”是状态为已完成、超序时、达序时、达标、控制内的指标；“基本达序时”不算。",
        "Met are: Completed, Ahead, On schedule, Met, Within limit. Nearly on schedule is not.",
    ),
    "rule_gap": (
        "平均序时差是单位各项“完成率－序时进度”的算术平均；水平、增速、控制数、节点和定性指标没有序时差，不参加平均。",
        "The mean gap is that of completion − schedule. Levels, growth rates, limits, milestones and qualitative "
        "targets have none and are left out.",
    ),
    "rule_missing": (
        "未报数不等于0：单列，不计入占比和平均；没有可评价指标的单位不排位；读不了或没交的提纲列在“未报送”。",
        "Not reported is not 0: it is counted apart. A unit of which nothing can be judged has no place; outlines that "
        "are missing or cannot be read stand under “Not filed”.",
    ),
    "rule_before": (
        "位次变化＝上期名次－本期名次，组别或参加排位的家数变了就不比。进步＝两期都有序时差的指标，序时差变化的平均。",
        "Moved = place before − place now, not said where the group or the number ranked has changed. Advance = the "
        "mean change of the gaps that both sessions have.",
    ),
    "rule_lights": (
        "红：严重欠序时、超出控制、已逾期；黄：欠序时、未达序时、未达标、控制偏紧。",
        "Red: Far behind, Over limit, Overdue. Yellow: Behind, Not on schedule, Not met, Running high.",
    ),
    "rule_source": (
        "“出处”是提纲的文件名和行号，每个数都能查到原处。",
        "Source is the outline's file and line, where each figure can be looked up.",
    ),
    "rule_formulas": (
        "名次、占比、平均都是公式，随“指标”表里的目标、完成和状态而变；状态是文字，改了完成数要自己改。平均先取8位小数再取1位，免得浮点误差影响进位。",
        "Places, shares and means are formulas: they follow targets, figures and statuses of the sheet of indicators. "
        "A status is a word and does not change by itself. A mean is rounded to 8 decimals and then to 1, so that "
        "binary noise does not tip it.",
    ),
}
RULES = ("groups", "league", "met", "gap", "missing", "before", "lights", "source")


def speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the words of the scoreboard's papers in a language."""
    return speaker_of(_WORDS, lang)

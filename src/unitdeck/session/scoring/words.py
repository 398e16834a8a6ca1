"""The words of score sheets and of scores, in Chinese and English."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say, speaker_of

UNIT = frozenset(("单位", "Unit"))  # the heading by which a sheet's units are found
NOTES = frozenset(("备注", "说明", "Note", "Notes"))  # headings of columns that are nobody's marks

_WORDS: dict[str, tuple[str, str]] = {
    # Sheets.
    "summary": ("得分", "Scores"),
    "indicator_points": ("指标得分", "Indicators"),
    "counts": ("统计", "Counts"),
    "parameters": ("口径", "Rules"),
    "voids": ("废票", "Void ballots"),
    "form_grades": ("等次票", "Grade ballots"),
    "form_a": ("A票", "A ballots"),
    "form_b": ("B票", "B ballots"),
    "form_ranks": ("名次票", "Rank ballots"),
    "form_panel": ("评委打分", "Judges"),
    "form_time": ("用时", "Times"),
    "paper_grades": ("选票（打印）", "Ballot (print)"),
    "paper_a": ("A票（打印）", "Ballot A (print)"),
    "paper_b": ("B票（打印）", "Ballot B (print)"),
    "paper_ranks": ("选票（打印）", "Ballot (print)"),
    "paper_panel": ("打分表（打印）", "Judge's sheet (print)"),
    "printed_ballot": ("测评票", "Ballot"),
    "printed_panel": ("评委打分表", "Judge's sheet"),
    # What stands above a sheet.
    "number": ("编号 {number}", "No. {number}"),
    "valid": ("有效", "valid"),
    "void": ("废票", "void"),
    "check": ("检查", "Check"),
    "source_of": ("出处", "Source"),
    "c_place_in_order": ("序", "No."),
    "c_unit": ("单位", "Unit"),
    "ballot_n": ("第{n}票", "{n}"),
    "judge_n": ("评委{n}", "Judge {n}"),
    "c_time": ("用时", "Time"),
    "c_points": ("分数（0—{full}）", "Points (0–{full})"),
    "c_place_given": ("名次（1—{n}）", "Place (1–{n})"),
    "tick": ("□", "□"),
    "signed": ("评委签名：", "Signed: "),
    "dropped": ("投票人不署名。", "Ballots are not signed."),
    "about_grades": (
        "一列一张票，每个单位选一个等次。有的单位没有评、评了两个，或全部单位评得一样，这张票是废票。"
        "没用上的列空着；不汇报的单位，整行空着。",
        "A column a ballot, a grade a unit. A ballot is void if a unit has no grade or two, or if all units have the "
        "same. Leave unused columns empty, and the row of a unit that does not report.",
    ),
    "about_ranks": (
        "一列一张票，给每个单位写名次，从1起，不并列。有的单位没有写、写了两个，或两个单位同一名次，这张票是废票。"
        "没用上的列空着；不汇报的单位，整行空着。",
        "A column a ballot, a place a unit, from 1, without ties. A ballot is void if a unit has no place or two, or "
        "if two units share one. Leave unused columns empty, and the row of a unit that does not report.",
    ),
    "about_panel": (
        "一列一位评委，表头可以改成姓名；分数从0到{full}，最多两位小数。没有打分的格空着。",
        "A column a judge; write names over the headings. Points from 0 to {full}. Leave empty what was not scored.",
    ),
    "about_time": (
        "写实际用时，例如 7:45、7分45秒或 7.75（分）。{card}分钟举牌，{most}分钟响铃；"
        "不到{least}分钟或超过{most}分钟，扣{penalty}分（满分10分）。",
        "Write the time taken: 7:45, or 7.75 (minutes). Card at {card}, bell at {most} minutes; less than {least} or "
        "more than {most} costs {penalty} of 10 points.",
    ),
    "paper_about_grades": (
        "请给每个单位打一个√。有的单位没有评、评了两个，或全部单位评得一样，是废票。",
        "Tick one grade for each unit. A ballot is void if a unit has no grade or two, or if all units have the same.",
    ),
    "paper_about_ranks": (
        "请给每个单位写一个名次，从1到{n}，不并列。有的单位没有写、写了两个，或两个单位同一名次，是废票。",
        "Write a place for each unit, 1 to {n}, no ties. A ballot is void if a unit has no place or two, or two units "
        "share one.",
    ),
    "paper_about_panel": ("请给每个单位打分，0到{full}分，最多两位小数。", "Give each unit points, 0 to {full}."),
    # Columns.
    "group_no": ("组号", "Group no."),
    "c_group": ("组别", "Group"),
    "c_indicators": ("指标分", "Indicators"),
    "c_ballots": ("测评分", "Ballots"),
    "c_panel": ("评委分", "Panel"),
    "c_deducted": ("超时扣分", "Time"),
    "c_total": ("得分", "Score"),
    "c_third": ("三位小数", "3 decimals"),
    "c_place": ("名次", "Place"),
    "c_remark": ("备注", "Notes"),
    "c_indicator": ("指标", "Indicator"),
    "c_kind": ("类型", "Kind"),
    "c_lead": ("超欠（点）", "Lead (points)"),
    "c_degree": ("达成度（%）", "Degree (%)"),
    "c_weight": ("权重", "Weight"),
    "c_given": ("得分", "Points"),
    "c_counted": ("计入权重", "Counted"),
    "c_product": ("得分×权重", "Points × weight"),
    "c_source": ("出处", "Source"),
    "c_cast": ("收到", "Marks"),
    "c_valid": ("有效票", "Valid"),
    "c_mean": ("得分", "Score"),
    "c_judges": ("评委数", "Judges"),
    "c_high": ("最高", "Highest"),
    "c_low": ("最低", "Lowest"),
    "c_minutes": ("分钟", "Minutes"),
    "c_both": ("A/B合计", "A and B"),
    "c_item": ("项目", "Item"),
    "c_value": ("数值", "Value"),
    "c_rule": ("说明", "Rule"),
    "c_form": ("票种", "Ballots"),
    "c_ballot": ("票", "Ballot"),
    "c_cell": ("单元格", "Cell"),
    "c_reason": ("原因", "Reason"),
    # Kinds of indicators.
    "cumulative": ("累计", "sum"),
    "growth_rate": ("增速", "growth rate"),
    "level": ("水平", "level"),
    "cap_count": ("控制数", "limit"),
    "milestone": ("节点", "milestone"),
    "qualitative": ("定性", "qualitative"),
    # Remarks.
    "lacking": ("没有{part}，不排名", "no {part}: no place"),
    "no_time": ("没有记用时，不扣分", "no time noted: nothing taken off"),
    "left_out": ("{count}项指标不计分", "{count} indicators not counted"),
    "no_outline": ("没有可读的提纲", "no outline that can be read"),
    "unscored": ("不计分", "not counted"),
    "unweighted": ("权重0，不计分", "weight 0: not counted"),
    "part_indicators": ("指标分", "points of indicators"),
    "part_ballots": ("测评分", "ballots"),
    "part_panel": ("评委分", "points of judges"),
    "vote_line": ("{form}：投{cast}张，有效{valid}张，废票{void}张", "{form}: {cast} cast, {valid} valid, {void} void"),
    "judge_line": ("评委{count}位", "{count} judges"),
    "none": ("无", "None"),
    "missing": ("—", "—"),
    "comma": ("，", ", "),
    "semicolon": ("；", "; "),
    "ungrouped": ("未分组", "No group"),
    # The results pages.
    "listed": ("、", ", "),
    "part_share": ("{part}{share}%", "{part} {share}%"),
    "plus": ("＋", " + "),
    "score_is": ("得分＝{parts}", "Score = {parts}"),
    "score_minus": ("－超时扣分", " − time"),
    "score_first": ("{group}{count}家：{unit}{score}分居首", "{group}, {count} units: {unit} first with {score}"),
    "score_spread": ("，首尾相差{points}分", ", {points} points between first and last"),
    "score_only": ("{group}：{unit}{score}分", "{group}: {unit} {score}"),
    "score_none": ("{group}：还没有得分", "{group}: no scores"),
    "score_lacking": ("，{count}家没有得分", ", {count} without a score"),
    "score_others": ("{unit}等{count}家", "{unit} and others, {count} in all,"),
    "score_alone": ("一组一家的不排名次：{groups}", "Alone in their groups, and not placed: {groups}"),
    # Parameters, each with its rule.
    "p_weight_indicators": ("指标分权重", "Weight of indicators"),
    "p_weight_ballots": ("测评分权重", "Weight of ballots"),
    "p_weight_panel": ("评委分权重", "Weight of the panel"),
    "p_each": ("每点", "Each point"),
    "p_most": ("最高", "Most"),
    "p_least": ("最低", "Least"),
    "p_threshold": ("起算线（%）", "Threshold (%)"),
    "p_at_target": ("达到目标得分", "At the target"),
    "p_leaders": ("A票占比（%）", "A ballots (%)"),
    "p_step": ("每差一位", "Each place"),
    "p_full": ("评委满分", "Judges' full points"),
    "p_trimmed": ("去掉最高最低的评委数", "Judges from which two are dropped"),
    "p_short": ("最短（分钟）", "Shortest (min)"),
    "p_long": ("最长（分钟）", "Longest (min)"),
    "p_penalty": ("扣分（满分10分）", "Off (of 10)"),
    "rule_total": (
        "得分＝各部分得分按权重平均－超时扣分，不低于0。缺一部分就没有得分，不算0分。保留两位小数，相同时比第三位；"
        "还相同的名次并列，后一名跳过。只在同组排名次。",
        "Score = the parts' mean by weight − time, not below 0. Without a part that counts there is no score, which is "
        "not 0. Two decimals, a third on ties; units that tie then share a place, and the next is skipped. Units are "
        "placed within their group only.",
    ),
    "rule_reached": (
        "超欠＝完成率－序时进度；水平、增速是与目标之差（都是%时按百分点，其余按达成度－100）。达成度＝完成率÷序时进度，"
        "或完成÷目标；越低越好的反过来算：多10%得90。都按印出的一位小数算。节点、定性、没有数的指标不计分，不算0分。",
        "Lead = completion − schedule; of levels and growth rates the distance to the target (in points where both are "
        "in percent, else degree − 100). Degree = completion ÷ schedule, or actual ÷ target; mirrored where lower is "
        "better: 10% more gives 90. Both as printed, with one decimal. Milestones, qualitative targets and indicators "
        "without a figure are not counted, which is not 0.",
    ),
    "rule_weights": (
        "单位的指标分＝各指标得分按提纲里的权重平均，没有写权重的按1。",
        "A unit's points = those of its indicators by the weights of its outline; an indicator without one has 1.",
    ),
    "rule_step": (
        "阶梯：达到应完成的100分；每超1个百分点加{each}分，最高{most}；每欠1个百分点减{each}分，最低{least}；不足1点的不算。",
        "Step: 100 where what is due is met; {each} more for each whole point ahead, up to {most}; {each} less for "
        "each whole point behind, down to {least}.",
    ),
    "rule_four_level": (
        "四档：达成度超过100的，满分100再每超1%加{each}，最高{most}；等于100得100；不低于{threshold}的，得分＝达成度；低于{threshold}得0。",
        "Four levels: over 100% full points and {each} for each percent, up to {most}; at 100% full; from {threshold}% "
        "the degree itself; below it 0.",
    ),
    "rule_linear": (
        "线性：得分＝达成度，最高{most}，最低{least}。",
        "Linear: the degree itself, at most {most}, at least {least}.",
    ),
    "rule_rate": (
        "增速：达到目标得{at_target}分，每高（低）1个百分点加（减）{each}分，最高{most}，最低{least}。",
        "Rate: {at_target} at the target, {each} for each point above or below, at most {most}, at least {least}.",
    ),
    "rule_grades": (
        "等次票：得分＝各等次票数×分值之和÷有效票数。",
        "Grade ballots: the sum of grades × what they count ÷ valid ballots.",
    ),
    "rule_a_b": (
        "A/B票：A票（领导）得分占{leaders}%，B票（其他）占其余；缺一种就没有测评分。",
        "A/B ballots: A (leaders) counts {leaders}%, B (others) the rest; without either there is no score.",
    ),
    "rule_ranks": (
        "名次票：第1名100分，每差一位少{each}分，不低于0；得分＝各票分值之和÷有效票数。",
        "Rank ballots: 100 for the first, {each} less for each place after, not below 0; the sum ÷ valid ballots.",
    ),
    "rule_void": (
        "废票：有的单位没有评或评了两个，或全部单位评得一样（名次票：两个单位同一名次）。废票不计入有效票。"
        "所有票都没有评的单位，算没有提交测评：没有分，也不因此废票。",
        "Void: a unit has no mark or two, or all units have the same (rank ballots: two units share a place). Void "
        "ballots do not count. A unit that no ballot marks was not put to the vote: no score, and no void ballots.",
    ),
    "rule_panel": (
        "评委分＝去掉一个最高分、一个最低分后的平均，折成100分；评委少于{trimmed}位的不去。",
        "Panel: the mean without one highest and one lowest, out of 100; with fewer than {trimmed} judges none is "
        "dropped.",
    ),
    "rule_time": (
        "用时不到{least}分钟或超过{most}分钟扣{penalty}分（满分10分），即100分里的{cost}分；{card}分钟举牌，{most}分钟响铃。没有记用时的不扣。",
        "Less than {least} or more than {most} minutes costs {penalty} of 10 points, {cost} of 100; card at {card}, "
        "bell at {most}. Without a time nothing is taken off.",
    ),
    "rule_formulas": (
        "得分、名次、票数都是公式，随登记而变。",
        "Scores, places and counts are formulas and follow what is entered.",
    ),
}


def score_speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the words of score sheets and of scores in a language."""
    return speaker_of(_WORDS, lang)

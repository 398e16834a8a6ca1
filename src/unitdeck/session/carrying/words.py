"""What a carried outline and its session say to the clerk who completes them, in Chinese and English."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say, speaker_of

_WORDS: dict[str, tuple[str, str]] = {
    "head": (
        "由上期会议结转：职责、目标、计划照旧，上期的数写在“上期”里。空着的填本期的，不报的删去；没有的数不要写 0。",
        "Carried over from the last session: duties, targets, plans as they were, the last figures under previous.",
    ),
    "head_blank": (
        "行首的 # 是说明，不会出现在 PPT 里。填好后运行：unitdeck check 本文件，还空着什么会逐条指出。",
        "Fill in the blanks, delete what is not reported; write no 0 for a missing figure. Then: unitdeck check FILE",
    ),
    "before": ("上期：{said}", "last time: {said}"),
    "figure_in": ("上期（{period}）：{said}", "last time ({period}): {said}"),
    "no_figure": ("上期没有数", "no figure last time"),
    "preliminary": ("是快报数就写 true", "true where the figure is preliminary"),
    "base": ("上年同期的数，不是上期的数", "the same period of last year, not the last session's"),
    "yoy": ("官方公布的同比，百分数", "official growth year on year, in percent"),
    "yoy_bases": ("官方公布的同比，上期分{bases}", "official growth year on year; last time: {bases}"),
    "series": ("接着往下补", "go on below"),
    "parts": ("各部分的本期数", "the parts' figures of this period"),
    "rank": ("本期位次；总数变了就不比", "this period's; not compared where the number ranked has changed"),
    "milestones": ("完成了的加上“已完成: true”", "add done: true to those reached"),
    "measure": ("上次举措", "measure of last time"),
    "step": ("上次打算", "step of last time"),
    "ledger": ("督办台账", "ledger"),
    "goal": ("上次争一流目标", "goal of last time"),
    "duties_head": ("一、职责：有变化才改。", "1. Duties: change what has changed."),
    "targets_head": (
        "二、目标：“完成”填本期数。完成率、序时差、较上期由程序计算。",
        "2. Targets: actual is this period's figure. Completion, gap and change since last time are computed.",
    ),
    "measures_head": (
        "三、举措：写现在的薄弱点；上次的举措已转到“上次点评整改”。\n"
        "举措:\n  - {问题: , 原因: , 举措: , 责任: , 时限: , 状态: , 对应指标: }",
        "3. Measures: today's weak points; those of last time stand under last_review.\n"
        "measures:\n  - {problem: , cause: , action: , owner: , due: , status: , target: }",
    ),
    "projects_head": ("四、项目：填本期进度。", "4. Projects: this period's progress."),
    "highlights_head": (
        "五、亮点：写新的。\n亮点:\n  - {亮点: , 内容: , 成效: }",
        "5. Highlights: new ones.\nhighlights:\n  - {title: , text: , result: }",
    ),
    "ambitions_head": ("六、争一流：填现状。", "6. First-class goals: where you stand now."),
    "last_review_head": (
        "七、上次点评整改：逐条填整改情况和状态（推进中、待核、已完成、已销号、逾期）；已销号要有佐证和核查人。",
        "7. What was promised: action and status of each (under_way, to_verify, done, closed, overdue); closed asks "
        "for evidence and checked_by.",
    ),
    "next_steps_head": (
        "八、下一步：没到期的留着，再写新的。",
        "8. Next steps: those not yet due stay; add new ones.",
    ),
    "photos_head": (
        "图片不结转；有新的放进会议文件夹的 photos。\n图片:\n  - {文件: photos/现场.jpg, 说明: }",
        "Photos are not carried over; put new ones into the session's folder photos.\n"
        "photos:\n  - {file: photos/site.jpg, caption: }",
    ),
    "asks_head": (
        "九、提请事项：还要提请的重新写。\n提请事项:\n  - {事项: , 对象: }",
        "9. Requests: write again what is still asked.\nasks:\n  - {text: , to: }",
    ),
    "fell_due": ("已到期", "due"),
    "not_due": ("未到期", "not yet due"),
    "session_head": (
        "下一期会议：由上期结转。没有变的照旧，空着的填好。\n"
        "看谁报了、谁有错、谁还缺：unitdeck session status 会议文件夹",
        "The next session, carried over from the last: fill in the blanks.\n"
        "Who has filed, whose outline has errors, who is missing: unitdeck session status FOLDER",
    ),
    "session_title": ("要改成本期的名称就改", "change it where this session has another title"),
    "session_date": ("会议的日子", "the day of the meeting"),
    "session_as_of": ("数据的截止日期，算序时进度用", "the data date, for the schedule"),
    "order_open": (
        "汇报顺序要重新定：留一行、去掉行首的 #；都不定，就按提纲文件的编号。",
        "The running order is to be settled anew: take the # away from one line; else the numbers of the files decide.",
    ),
    "order_drawn": (
        "汇报顺序要重新抽：上期的种子不再用。留一行、去掉行首的 #；都不定，就按提纲文件的编号。",
        "Lots are drawn anew; last time's seed is not used again. Take the # away from one line; else the numbers "
        "of the files decide.",
    ),
    "order": ("汇报顺序: [{order}]", "order: [{order}]"),
    "draw": ("抽签: {种子: 会议日期加当场报的数}", "draw: {seed: the date and a number called out on the spot}"),
    "asked": ("上次提请：{text}（{to}）", "asked last time: {text} ({to})"),
}


def speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: what is said to the clerk in a language."""
    return speaker_of(_WORDS, lang)

"""The words of the commands, in Chinese and English. What is wrong with a file stands in the message catalogues."""

from __future__ import annotations

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say, speaker_of

_WORDS: dict[str, tuple[str, str]] = {
    # The program and its commands, one line each: the list of `unitdeck --help`.
    "program": (
        "把一个单位的提纲（职责、目标、举措）变成统一、好看、可以继续编辑的汇报 PPT。",
        "Turn one unit's outline (duties, targets, measures) into a standardized, editable PPTX.",
    ),
    "init": ("写一份带注释的空白提纲，照着填就行。", "Write a commented starter outline to fill in."),
    "check": (
        "检查提纲，不生成 PPT；问题逐条列出在哪一行、怎么改。",
        "Check outlines without building: what is wrong, where, and what to do.",
    ),
    "build": ("生成 PPT。给文件夹就生成整场会议的各单位。", "Build decks; a folder builds every unit of its session."),
    "schema": (
        "输出提纲的 JSON Schema，供编辑器提示和补全。",
        "Print the outline's JSON Schema for editor completion.",
    ),
    "explain": ("解释一个提示代码，例如 unitdeck explain UD201。", "Explain a code, such as unitdeck explain UD201."),
    "template": (
        "查看模板：list 列出，show 看细节，preview 生成图库，diff 比较，migrate 给提纲换版本。",
        "Look at templates: list, show, preview (its gallery), diff; migrate outlines to another.",
    ),
    "template list": ("列出能用的模板和所在位置。", "List the templates that can be used and where they are."),
    "template show": ("看一个模板的页面、版式和字号。", "Show a template's slides, layouts and type sizes."),
    "template preview": (
        "生成模板的图库：每种图表的示例页，合成一份 PPT。",
        "Build the deck of its gallery: sample pages of every chart.",
    ),
    "template diff": (
        "比较两个模板（名称、名称@版本或文件夹）：页面、版式、字号、颜色、用词有什么不同。",
        "Say how two templates differ (names, name@version, folders): slides, layouts, sizes, colours, words.",
    ),
    "template migrate": (
        "把提纲和会议文件换到模板的另一版本，注释和排版不动。",
        "Move outlines and sessions to another version of a template; comments and layout stay.",
    ),
    "session": (
        "整场会议：init 建文件夹，status 看谁报了，build 生成 PPT，scoreboard 成绩单，papers 文书，next 结转下一期。",
        "A whole session: init, status (who has filed), build (every deck), scoreboard, papers, next (carry over).",
    ),
    "session init": (
        "按单位名单建会议文件夹：会议文件和每个单位的空白提纲；已有的不动。",
        "Make a session's folder from a list of units: session.yaml and a starter a unit; what is there stays.",
    ),
    "session status": (
        "各单位的提纲交没交、有没有错，PPT 是不是最新。",
        "Who has filed, whose outline has errors, and which decks are up to date.",
    ),
    "session build": (
        "按汇报顺序生成各单位的 PPT、全场合订本和 manifest.json；没有变化的不重做。",
        "Build every unit's deck, one of the whole session and manifest.json; what has not changed is left.",
    ),
    "session scoreboard": (
        "生成成绩单：各单位排位、红黄清单、薄弱点与举措（.xlsx、.html）。",
        "Write the scoreboard: places, red and yellow, weak points (.xlsx, .html).",
    ),
    "session papers": (
        "写会议前后的文书：主持词、会议纪要骨架、议程（.docx），点评记录、督办台账（.xlsx）。",
        "Write the papers around the meeting: host script, minutes, agenda (.docx), comments, ledger (.xlsx).",
    ),
    "session next": (
        "由上期会议建下一期：上期数、上期位次、没办结的事项和承诺都带过来，空着的由各单位填；已有的不动。",
        "Make the next session of the last: figures, ranks and what is open or promised, for the units to complete.",
    ),
    "session scoresheets": (
        "生成计分表：选票、评委打分、用时怎么登记，得分随填随算（.xlsx）。",
        "Write the score sheets: ballots, judges' points, times, with scores that follow (.xlsx).",
    ),
    "session score": (
        "读回填好的计分表，算出各组得分和名次（scores.xlsx、scores.json）。",
        "Read filled score sheets and write scores and places by group (scores.xlsx, scores.json).",
    ),
    "doctor": ("检查这台电脑能不能用，缺什么、怎么补。", "Check this computer: what is missing and what to do."),
    # Options.
    "--lang": ("提示用的语言：zh 或 en。", "Language of messages: zh or en."),
    "--version": ("显示版本号。", "Show the version."),
    "--help": ("显示这份说明。", "Show this help."),
    "--output-format": (
        "问题怎么列：full 带原文，concise 一行一个，json、github 给程序用。",
        "How findings are shown: full with the text, concise one a line, json and github for programs.",
    ),
    "--strict": ("有警告也算不通过。", "Treat warnings as failures."),
    "--out": (
        "输出的 .pptx 文件；多个提纲时给文件夹。",
        "The .pptx to write; a folder where there are several outlines.",
    ),
    "--gallery-out": (
        "输出的 .pptx 文件或文件夹；不写就放在当前文件夹。",
        "The .pptx to write, or its folder; the current folder if left out.",
    ),
    "--board-out": (
        "输出的文件夹，或一个 .xlsx、.html 文件；不写就放在会议文件夹的 out/。",
        "The folder to write to, or one .xlsx or .html; the session's out/ if left out.",
    ),
    "--papers-out": (
        "写到哪个文件夹；不写就是会议文件夹的 out/papers/。",
        "The folder to write to; the session's out/papers/ if left out.",
    ),
    "--kind": (
        "只写这一种，可以写几次：host 主持词，minutes 纪要，agenda 议程，comments 点评记录，ledger 台账。",
        "Only this paper; may be given several times.",
    ),
    "--record": (
        "填好的点评记录；不写就用文书文件夹里的那一份。",
        "The record of comments, filled in; the one among the papers if left out.",
    ),
    "--overwrite": (
        "手工改过的也重写；填在点评记录和台账里的内容会带过去。",
        "Overwrite papers changed by hand, too; what was typed into the record and the ledger is carried over.",
    ),
    "--ballots": ("登记多少张票；不写是 60。", "Columns for ballots; 60 if left out."),
    "--judges": ("多少位评委；不写是 7。", "Columns for judges; 7 if left out."),
    "--sheets-out": (
        "输出的 .xlsx 文件；不写就放在会议文件夹的 scores/。",
        "The .xlsx to write; in the session's scores/ if left out.",
    ),
    "--score-out": (
        "输出的文件夹；不写就放在会议文件夹的 out/。",
        "The folder to write to; the session's out/ if left out.",
    ),
    "--template": ("模板名称或文件夹，优先于提纲里写的。", "Template name or folder; wins over the outline's own."),
    "--template-path": (
        "另外到这个文件夹里找模板，可写几次；也可以设 UNITDECK_TEMPLATE_PATH。",
        "Look for templates in this folder too; may be given several times, or set UNITDECK_TEMPLATE_PATH.",
    ),
    "--to": (
        "换到哪个模板、哪个主版本，例如 report@2。",
        "Template and major version to move to, such as report@2.",
    ),
    "--dry-run": ("只说会改什么，不写文件。", "Say what would change and write nothing."),
    "--diff": ("列出改动的每一行（unified diff）。", "Print the changed lines as a unified diff."),
    "--units": (
        "单位名单：.xlsx、.csv 或 .txt，表头写单位、组别、简称、汇报人。",
        "The list of units: .xlsx, .csv or .txt, with the headings name, group, short, speaker.",
    ),
    "--from": ("上期会议的文件夹。", "The last session's folder."),
    "--last-record": (
        "上期填好的点评记录（.xlsx、.csv）；不写就用上期 out/papers 里填过的。台账填过的也会用上。",
        "Last time's record of comments; the one filled in under its out/papers if left out. So is its ledger.",
    ),
    "--date": ("下一期会议的日期，例如 2022-08-15。", "The day of the next session, such as 2022-08-15."),
    "--as-of": (
        "下一期数据的截止日期。会议日期和它两者中靠后的一天，之前该办的都转到“上次点评整改”。",
        "Its data date. What is promised until the later of both days comes back under last_review.",
    ),
    "--jobs": (
        "用几个进程；不写就按处理器个数，单位少时用一个。",
        "How many processes; one a core if left out, one for a few units.",
    ),
    "--executor": (
        "在哪里做：process 本机几个进程，serial 本进程，dask://主机:端口 集群（见文档）。",
        "Where: process (processes here), serial (this one), dask://HOST:PORT (a cluster; see the manual).",
    ),
    "--only": ("只做名称合适的单位，例如 '市*'。", "Only units whose name fits, such as 'f*'."),
    "--no-combined": ("不做全场合订本，只做各单位的。", "Leave out the deck of the whole session."),
    "--changed": (
        "只做上次生成以后变了的，也只列它们：没有变的不动、不提，原来就有错、还没有改的提纲也不再试。",
        "Build and list only what changed since the last build; the rest, also where it is wrong, is left and unsaid.",
    ),
    "--force": ("没有变化的也重新生成。", "Build what has not changed, too."),
    "--open": ("生成后直接打开。", "Open the deck afterwards."),
    "--json": ("结果输出为 JSON，给程序用。", "Print the result as JSON."),
    "--schema-out": ("写到这个文件，不写到屏幕。", "Write to this file instead of the screen."),
    # The formatter.
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "command_metavar": ("命令 [参数]…", "COMMAND [ARGS]…"),
    "FILES": ("提纲或文件夹…", "OUTLINE|FOLDER…"),
    "DIR": ("会议文件夹", "FOLDER"),
    "SHEETS": ("[填好的计分表…]", "[SHEETS…]"),
    "CODE": ("代码", "CODE"),
    "NAME": ("名称", "NAME"),
    "PATH": ("文件或文件夹", "FILE|FOLDER"),
    # Usage errors.
    "try_help": ("用 {command} --help 看用法。", "Try {command} --help."),
    "no_such_option": ("没有这个选项：{name}", "No such option: {name}"),
    "no_such_command": ("没有这个命令：{name}", "No such command: {name}"),
    "did_you_mean": ("，是不是 {best}？", ". Did you mean {best}?"),
    "missing": ("还缺 {name}", "Missing {name}"),
    "needs_value": ("选项 {name} 后面要写内容", "Option {name} needs a value"),
    "bad_value": ("{name} 的值不对", "Bad value for {name}"),
    "too_many": ("多写了：{names}", "Not expected: {names}"),
    "choose": ("；可以写：{choices}", "; choose from {choices}"),
    "one_file": ("有 {count} 份提纲，-o 请给文件夹，不要给 .pptx 文件", "There are {count} outlines: give -o a folder"),
    "nobody": ("没有单位的名称合 {only}；有：{known}", "No unit's name fits {only}; there are: {known}"),
    "changed_or_all": ("--changed 和 --force 只能用一个", "--changed or --force, not both"),
    "one_process": ("-j 只用于 --executor process", "-j goes with --executor process"),
    "aborted": ("已停止。", "Stopped."),
    # Results.
    "built": (
        "{path}  {pages} 页 · {charts} 张图表 · {warnings} 个警告 · {seconds:.2f} 秒",
        "{path}  {pages} pages · {charts} charts · {warnings} warnings · {seconds:.2f} s",
    ),
    "not_built": ("{outline}  没有生成：{errors} 个错误", "{outline}  not built: {errors} errors"),
    "not_built_strict": (
        "{outline}  没有生成：有 {warnings} 个警告（--strict）",
        "{outline}  not built: {warnings} warnings (--strict)",
    ),
    "whole_not_built": ("{path}  全场合订本没有生成", "{path}  the deck of the whole session was not built"),
    "total": ("{built} 份已生成，{failed} 份没有生成", "{built} built, {failed} not built"),
    "checked": ("检查了 {files} 份提纲", "Outlines checked: {files}"),
    "all_well": ("检查了 {files} 份提纲，没有发现问题", "Outlines checked: {files}, nothing found"),
    "unchanged": (
        "{path}  没有变化 · {pages} 页 · {charts} 张图表 · {warnings} 个警告",
        "{path}  unchanged · {pages} pages · {charts} charts · {warnings} warnings",
    ),
    "seconds_left": ("约剩 {count} 秒", "about {count} s left"),
    "minutes_left": ("约剩 {count} 分钟", "about {count} min left"),
    "session_total": (
        "{built} 份已生成，{unchanged} 份没有变化，{failed} 份没有生成，{missing} 个单位没有提纲 · {seconds:.1f} 秒",
        "{built} built, {unchanged} unchanged, {failed} not built, {missing} without an outline · {seconds:.1f} s",
    ),
    "changed_total": (
        "{built} 份已生成，{failed} 份没有生成，新缺 {missing} 份提纲；{unchanged} 个单位没有变化 · {seconds:.1f} 秒",
        "{built} built, {failed} not built, {missing} newly missing; {unchanged} unchanged · {seconds:.1f} s",
    ),
    "see_broken": (
        "没有变化的单位里，有 {broken} 个还没有 PPT，原因用：unitdeck session status {folder}",
        "{broken} of the units that have not changed have no deck; to see why: unitdeck session status {folder}",
    ),
    "see_warnings": (
        "共 {warnings} 个警告，逐条列出用：unitdeck check {folder}",
        "{warnings} warnings in all; to list them: unitdeck check {folder}",
    ),
    "place": ("序", "No."),
    "unit": ("单位", "Unit"),
    "group": ("组别", "Group"),
    "outline": ("提纲", "Outline"),
    "state": ("状态", "State"),
    "late": ("逾期", "Late"),
    "late_days": ("{days}天", "{days} d"),
    "late_units": ("已过报送截止，{late} 个单位逾期", "Past the deadline: {late} units are late"),
    "warnings": ("警告", "Warnings"),
    "deck": ("PPT", "Deck"),
    "first_error": ("第一处错误", "First error"),
    "filed": ("已报", "filed"),
    "blank": ("未填", "not filled in"),
    "errors_count": ("有错 {count}", "errors: {count}"),
    "missing_outline": ("缺", "missing"),
    "current": ("最新", "up to date"),
    "outdated": ("过期", "out of date"),
    "none": ("—", "—"),
    "standing": (
        "{units} 个单位：{filed} 个已报，{blank} 个未填，{errors} 个有错，{missing} 个缺；{current} 份 PPT 最新",
        "{units} units: {filed} filed, {blank} not filled in, {errors} with errors, {missing} missing; "
        "{current} decks up to date",
    ),
    "started": (
        "已写好：{path}\n下一步：填好后运行  unitdeck build {path}",
        "Written: {path}\nNext: fill it in, then run  unitdeck build {path}",
    ),
    "written": ("已写好：{path}", "Written: {path}"),
    "kept": ("已经有，没有改动：{path}", "There already, not changed: {path}"),
    "unused": ("名单里没有用到的列：{columns}", "Columns of the list that were not used: {columns}"),
    "unplaced": (
        "{path} 的汇报顺序里还没有：{names}；请补上",
        "Not yet in the order of {path}: {names}. Please add",
    ),
    "founded": (
        "{units} 个单位：新建 {written} 份提纲，{kept} 份原来就有\n"
        "下一步：改好 {path}，把提纲发给各单位填；再运行  unitdeck session status {folder}",
        "{units} units: {written} outlines written, {kept} there already\n"
        "Next: complete {path}, have the units fill in their outlines, then run  unitdeck session status {folder}",
    ),
    "paper_kept": (
        "{path}  手工改过，没有动它（要重写加 --force）",
        "{path}  changed by hand, left as it is (--force overwrites it)",
    ),
    "papers_told": (
        "{units} 个单位，{missing} 个没有可用的提纲；点评 {remarks} 条",
        "{units} units, {missing} without a usable outline; {remarks} comments",
    ),
    "promise": ("承诺", "Promise"),
    "owner": ("责任", "Owner"),
    "due": ("时限", "Due"),
    "started_anew": (
        "{name}：上期提纲没有、没有填或读不了，给的是空白提纲",
        "{name}: no outline of last time, or none filled in or readable; it gets a starter",
    ),
    "followed": (
        "{units} 个单位，{promises} 项承诺\n"
        "下一步：改好 {path}，把提纲发给各单位填；再运行  unitdeck session status {folder}",
        "{units} units, {promises} promises\n"
        "Next: complete {path}, have the units fill in their outlines, then run  unitdeck session status {folder}",
    ),
    "board_written": (
        "{path}  {units} 个单位，{absent} 个未报送",
        "{path}  {units} units, {absent} not filed",
    ),
    "not_scored": (
        "{folder} 的 session.yaml 没有写计分；例如加一行“计分: 阶梯”",
        'the session.yaml of {folder} has no scoring; add a line such as "scoring: step"',
    ),
    "no_sheets": (
        "{folder} 的 scores/ 里没有填好的计分表；先运行  unitdeck session scoresheets {folder}",
        "no filled score sheets in scores/ of {folder}; make them with  unitdeck session scoresheets {folder}",
    ),
    "sheets_kept": (
        "已经有，可能填过，没有改动：{path}；要重做请先移走它",
        "There already and perhaps filled, not changed: {path}. To make it anew, move it away",
    ),
    "sheets_written": (
        "{path}  {units} 个单位\n下一步：登记以后运行  unitdeck session score {folder}",
        "{path}  {units} units\nNext: enter the marks, then run  unitdeck session score {folder}",
    ),
    "scored_total": (
        "{units} 个单位：{ranked} 个有得分，{unranked} 个没有",
        "{units} units: {ranked} with a score, {unranked} without",
    ),
    "schema_written": ("已写好：{path}", "Written: {path}"),
    # Templates.
    "no_such_code": ("没有 {code} 这个代码。现有：{known}", "No code {code}. There are: {known}"),
    "slides": ("页面", "slides"),
    "layouts": ("版式", "layouts"),
    "sizes": ("字号（首选/最小，磅）", "type sizes (preferred/least, pt)"),
    "languages": ("语言", "languages"),
    "size_mm": ("页面大小（毫米）", "page size (mm)"),
    "folder": ("位置", "folder"),
    # Templates: where they come from, how they differ, how outlines follow.
    "origin_session": ("会议的", "session's own"),
    "origin_option": ("另外指定", "template path"),
    "origin_built-in": ("自带", "built in"),
    "origin_package": ("包 {package}", "package {package}"),
    "origin_path": ("路径", "path"),
    "extends": ("扩展 {name}", "extends {name}"),
    "from_level": ("来自 {name} {version}", "from {name} {version}"),
    "part_settings": ("设置", "settings"),
    "part_slides": ("页面", "slides"),
    "part_script": ("讲稿", "scripts"),
    "part_gallery": ("图库", "gallery"),
    "part_maps": ("地图", "maps"),
    "part_base": ("母版", "master"),
    "compared": ("{old} → {new}：{count} 处不同", "{old} → {new}: {count} differences"),
    "part_template": ("模板", "template"),
    "part_theme": ("颜色和字体", "colours and fonts"),
    "part_sizes": ("字号（首选/最小，磅）", "type sizes (preferred/least, points)"),
    "part_words": ("用词", "words"),
    "part_layouts": ("版式（位置和大小）", "layouts (places and sizes)"),
    "part_files": ("文件", "files"),
    "file_new": ("{name}：新增", "{name}: new"),
    "file_gone": ("{name}：没有了", "{name}: gone"),
    "file_other": ("{name}：内容不同", "{name}: another text"),
    "slides_new": ("增加 {names}", "new: {names}"),
    "slides_gone": ("去掉 {names}", "gone: {names}"),
    "slides_moved": ("顺序改为 {names}", "order now: {names}"),
    "joined": ("；", "; "),
    "moved": ("{path}  {old} → {new} · 改了 {count} 处", "{path}  {old} → {new} · {count} words changed"),
    "would_move": ("{path}  {old} → {new} · 会改 {count} 处", "{path}  {old} → {new} · {count} words would change"),
    "moved_words": ("{path}  没有写明模板 · 改了 {count} 处", "{path}  names no template · {count} words changed"),
    "would_move_words": (
        "{path}  没有写明模板 · 会改 {count} 处",
        "{path}  names no template · {count} words would change",
    ),
    "unmoved": ("{path}  {pin} · 没有变化", "{path}  {pin} · unchanged"),
    "unpinned": ("{path}  没有写明模板 · 没有变化", "{path}  names no template · unchanged"),
    "and_more": ("，另有 {count} 项", ", and {count} more"),
    # Doctor.
    "ok": ("正常", "ok"),
    "todo": ("要处理", "to do"),
    "optional": ("可不管", "optional"),
    "doctor_python": ("Python {version}", "Python {version}"),
    "doctor_package": ("unitdeck {version}，在 {place}", "unitdeck {version} in {place}"),
    "doctor_library": ("组件 {name} {version}", "library {name} {version}"),
    "doctor_library_do": ("缺组件 {name}：重新安装 unitdeck", "library {name} is missing: install unitdeck again"),
    "doctor_template": ("模板 {name}，{layouts} 个版式，在 {place}", "template {name}, {layouts} layouts, in {place}"),
    "doctor_template_do": ("模板 report 不能用：{reason}", "template report cannot be used: {reason}"),
    "doctor_cache": ("模板缓存 {place}", "template cache {place}"),
    "doctor_cache_do": (
        "模板缓存 {place} 不能写，每次会慢半秒；请放开权限或设 UNITDECK_CACHE_DIR",
        "template cache {place} cannot be written, each build is half a second slower; set UNITDECK_CACHE_DIR",
    ),
    "doctor_fonts": ("中文字体：{names}", "Chinese fonts: {names}"),
    "doctor_fonts_do": (
        "没有找到中文字体，不影响生成；要在这台电脑放映，请装微软雅黑、思源黑体或 Noto Sans CJK",
        "no Chinese font found; building is not affected; to show decks here install Noto Sans CJK or the like",
    ),
    "doctor_fonts_unknown": ("这里查不到字体（没有 fc-list）", "fonts cannot be listed here (no fc-list)"),
    "doctor_office": ("LibreOffice {place}", "LibreOffice {place}"),
    "doctor_office_do": (
        "没有 LibreOffice：不影响生成，只有转 PDF 和图片时才要",
        "no LibreOffice: needed only to turn decks into PDF or pictures",
    ),
}


def speaker(lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the words of the commands in a language."""
    return speaker_of(_WORDS, lang)

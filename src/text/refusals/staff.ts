import type { AnyRefusal } from '../../../core/contract'
import { IN_A_FEW_MINUTES, nameIn, numberIn, whenIn, type ResidentRefusal, type Sentence } from './sentence'

const STARTING_TIME = '开始时间'

/** What only staff can meet. */
export const STAFF_SENTENCES: Readonly<Record<Exclude<AnyRefusal, ResidentRefusal>, Sentence>> = {
  hours_overlap: '两段时间重叠或倒过来了，请改成一前一后。',
  closing_too_long: (detail) => `临时关门最多 ${numberIn(detail, 'days', '31')} 天，更久请改开放时间或状态。`,
  hours_unknown: '这里的开放时间还没填，只能整天关。请先填时间，或选一整天。',
  closed_anyway: '这段时间本来就不开门，不用再发。',
  day_past: '这一天已经过去了，请选今天或以后的日子。',
  not_own_office: '这不是您所在的会客厅，请找那边的同事，或请编辑来改。',

  year_not_open: '只能录今年和明年的节假日。',
  holidays_missing: '一个假期也没录，还不能算录完。请照通知录上。',
  holiday_days_wrong: (detail) =>
    `“${nameIn(detail, 'name')}”的日期不对：先后颠倒、太长，或者不在这一年。请对照通知看看。`,
  holidays_overlap: (detail) => `“${nameIn(detail, 'name')}”和前一个假期的日子重了，请改一改。`,
  workday_not_weekend: '调休上班的只能是周六或周日，而且不能在假期里。请对照通知看看。',
  holidays_changed: (detail) => `${nameIn(detail, 'called') || '同事'}刚改过这一年的节假日，请刷新看看再改。`,
  kind_not_found: '没有找到这一类，请重新选一次。',
  name_taken: '这个名称已经有了，请换一个。',
  place_changed: (detail) => `${nameIn(detail, 'called') || '同事'}刚改过这里，请先看看改了什么。`,
  service_not_found: '没有这样能办的事，请重新选一次。',
  position_far: '这个位置在街道外面。请再看一眼；没有错，再存一次。',
  only_editors: '名称、类型、居民区、状态由街道的编辑来改。',
  successor_wrong: '开着的地方没有接替处，接替处也不能是它自己。',
  main_zone_missing: '要有一个主区域，而且只有一个：门开不开看它。',
  same_twice: '有两个区域或出入口的编号一样，请改一个。',
  nothing_to_check: '空着的说不上核实，请先填上。',

  until_past: '结束的时间已经过去了，请改晚一点。',
  until_too_far: (detail) =>
    `紧急通知最多挂 ${numberIn(detail, 'days', '30')} 天，请把结束时间提前，更久的请写成新闻。`,
  notice_not_found: '没有找到这条通知，请刷新再看看。',
  report_not_found: '没有找到这一条，可能已经不在了。请下拉刷新看看。',

  draft_not_found: '没有找到这份草稿，可能已经发布或删掉了。请回到列表看看。',
  draft_changed: (detail) => `${nameIn(detail, 'called') || '同事'}刚改过这份草稿，请先看看改了什么。`,
  draft_incomplete: '还没填完，请把标红的补上再提交。',
  record_changed: (detail) => `${nameIn(detail, 'called') || '同事'}刚改过这个活动，请先看看改了什么。`,
  title_missing: '标题不能空着，请补上。',
  correction_not_found: '没有找到这次修订，请刷新再看看。',
  already_published: '已经发布了，不能再当草稿改。请用“变动”或“撤回”。',
  not_submitted: '还没有人提交复核，请先提交。',
  second_person_needed: '要另一位同事来复核，自己提交的不能自己通过。',
  neighbourhood_not_found: '没有找到这个居民区，请重新选一次。',
  ends_before_start: '结束时间早于开始时间，请改一改。',
  outside_open_activity: '工作坊的时间要在活动的时间里面，请改一改。',
  capacity_too_small: '名额至少要有 1 个，请改一改。',
  closes_after_start: '报名截止不能晚于开始，请改一改。',
  opens_after_closing: '报名开始晚于截止，请改一改。',
  ages_reversed: '年龄的上限小于下限，请改一改。',
  too_many_questions: '问题太多了，请只留最要紧的几个。',
  cool_down_not_here: '市集里的工作坊不能开缺席规则，请关掉。',
  series_too_long: '重复的场次太多了，请把结束日期提前。',
  capacity_below_in_use: (detail) => `已经用了 ${numberIn(detail, 'inUse', '若干')} 个名额，不能比这更少。`,

  guest_known: '这场已经有一个报名可能是同一位，请问一问再报。',
  looked_up_too_often: (detail) =>
    `一小时查了 ${numberIn(detail, 'limit', '30')} 次，先停一停，${whenIn(detail, 'until') || '过一会儿'}以后再查。名单要整份看，请到“报名签到”。`,

  place_missing: '改室内要写清改到哪里，请补上。',
  start_missing: '推迟、提前要写清新的开始时间，请补上。',
  role_not_yours_to_give: '这个岗位要请管理员来给。负责人可以请自己会客厅的社工和志愿者。',
  office_missing: '请选是哪个会客厅的岗位。',
  activity_missing: '请选志愿者帮哪几场活动签到。',
  post_not_found: '没有找到这个岗位，可能已经离岗了。请刷新再看看。',
  log_not_yours: '工作记录只给管理员和勾了“可看记录”的岗位看。',

  start_past: '新的开始时间已经过去了，请改一改。',
  start_not_later: (detail) => `推迟要晚于原来的${whenIn(detail, 'startsAt') || STARTING_TIME}，请改一改。`,
  note_missing: '请写补充的一句话。',
  start_not_earlier: (detail) => `提前要早于原来的${whenIn(detail, 'startsAt') || STARTING_TIME}，请改一改。`,
  too_soon_to_come: (detail) =>
    `要给街坊留出 ${numberIn(detail, 'hours', '24')} 小时，最早${whenIn(detail, 'from') || '明天这个时候'}，请改晚一点。`,
  not_started: (detail) =>
    `还没开始（${whenIn(detail, 'startsAt') || '到点才开始'}），不能提前结束；不办了请选“取消”。`,
  already_over: '活动已经结束了，不用再发。',
  call_not_found: '这一位不在名单里了，请刷新再看看。',
  call_taken: (detail) =>
    `${nameIn(detail, 'called') || '同事'}正在打这个电话，到 ${whenIn(detail, 'until') || '一刻钟后'}没打完再换您打。`,
  call_done: '已经有人通知到了，不用再打。',
  decision_too_late: '活动在明早 7:00 前就开始了，来不及明早再定，请现在定。',

  held_off: (detail) =>
    `号码输错太多次了，请${whenIn(detail, 'until') || IN_A_FEW_MINUTES}以后再输，或按姓氏查找。`,
  other_activity: (detail) =>
    `这是另一个活动的：${nameIn(detail, 'title') || '别的活动'}，${whenIn(detail, 'startsAt') || '时间见报名'}。请到那边签到。`,
  not_registered: '没有这个报名。请核对号码，按姓氏查找，或记“＋1 无手机”。',
  entry_not_found: '没有找到这次签到，可能已经撤销了。请刷新再看看。',
  visit_not_found: '没有找到这次到访，请刷新再看看。',
  too_early: (detail) => `还没到时间，请在${whenIn(detail, 'from') || '稍后'}以后再做。`,
  roll_closed: '点名册已经关了，纸质签到单录不进来了。请到点名册里改。',
  roll_not_closed: '点名册还没有关，直接在名单上签到或撤销就行。',
  not_on_roll: '这一位不在点名册上：取消或没候补上的不记缺席，不用改。',
  reason_missing: '请写一句为什么改，以后查得到。',
  wrong_digits: (detail) => `两位数字不对，还能试 ${numberIn(detail, 'left', '几')} 次。请看清大屏再输。`,
  poster_not_found: '没有找到这张海报的码，请核对后再试。',

  suggestion_not_found: '没有找到这条意见，可能写的人收回了。请刷新再看看。',

  stall_not_found: '没有找到这个摊位，请刷新再看看。',
  application_not_open: '这个申请已经处理过或撤回了，请刷新再看看。',
  stall_taken: '这个摊位已经有人了，请另选一个。',
  document_missing: '上级要求的，请写文号。',
  plan_changed: (detail) => `${nameIn(detail, 'called') || '同事'}刚改过摊位，请先看看改了什么。`,
  plan_not_waiting: '没有等着复核的摊位，可能已经发布了。请刷新再看看。',
  stall_number_twice: (detail) =>
    `第 ${numberIn(detail, 'row', '几')} 行：摊位号 ${nameIn(detail, 'number')} 重复，一行也没有导入。`,
  table_locked: '这个文件有密码，打不开。请在 WPS 里去掉密码再传，或者全选、复制，粘贴到这里。',
  table_with_macros: '这个文件里有宏，不收。请在 WPS 里另存为 .xlsx 再传，或者全选、复制，粘贴到这里。',
  table_too_big: '这个文件太大了，没有读。请只留要用的那张表，或者全选、复制，粘贴到这里。',
  table_unread: '这个文件读不出来。请在 WPS 里全选、复制，粘贴到这里；或另存为 .xlsx。',
  not_a_table: '这不是表格文件。请选 .xlsx、.xls、.et 或 .csv，或者把表格粘贴到这里。',
  table_empty: '这个文件里没有内容。请看看是不是选错了文件。',
  photo_words_missing: '请写照片上是什么，看不见的居民靠它知道。',
  picture_too_heavy: '这张图片超过 8 MB，传不上来。请在微信里发给自己（不选原图）再存下来，换那张传。',
  picture_too_large: '这张图片太大，超过 5000 万像素。请先缩小，再传。',
  picture_too_small: '这张图片太小，放大了看不清。宽和高请不少于 320 和 180 像素。',
  picture_heic: '这是苹果手机的 HEIC 照片，这里打不开。请在手机上另存为 JPG，或用微信发给自己再存下来。',
  picture_drawn: 'SVG 图里可能带程序，不收。请另存为 JPG 或 PNG，再传。',
  not_a_picture: '这不是图片。请选 JPG、PNG、WebP 或 GIF。',
  picture_broken: '这张图片不完整，打不开。请换一张，或重新存一次再传。',
  pictures_full: '这场活动的图片已经有 20 张了。没用上的过一天会清掉，请明天再传。',
  pictures_too_fast: '这一小时里传得太多了，请过一会儿再传。',
  upload_over: '这次上传已经过时或用过了，请重新选一次图片。',
  stall_in_use: '有摊位已经排给了申请的人，不能去掉。请先改安排，再存。',
}

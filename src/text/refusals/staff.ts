import type { AnyRefusal } from '../../../core/contract'
import { nameIn, numberIn, whenIn, type ResidentRefusal, type Sentence } from './sentence'

/** What only staff can meet. */
export const STAFF_SENTENCES: Readonly<Record<Exclude<AnyRefusal, ResidentRefusal>, Sentence>> = {
  hours_overlap: '两段时间重叠或倒过来了，请改成一前一后。',
  day_past: '这一天已经过去了，请选今天或以后的日子。',
  not_own_office: '这不是您所在的会客厅，请找那边的同事，或请编辑来改。',

  until_past: '结束的时间已经过去了，请改晚一点。',
  until_too_far: (detail) =>
    `紧急通知最多挂 ${numberIn(detail, 'days', '30')} 天，请把结束时间提前，更久的请写成消息。`,
  notice_not_found: '没有找到这条通知，请刷新再看看。',
  report_not_found: '没有找到这一条，可能已经不在了。请下拉刷新看看。',

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

  place_missing: '改室内要写清改到哪里，请补上。',
  start_missing: '推迟要写清新的开始时间，请补上。',
  start_past: '新的开始时间已经过去了，请改一改。',
  start_not_later: (detail) => `推迟要晚于原来的${whenIn(detail, 'startsAt') || '开始时间'}，请改一改。`,
  decision_too_late: '活动在明早 7:00 前就开始了，来不及明早再定，请现在定。',

  held_off: (detail) =>
    `号码输错太多次了，请${whenIn(detail, 'until') || '过几分钟'}以后再输，或按姓氏查找。`,
  other_activity: (detail) =>
    `这是另一个活动的：${nameIn(detail, 'title') || '别的活动'}，${whenIn(detail, 'startsAt') || '时间见报名'}。请到那边签到。`,
  not_registered: '没有这个报名。请核对号码，按姓氏查找，或记“＋1 无手机”。',
  entry_not_found: '没有找到这次签到，可能已经撤销了。请刷新再看看。',
  visit_not_found: '没有找到这次到访，请刷新再看看。',
  too_early: (detail) => `还没到时间，请在${whenIn(detail, 'from') || '稍后'}以后再做。`,
  roll_not_closed: '点名册还没有关，直接在名单上签到或撤销就行。',
  not_on_roll: '这一位不在点名册上：取消或没候补上的不记缺席，不用改。',
  reason_missing: '请写一句为什么改，以后查得到。',
  wrong_digits: (detail) => `两位数字不对，还能试 ${numberIn(detail, 'left', '几')} 次。请看清大屏再输。`,
  poster_not_found: '没有找到这张海报的码，请核对后再试。',

  suggestion_not_found: '没有找到这条意见，可能写的人收回了。请刷新再看看。',

  stall_not_found: '没有找到这个摊位，请刷新再看看。',
  application_not_open: '这个申请已经处理过或撤回了，请刷新再看看。',
  stall_taken: '这个摊位已经有人了，请另选一个。',
}

import type { MemberState } from '../../core/domain/registration/party'
import { FIND_PERSON, WHEN, waitingPosition } from './vocabulary'

export const HEADLINES: Readonly<Record<MemberState, string>> = {
  confirmed: '报上了',
  waiting: '候补',
  attended: '来了',
  no_show: '没来',
  cancelled: '取消了',
  lapsed: '没候补上',
}

export const FIND = {
  title: FIND_PERSON,
  asked: '姓、电话后四位，或四位号码',
  call: '来电',
  visit: '来访',
  channel: '怎么来问的',
  search: '查',
  tooShort: '写一个姓，或至少四位数字。',
  how: '每次查都记下来：谁查的、来电还是来访。一小时最多查 30 次。',
  none: '没有找到。请再问一遍：本人报的写本人的姓，家人代报的试试家人的姓；没留电话的请报四位号码。',
  more: '只列了前 30 个，请用电话后四位或号码再查。',
  number: '号码',
  called: '称呼',
  activity: '活动',
  when: WHEN,
  persons: '几位',
  state: '报上了吗',
  acts: '能做的',
  open: '打开',
  waiting: waitingPosition,
  help: '要帮忙',
  unnamed: '没说称呼',
  companion: '同来的',
} as const

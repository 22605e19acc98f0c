import { isAbroad } from '../../core/shapes/phone'

/** What stands on more than one screen of the desk, said once. */

export const NEW_ACTIVITY = '新建活动'
export const DISCARD_DRAFT = '删掉草稿'
export const PUBLISH_ALONE = '单人发布'
export const SEEN_BY_RESIDENTS = '居民看到的'
export const NO_REGISTRATION = '不用报名'
export const AS_PLANNED = '照常举行'
export const ENDED_EARLY = '提前结束'

export const FIND_PERSON = '查一个人'
export const SIGN_IN_SHEET = '报名签到'
export const PRINT_SHEET = '打印签到单'
export const RECORD_PAPER_SHEET = '录纸质签到单'
export const INVITE_COLLEAGUES = '邀请同事'
export const MY_SIGN_INS_AND_POSTS = '我的登录和岗位'
export const BACK_TO_ACTIVITY = '回到活动'
export const BACK_TO_THIS_ACTIVITY = '回到这个活动'
export const BACK_TO_COUNTER = '回到代报名'

export const WHEN = '什么时候'
export const NO_PHONE = '没有电话'
export const phoneError = (typed: string): string =>
  isAbroad(typed) ? '这是境外的号码，打不出去，请问一个内地的' : '电话不对，请再核一遍'
export const FAMILY_TAKES_OVER = '家人扫码接手'
export const waitingPosition = (position: number): string => `候补第 ${position} 位`
export const leftToTell = (count: number): string => `还有 ${count} 位没通知到`
export const ALL_TOLD = '都通知到了'

export const COPIED = '复制好了，到群里粘贴。'
export const NOT_COPIED = '没有复制上，请选中文字自己复制。'
export const KEEP = '不，先留着'
export const TRY_AGAIN = '再试一次'
export const UPDATED_EVERY_5_S = '每 5 秒更新一次'

export const STEP_FREE = '没有台阶'
export const ACCESSIBLE_TOILET = '无障碍厕所'
export const HEARING_LOOP = '助听设备'
export const CLOSED_FOR_NOW = '临时关门'
export const OPEN_EARLY = '提前开门'

export const PRINT_STALL_PLAN = '打印 A4 摊位图'

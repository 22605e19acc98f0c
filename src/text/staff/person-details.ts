import { HELP_WANTED, OPENING } from '../vocabulary'
/** One person opened on purpose: who it is, what they asked for, and that it was written down. */
export const PERSON_DETAILS = {
  ask: '要核对是谁？点一位看全名，会记下是您看的。',
  open: (who: string): string => `看${who}的全名`,
  opening: OPENING,
  offline: '看全名要有网：每次都要记下来。可以先核对号码和姓。',
  unnamed: '没有留名字，请核对号码。',
  child: '孩子',
  help: HELP_WANTED,
  phone: '报名时留的电话',
  call: '打电话',
  logged: '已记下：您看过这一位。请不要抄走、外传。',
  close: '收起',
  yes: '是',
  no: '否',
} as const

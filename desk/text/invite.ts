import { INVITE_COLLEAGUES } from './vocabulary'
import { LONGEST_NAME } from '../../core/shapes/person-name'

export const INVITE = {
  title: INVITE_COLLEAGUES,
  how: '一行一位。也可以从 WPS 或微信表格里复制四列“姓名、会客厅、岗位、到哪天”，粘贴到下面。',
  paste: '在这里粘贴表格',
  read: '读进下面的表',
  add: '加一行',
  remove: '删掉',
  send: (rows: number) => `发出 ${rows} 份邀请`,
  back: '回到岗位',
  sent: '邀请码',
  sentHow: '每个码用一次，7 天有效，只在这里显示这一次。请打印剪开，或抄给本人。',
  print: '打印',
  slipHow: '微信打开小程序：我的 → 工作人员，输入这个码。',
  goodUntil: (day: string) => `有效到 ${day}`,
  faults: {
    called: `请写姓名，${LONGEST_NAME} 个字以内`,
    role: '写社工、负责人、编辑、管理员或只看',
    scanner: '志愿者请在活动里请，不在这里',
    officeMissing: '请写会客厅',
    officeUnknown: (name: string) => `没有“${name}”`,
    day: '写成 2026-12-31，或者空着',
  },
} as const

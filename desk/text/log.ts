import {
  CLOSED_FOR_NOW,
  DISCARD_DRAFT,
  FIND_PERSON,
  INVITE_COLLEAGUES,
  OPEN_EARLY,
  PRINT_SHEET,
  RECORD_PAPER_SHEET,
} from './vocabulary'
import type { Contract, EndpointName } from '../../core/contract'
import type { ActRow } from '../../core/contract/staff'
import type { StaffAccess } from '../../core/contract/endpoint'

/** What only staff may call. */
type StaffEndpoint = {
  [Name in EndpointName]: Contract[Name]['access'] extends StaffAccess ? Name : never
}[EndpointName]

export const LOG = {
  title: '工作记录',
  how: '谁在什么时候做了什么、打开过谁的姓名电话。留 3 年，谁也改不了。',
  day: '哪一天',
  what: '做了什么',
  anything: '全部',
  when: '时间',
  who: '谁',
  operator: '运维命令',
  record: '哪一条',
  changed: '改成了',
  none: '没有这样的记录。',
  more: '再看 100 条',
  all: '就这些了。',
} as const

/** Columns of an export, in words. */
export const CHANGED: Readonly<Partial<Record<string, string>>> = {
  number: '编号',
  persons: '几人',
  columns: '哪几列',
  purpose: '用途',
  document: '文号',
  fingerprint: '指纹',
  stalls: '摊位',
}

export const SOURCES: Readonly<Record<ActRow['source'], string>> = {
  phone: '手机',
  desk: '电脑',
  command: '服务器',
}

/** What staff did, as they would say it. */
export const ACTS: Readonly<Record<StaffEndpoint, string>> = {
  'activity.change': '发活动变动',
  'activity.copyNumbers': '复制要打的号码',
  'activity.reach': '看变动通知得到谁',
  'activity.recordCall': '记电话打没打通',
  'activity.materials': '看宣传材料',
  'activity.preview': '预览活动',
  'activity.setCapacity': '改名额',
  'activity.takeCall': '我来打',
  'activity.unreached': '看要打电话的人',
  'activity.withdraw': '撤下活动',
  'counter.activities': '看能报名的活动',
  'counter.cancel': '帮人取消报名',
  'counter.drop': '帮人减人数',
  'counter.enlarge': '帮人加人数',
  'counter.find': FIND_PERSON,
  'counter.makeCard': '给家人接手的码',
  'counter.open': '打开一个报名',
  'counter.register': '代报名',
  'counter.setPhone': '帮人换电话',
  'door.addHead': '补记到场',
  'door.admit': '签到',
  'door.closeRoll': '关点名册',
  'door.correctRoll': '改点名册',
  'door.day': '看当天的活动',
  'door.findByNumber': '按号码找人',
  'door.findBySurname': '按姓找人',
  'door.findByTicket': '扫号码找人',
  'door.giveGift': '发纪念品',
  'door.list': '下载签到名单',
  'door.openPerson': '打开姓名电话',
  'door.release': '放出空位',
  'door.roll': '看点名册',
  'door.rolls': '看点名册目录',
  'door.undo': '撤回签到',
  'door.undoVisit': '撤回打卡',
  'draft.approve': '审核通过，发布活动',
  'draft.correct': '改错',
  'draft.dates': '看日子合不合适',
  'draft.discard': DISCARD_DRAFT,
  'draft.handIn': '交活动待审',
  'draft.lookAt': '看过修订',
  'draft.record': '看一场活动',
  'draft.records': '看活动列表',
  'draft.save': '写活动',
  'draft.sendBack': '退回草稿',
  'draft.show': '看草稿',
  'holiday.save': '录节假日',
  'holiday.show': '看节假日',
  'lifeCircle.handleReport': '处理生活圈反映',
  'lifeCircle.reports': '看生活圈反映',
  'notice.list': '看通知',
  'notice.publish': '发通知',
  'notice.withdraw': '撤回通知',
  'office.close': CLOSED_FOR_NOW,
  'office.gap': '看关门时的活动',
  'office.reopen': OPEN_EARLY,
  'office.setHoursOn': '改开放时间',
  'place.compound': '看一个小区',
  'place.compounds': '看小区',
  'place.facilities': '看生活圈的设施',
  'place.facility': '看一处设施',
  'place.list': '看场所',
  'place.markComplete': '标一类收全了没有',
  'place.removeFacility': '删去一处设施',
  'place.saveCompound': '改小区的资料',
  'place.saveFacility': '改设施的资料',
  'place.save': '改会客厅的资料',
  'place.show': '看一处会客厅',
  'place.unverified': '看还有几处没核实',
  'poster.forActivity': '做活动海报',
  'poster.forOffice': '做会客厅海报',
  'poster.revoke': '作废海报的码',
  'screen.all': '看各处的大屏',
  'screen.list': '看大屏',
  'screen.pair': '连大屏',
  'screen.revoke': '断开大屏',
  'sheet.print': PRINT_SHEET,
  'sheet.record': RECORD_PAPER_SHEET,
  'sheet.show': '看报名名单',
  'sheet.today': '看今天的活动',
  'staff.confirmHolder': '确认是本人',
  'staff.decideVolunteer': '答复志愿者',
  'staff.dismiss': '让人离岗',
  'staff.invitations': '看邀请',
  'staff.invite': INVITE_COLLEAGUES,
  'staff.leave': '自己离岗',
  'staff.log': '看工作记录',
  'staff.openVolunteerCode': '打开志愿者现场码',
  'staff.posts': '看岗位',
  'staff.reissueInvitation': '重发邀请',
  'staff.revokeInvitation': '收回邀请',
  'staff.waiting': '看待办',
  'staff.volunteers': '看志愿者',
  'file.begin': '传图片',
  'file.look': '看图片',
  'file.store': '存图片',
  'stall.assign': '定摊位',
  'stall.decline': '婉拒摊位申请',
  'stall.earlier': '看以前的市集',
  'stall.list': '看摊位申请',
  'stall.export': '导出摊位表',
  'stall.plan': '打开摊位和摊主电话',
  'stall.publishPlan': '发布摊位',
  'stall.savePlan': '存摊位',
  'suggestion.list': '看意见',
  'suggestion.openPhone': '打开留言人的电话',
  'suggestion.reply': '回复意见',
  'table.read': '读表格文件',
}

/** What operators did by command, beside what staff may call. */
const COMMANDS: Readonly<Record<string, string | undefined>> = {
  'backup.restore': '用备份恢复数据',
  'backup.replay': '恢复后重新注销',
}

/** A later program may have written what this page does not know: its own name then. */
export const actText = (endpoint: string): string =>
  (ACTS as Readonly<Record<string, string | undefined>>)[endpoint] ?? COMMANDS[endpoint] ?? endpoint

const RECORDS: Readonly<Record<string, string | undefined>> = {
  activity: '活动',
  office: '会客厅',
  invitation: '邀请',
  post: '岗位',
  registration: '报名',
}

export const recordText = ({ kind, id }: NonNullable<ActRow['record']>): string =>
  `${RECORDS[kind] ?? kind} ${id}`

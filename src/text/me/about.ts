import { ABOUT_US, PRIVACY_POLICY, SEE_PRIVACY_GUIDELINE } from '../vocabulary'

export const ABOUT_PAGE = {
  title: ABOUT_US,
  heading: (kind: string): string => `${kind}办的，放心用`,
  who: '谁办的',
  never: '我们从不要什么',
  neverText: (hotline: string): string =>
    `不收费，不要验证码、银行卡、身份证。谁以会客厅的名义向您要这些，请不要给，打 ${hotline} 问一问。`,
  sources: '这里的内容从哪里来',
  offices: (kind: string): string =>
    `会客厅和小区：${kind}的公开资料，每一处写着来源；没到现场核实的，写着“待核实”。`,
  streets:
    '走路的分钟：按街道地图算，出处写在地图下面。手画的写着“示意”；用到 © OpenStreetMap contributors 的，按 ODbL 许可使用。',
  noMapLicence: '地图审图号：还没有，所以地图都是示意。',
  wechatMap: '地图用微信的底图，审图号在图上。',
  mapLicence: (licence: string): string => `地图审图号：${licence}`,
  standards: (guideline: string): string => `生活圈的标准：${guideline}、TD/T 1062-2021。`,
  holidays: '节假日和调休：国务院办公厅每年的通知。',
  icons: '图标：Lucide，按 ISC 许可使用。',
  version: '版本',
  rules: SEE_PRIVACY_GUIDELINE,
  policy: PRIVACY_POLICY,
  call: (number: string): string => `打 ${number}`,
} as const

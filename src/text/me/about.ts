import {
  ABOUT_US,
  DISPLAY_SETTINGS,
  PRIVACY_POLICY,
  SEE_PRIVACY_GUIDELINE,
  WALKING_SPEED,
} from '../vocabulary'
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
  mapLicence: (licence: string): string => `地图审图号：${licence}`,
  standards: (guideline: string): string => `生活圈的标准：${guideline}、TD/T 1062-2021。`,
  holidays: '节假日和调休：国务院办公厅每年的通知。',
  icons: '图标：Lucide，按 ISC 许可使用。',
  version: '版本',
  rules: SEE_PRIVACY_GUIDELINE,
  policy: PRIVACY_POLICY,
  call: (number: string): string => `打 ${number}`,
} as const

export const DISPLAY_PAGE = {
  title: DISPLAY_SETTINGS,
  question: '这样看得清吗？',
  standard: '标准版',
  standardHint: '字号跟着微信走',
  elder: '长辈版',
  size: '长辈版字号',
  sizes: { 1.2: '大', 1.4: '更大', 1.6: '很大', 1.8: '特别大', 2: '最大' },
  sampleTitle: '百禧梧桐市集',
  sample: '周六 9:00 到 11:00，百禧公园。不用报名，直接来。',
  colours: '颜色',
  asPhone: '跟随手机',
  asPhoneHint: '手机调成深色，这里也变深',
  light: '浅色',
  lightHint: '白天看，最清楚',
  dark: '深色',
  darkHint: '晚上看，不晃眼',
} as const

export const WALKER_PAGE = {
  title: WALKING_SPEED,
  heading: '您走得快还是慢？',
  why: '走得快慢不一样，分钟数就不一样。只记在这部手机上。',
  hints: {
    elder: '慢慢走，一分钟约 48 米',
    adult: '一分钟约 72 米',
    wheelchair: '不走台阶；没查过台阶的路，不算时间',
    stroller: '不走台阶，一分钟约 60 米',
  },
} as const

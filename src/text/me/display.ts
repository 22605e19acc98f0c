import { DISPLAY_SETTINGS } from '../vocabulary'

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

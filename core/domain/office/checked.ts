/** 现场 · 电话 · 文件. */
export const CHECKED_HOWS = ['on_site', 'phone', 'document'] as const
export type CheckedHow = (typeof CHECKED_HOWS)[number]

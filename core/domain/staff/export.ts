/** 现场签到 · 打电话 · 保险 · 上级要求 · 居民本人要求 · 其他: for what a file with names leaves the desk. */
export const EXPORT_PURPOSES = ['on_site', 'calls', 'insurance', 'superiors', 'own_request', 'other'] as const
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number]

/** 上级要求 names the document that asks for it. */
export const needsDocument = (purpose: ExportPurpose): boolean => purpose === 'superiors'

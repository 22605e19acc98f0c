/** What a guardian agrees to, by version; a text that was shown once never changes. */
export const GUARDIAN_CONSENTS = {
  '2026-11':
    '我是这个孩子的监护人，同意为孩子报名活动，并同意保存孩子的称呼、与我的关系和出生年份，只用于报名和签到。我可以随时收回同意。',
} as const satisfies Readonly<Record<string, string>>

export type GuardianConsentVersion = keyof typeof GUARDIAN_CONSENTS

export const GUARDIAN_CONSENT_VERSIONS = Object.keys(GUARDIAN_CONSENTS) as readonly GuardianConsentVersion[]

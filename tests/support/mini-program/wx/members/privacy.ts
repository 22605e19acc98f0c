import type { Host } from '../../host'
import { answering, noted, WxRefusal, type WxMembers } from '../answer'

/** WeChat's `errno` for a private interface without consent. */
const NO_CONSENT = 104
/** After a refusal WeChat asks again only after this long. */
const QUIET_MS = 10_000

type Answered = { readonly event: string; readonly buttonId?: string }
type Listener = (resolve: (answered: Answered) => void, eventInfo: unknown) => void

export interface PrivacyGate {
  readonly members: WxMembers
  /** Lets a private interface through, or asks first as WeChat does. @throws WxRefusal */
  pass(api: string): Promise<void>
}

/** The privacy rules of `__usePrivacyCheck__`: no private interface before consent, a refusal rests for 10 s. */
export function createPrivacyGate(host: Host): PrivacyGate {
  let listener: Listener | null = null
  let refusedAt: number | null = null
  const refuse = (): never => {
    refusedAt = host.clock.now()
    throw new WxRefusal('privacy permission is not authorized', NO_CONSENT)
  }
  const ask = async (api: string): Promise<void> => {
    const hear = listener
    if (refusedAt !== null && host.clock.now() - refusedAt < QUIET_MS) return refuse()
    // Without a listener WeChat shows its own window; its owner is taken to say no.
    if (hear === null) return refuse()
    const answered = await new Promise<Answered>((resolve) => {
      const settle = (given: Answered): void =>
        given.event === 'exposureAuthorization' ? undefined : resolve(given)
      host.guard('onNeedPrivacyAuthorization', () => hear(settle, host.realm.own({ referrer: api })))
    })
    if (answered.event !== 'agree') return refuse()
    if (!host.phone.privacyConsent) {
      host.fault(`consent to ${api} was claimed without a tap on WeChat’s consent button`)
      refuse()
    }
  }
  return {
    pass: async (api) => {
      host.record.privateCalls.push({ api, hadConsent: host.phone.privacyConsent })
      if (!host.phone.privacyConsent) await ask(api)
    },
    members: {
      getPrivacySetting: answering(host, 'getPrivacySetting', () => ({
        needAuthorization: !host.phone.privacyConsent,
        privacyContractName: '《小程序隐私保护指引》',
      })),
      requirePrivacyAuthorize: answering(host, 'requirePrivacyAuthorize', () =>
        host.phone.privacyConsent ? undefined : ask('requirePrivacyAuthorize'),
      ),
      onNeedPrivacyAuthorization: (hear: Listener) => {
        listener = hear
      },
      ...noted(host, 'openPrivacyContract'),
    },
  }
}

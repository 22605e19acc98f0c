import type { Limits } from '../../../cloud/app/limits'
import { createDispatch, type Dispatch, type Handled, type Reply } from '../../../cloud/app/dispatch'
import type { Handlers } from '../../../cloud/app/handler'
import type { Database } from '../../../cloud/database/connect'
import { announcedHolidays } from '../../../cloud/gateways/holiday-calendar'
import { phoneSealWith } from '../../../cloud/gateways/sealing/phone-seal'
import { sealWith } from '../../../cloud/gateways/sealing/seal'
import { fakeWechatLogin } from '../../../cloud/gateways/wechat-login-fake'
import type { DrawWechatCode } from '../../../cloud/gateways/wechat/codes'
import type { CheckText } from '../../../cloud/gateways/wechat/text-check'
import { handlers } from '../../../cloud/handlers'
import { loadPackFolder } from '../../../cloud/pack/load-folder'
import { fixMode } from '../../../cloud/repositories/database-mode'
import { createTestDatabase } from '../database'
import { freezeClock } from './frozen-clock'

/** The data pack of an invented 街道; its README says what each of its offices is for. */
export const PACK_FOLDER = 'tests/fixtures/pack'
/** Two open offices of that pack: staff of the one may not touch the other. */
export const OWN_OFFICE = 'wutong-hall'
export const OTHER_OFFICE = 'qingshi-hall'
export const COMPOUND = 'wutong-east'

/** `PHONE_KEY` of the tests: a house and a function beside it open each other's seals. */
export const SECRET = 'a key of the tests'
/** With what every house of the tests seals its keys. */
export const keySealOfTests = sealWith('keys of screens and tickets', SECRET)

/** So many calls that no test meets a limit it does not ask for. */
export const NO_LIMITS: Limits = { perResident: 1_000_000, perAddress: 1_000_000, windowSeconds: 60 }

export interface HouseOptions {
  /** Whose database it was made as; a demonstration by default. */
  readonly isDemo?: boolean
  readonly limits?: Partial<Limits>
  /** Take the place of the real ones. */
  readonly handlers?: Partial<Handlers>
  /** What WeChat's fake answers, by login code. */
  readonly openidByCode?: Readonly<Record<string, string>>
  /** What WeChat's fake says of texts; without it staff has to judge them. */
  readonly checkText?: CheckText
  readonly drawCode?: DrawWechatCode
  /** The instant at which the database's own clock stands still; see `frozen-clock`. */
  readonly frozenAt?: string
  /** Loaded in place of `PACK_FOLDER`. */
  readonly packFolder?: string
}

export interface House {
  readonly db: Database
  readonly databaseUrl: string
  readonly dispatch: Dispatch
  /** What dispatch reported of each call, for the log. */
  readonly handled: Handled[]
  /** As nobody, from one address; `more` says who else. */
  call(endpoint: string, input?: unknown, more?: Partial<Parameters<Dispatch>[0]>): Promise<Reply>
  close(): Promise<void>
}

/** The backend without an entry: dispatch on a database of its own with the fixture pack, and fakes around it. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = await createTestDatabase()
  const { db, databaseUrl } = database
  if (options.frozenAt !== undefined) await freezeClock(databaseUrl, options.frozenAt)
  await fixMode(db, options.isDemo ?? true)
  await loadPackFolder(db, options.packFolder ?? PACK_FOLDER)
  const handled: Handled[] = []
  const dispatch = createDispatch({
    db,
    handlers: { ...handlers, ...options.handlers },
    limits: { ...NO_LIMITS, ...options.limits },
    gateways: {
      wechatLogin: fakeWechatLogin(options.openidByCode ?? {}),
      holidays: announcedHolidays,
      phoneSeal: phoneSealWith(SECRET),
      keySeal: keySealOfTests,
      ...(options.checkText === undefined ? {} : { checkText: options.checkText }),
      ...(options.drawCode === undefined ? {} : { drawCode: options.drawCode }),
    },
    onHandled: (call) => handled.push(call),
  })
  return {
    db,
    databaseUrl,
    dispatch,
    handled,
    call: (endpoint, input, more) =>
      dispatch({ endpoint, input, token: null, openid: null, address: '203.0.113.7', ...more }),
    close: () => database.drop(),
  }
}

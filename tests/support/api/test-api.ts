import type { Limits } from '../../../cloud/app/limits'
import { createDispatch, type Dispatch, type Handled, type Reply } from '../../../cloud/app/dispatch'
import type { Handlers } from '../../../cloud/app/handler'
import { createWriteQueue, type WriteQueue } from '../../../cloud/app/write-queue'
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
import { createTestDatabase, POOL_SIZE, type Filling } from '../database'
import { freezeClock, searchFrozenFirst } from './frozen-clock'
import { withoutTime } from './without-time'

/** The data pack of an invented 街道; its README says what each of its offices is for. */
export const PACK_FOLDER = 'tests/fixtures/pack'
/** Two open offices of that pack: staff of the one may not touch the other. */
export const OWN_OFFICE = 'wutong-hall'
export const OTHER_OFFICE = 'qingshi-hall'
export const COMPOUND = 'wutong-east'

/** `PHONE_KEY` of the tests: a backend and a function beside it open each other's seals. */
export const SECRET = 'a key of the tests: 7c1f05b9e24ad836'
/** With what every backend of the tests seals its keys. */
export const keySealOfTests = sealWith('keys of screens and tickets', SECRET)

/** So much patience that a busy machine fails no test of what acts do to each other. */
export const patientQueue = (atOnce: number): WriteQueue =>
  createWriteQueue({ atOnce, perSubject: atOnce, waiting: Infinity, patienceMs: 60_000 })

/** So many calls that no test meets a limit it does not ask for. */
export const NO_LIMITS: Limits = { perResident: 1_000_000, perAddress: 1_000_000, windowSeconds: 60 }

export interface TestApiOptions {
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
  readonly wechatAppId?: string
  /** Where transactions wait for their turn. */
  readonly queue?: WriteQueue
  /** The instant at which the database's own clock stands still; see `frozen-clock`. */
  readonly frozenAt?: string
  /** Loaded in place of `PACK_FOLDER`. */
  readonly packFolder?: string
}

export interface TestApi {
  /** As the owner, who may do everything: for what a test arranges and looks up. */
  readonly db: Database
  /** As the user that dispatch and jobs serve with in production. */
  readonly served: Database
  readonly databaseUrl: string
  readonly runTimeUrl: string
  readonly dispatch: Dispatch
  /** What dispatch reported of each call, for the log. */
  readonly handled: Handled[]
  /** As nobody, from one address; `more` says who else. Gives the answer without the server's time. */
  call(endpoint: string, input?: unknown, more?: Partial<Parameters<Dispatch>[0]>): Promise<Reply>
  close(): Promise<void>
}

/** The backend without an entry: dispatch on a database of its own with the fixture pack, and fakes around it. */
export async function openApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase(undefined, beginningOf(options))
  const { db, served, databaseUrl, runTimeUrl } = database
  const handled: Handled[] = []
  const dispatch = createDispatch({
    db: served,
    handlers: { ...handlers, ...options.handlers },
    limits: { ...NO_LIMITS, ...options.limits },
    queue: options.queue ?? patientQueue(POOL_SIZE),
    gateways: {
      wechatLogin: fakeWechatLogin(options.openidByCode ?? {}),
      holidays: announcedHolidays,
      phoneSeal: phoneSealWith(SECRET),
      keySeal: keySealOfTests,
      readTableFile: async (bytes) => {
        // Loaded by the few tests that paste a file: what reads Excel is the largest package of all.
        const { readTable } = await import('../../../cloud/table-reader/read-table')
        return readTable(Buffer.from(bytes))
      },
      writeTableFile: async (table) => {
        const { writeXlsx } = await import('../../../cloud/gateways/table-writer')
        return writeXlsx(table)
      },
      makePicture: async (bytes, kind) => {
        const { makePicture } = await import('../../../cloud/picture-maker/make-picture')
        return makePicture(Buffer.from(bytes), kind)
      },
      ...(options.checkText === undefined ? {} : { checkText: options.checkText }),
      ...(options.drawCode === undefined ? {} : { drawCode: options.drawCode }),
      ...(options.wechatAppId === undefined ? {} : { wechatAppId: options.wechatAppId }),
    },
    onHandled: (call) => handled.push(call),
  })
  return {
    db,
    served,
    databaseUrl,
    runTimeUrl,
    dispatch,
    handled,
    call: async (endpoint, input, more) =>
      withoutTime(
        await dispatch({ endpoint, input, token: null, openid: null, address: '203.0.113.7', ...more }),
      ),
    close: () => database.drop(),
  }
}

/** Loaded once in a run of all the tests, and copied for everybody who asks for the same. */
function beginningOf({ isDemo = true, frozenAt, packFolder = PACK_FOLDER }: TestApiOptions): Filling {
  return {
    name: `${isDemo ? 'a demonstration' : 'a service'} with ${packFolder} at ${frozenAt ?? 'any time'}`,
    settings: (name) => (frozenAt === undefined ? '' : searchFrozenFirst(name)),
    fill: async (db) => {
      if (frozenAt !== undefined) await freezeClock(db, frozenAt)
      await fixMode(db, isDemo)
      await loadPackFolder(db, packFolder)
    },
  }
}

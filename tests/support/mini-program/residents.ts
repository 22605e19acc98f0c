import { startWechatBackend, type WechatBackend } from '../backend/wechat'
import type { TestApiOptions } from '../api/test-api'
import { builtFor, type Way } from './builds'
import { launch } from './launch'
import type { MiniProgram } from './mini-program'
import { createPhone, type Phone } from './phone/phone'

/** A Tuesday at 10:00 in Shanghai: the fixture pack's wutong-hall is open until 20:00. */
export const TUESDAY_MORNING = '2026-11-24T10:00:00+08:00'

export interface Opening {
  readonly phone?: Phone
  /** Where a card or a code leads; home by default. */
  readonly url?: string
  readonly way?: Way
  readonly scene?: number
}

/** Whether the phone keeps an answer of that endpoint for the next start. */
export const isStored = ({ storage }: Phone, endpoint: string): boolean =>
  storage.keys().some((key) => JSON.stringify(storage.read(key)).includes(endpoint))

/** Residents with phones, for one test file: the built mini-program against the real backend. */
export interface Residents {
  readonly backend: () => WechatBackend
  /** A phone of somebody new, with WeChat and the mini-program on it. */
  phone(given?: Partial<Phone>): Phone
  /** Starts the mini-program and waits until it has come to rest. */
  open(opening?: Opening): Promise<MiniProgram>
  /** The same without waiting. */
  start(opening?: Opening): MiniProgram
}

/** Registers with Jest: a backend for the file; after each test every run is closed, which fails on its faults. */
export function livingResidents(options: Omit<TestApiOptions, 'openidByCode'> = {}): Residents {
  const instant = options.frozenAt ?? TUESDAY_MORNING
  let backend: WechatBackend | undefined
  let running: MiniProgram[] = []
  let people = 0

  beforeAll(async () => {
    backend = await startWechatBackend({ frozenAt: instant, isDemo: false, ...options })
  })
  afterAll(() => backend?.stop())
  afterEach(async () => {
    const ended = running.splice(0)
    for (const app of ended) await app.close()
  })

  const theBackend = (): WechatBackend => {
    if (!backend) throw new Error('the backend did not start')
    return backend
  }
  const phone: Residents['phone'] = (given = {}) =>
    createPhone({
      clock: Date.parse(instant),
      outside: theBackend().outsideFor(`o-resident-${(people += 1)}`),
      ...given,
    })
  const start: Residents['start'] = ({ phone: own = phone(), url, way = 'callFunction', scene } = {}) => {
    const app = launch({
      folder: builtFor(way),
      phone: own,
      ...(url === undefined ? {} : { url }),
      ...(scene === undefined ? {} : { scene }),
    })
    running = [...running, app]
    return app
  }
  const open: Residents['open'] = async (opening) => {
    const app = start(opening)
    await app.settled()
    return app
  }
  return { backend: theBackend, phone, open, start }
}

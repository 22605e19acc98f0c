import type { ScreenPage } from '../../core/contract/check-in/screen'
import { instant, parseInstant, toIso } from '../../core/kernel/shanghai-time'
import type { StoredScreen } from './stored-screen'
import { runScreen, type Phase, type ScreenDevice } from './run-screen'

const NINE = parseInstant('2026-11-28T01:00:00Z')
const KEY = { name: 'key' } as unknown as CryptoKey
type Answers = Record<string, (input: never) => object>

/** A device in which time passes when the test says so. */
function madeWorld({
  answers,
  stored: stored = null,
  wrong = 0,
}: {
  answers: Answers
  stored?: StoredScreen | null
  wrong?: number
}) {
  let passed = 0
  let sleepers: { until: number; wake: () => void }[] = []
  const shown: Phase[] = []
  const calls: string[] = []
  const shelf: { stored: StoredScreen | null } = { stored: stored }
  const settled = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
  }
  const device: ScreenDevice = {
    host: 'caoyang.example',
    call: ((name: string, input: never) => {
      calls.push(name)
      return Promise.resolve(answers[name]?.(input) ?? { ok: false, lost: true })
    }) as ScreenDevice['call'],
    store: {
      read: () => Promise.resolve(shelf.stored),
      write: (fresh) => Promise.resolve(void (shelf.stored = fresh)),
      forget: () => Promise.resolve(void (shelf.stored = null)),
    },
    read: () => ({ wall: NINE + passed + wrong, steady: passed }),
    sleep: (ms) => new Promise((wake) => sleepers.push({ until: passed + ms, wake })),
    canSign: () => true,
    importKey: () => Promise.resolve(KEY),
    signSlot: (_key, screenId, slot) => Promise.resolve({ kind: 'rolling', screenId, slot, mac: 'm' }),
    takeNewVersion: () => Promise.resolve(),
  }
  return {
    device,
    shown,
    shelf,
    calls,
    answers,
    now: () => instant(NINE + passed),
    last: () => shown[shown.length - 1],
    async start() {
      void runScreen(device, (phase) => shown.push(phase))
      await settled()
    },
    async passes(ms: number) {
      const end = passed + ms
      for (;;) {
        const next = sleepers.reduce((first, { until }) => Math.min(first, until), Infinity)
        if (next > end) break
        passed = next
        const awake = sleepers.filter(({ until }) => until <= passed)
        sleepers = sleepers.filter(({ until }) => until > passed)
        for (const { wake } of awake) wake()
        await settled()
      }
      passed = end
    },
    sleeping: () => sleepers.length,
  }
}

const PAIRING = { secret: 's'.repeat(22), pairingId: 'p'.repeat(22), digits: '07', code: 'K7M-P3X-07' }
const PAIRED: StoredScreen = { kind: 'paired', screenId: 'abc', key: KEY, page: null, ahead: 0 }
const starting = () => ({ ok: true, value: PAIRING })
const pageAt = (now: number) => ({ now: toIso(instant(now)) }) as ScreenPage

const linkAt = (phase: Phase | undefined) => (phase?.kind === 'showing' ? phase.link : null)
const slotText = (now: number) => `https://caoyang.example/c/abc.${Math.floor(now / 15_000)}.m`

describe('a screen that is new', () => {
  it('shows the code and the digits, and goes on with codes once staff has paired it', async () => {
    const answers: Answers = {
      'screen.startPairing': starting,
      'screen.collectKey': () => ({ ok: true, value: { state: 'waiting' } }),
    }
    const { start, passes, last, shelf } = madeWorld({ answers })
    await start()
    expect(last()).toMatchObject({
      kind: 'pairing',
      why: 'new',
      offer: {
        link: `https://caoyang.example/c/pair.${PAIRING.pairingId}`,
        digits: '07',
        code: 'K7M-P3X-07',
      },
    })
    expect(shelf.stored).toEqual({ kind: 'waiting', ...PAIRING })
    answers['screen.collectKey'] = () => ({ ok: true, value: { state: 'paired', screenId: 'abc', key: 'k' } })
    await passes(3_000)
    expect(last()?.kind).toBe('showing')
    expect(shelf.stored).toMatchObject({ kind: 'paired', screenId: 'abc' })
  })

  it('restarted in between goes on waiting with the same digits', async () => {
    const kept: StoredScreen = { kind: 'waiting', ...PAIRING, digits: '42' }
    const answers: Answers = { 'screen.collectKey': () => ({ ok: true, value: { state: 'waiting' } }) }
    const { start, last, calls } = madeWorld({ answers, stored: kept })
    await start()
    expect(last()).toMatchObject({ offer: { digits: '42' } })
    expect(calls).not.toContain('screen.startPairing')
  })

  it('asks for another code when this one expired, and says when it reaches nobody', async () => {
    const answers: Answers = { 'screen.collectKey': () => ({ ok: false, refusal: 'pairing_expired' }) }
    const { start, passes, last, calls } = madeWorld({ answers })
    await start()
    await passes(5_000)
    expect(last()).toEqual({ kind: 'pairing', why: 'new', offer: null, reached: false })
    answers['screen.startPairing'] = starting
    answers['screen.collectKey'] = () => ({ ok: false, lost: true })
    await passes(5_000)
    expect(last()).toMatchObject({ offer: { digits: '07' }, reached: false })
    expect(calls.filter((name) => name === 'screen.startPairing').length).toBeGreaterThan(1)
  })

  it('says so where the browser cannot sign', async () => {
    const { device, shown } = madeWorld({ answers: {} })
    await runScreen({ ...device, canSign: () => false }, (phase) => shown.push(phase))
    expect(shown).toEqual([{ kind: 'insecure' }])
  })
})

describe('a screen that has its key', () => {
  it('shows the code of every slot from its first moments on', async () => {
    const made = madeWorld({ answers: {}, stored: PAIRED })
    await made.start()
    await made.passes(30)
    for (let quarter = 0; quarter < 40; quarter += 1) {
      expect(linkAt(made.last())).toBe(slotText(made.now()))
      await made.passes(15_000)
    }
  })

  it('is put right by the server, keeps what it said, and is right without it after a restart', async () => {
    const wrong = -7 * 3_600_000
    const answers: Answers = {}
    const made = madeWorld({ answers, stored: PAIRED, wrong })
    answers['screen.show'] = () => ({ ok: true, value: pageAt(made.now()) })
    await made.start()
    expect(linkAt(made.last())).toBe(slotText(made.now()))
    const again = madeWorld({ answers: {}, stored: made.shelf.stored, wrong })
    await again.start()
    await again.passes(60_030)
    expect(linkAt(again.last())).toBe(slotText(again.now()))
    expect(again.last()).toMatchObject({ page: pageAt(NINE) })
  })

  it.each([
    ['an hour late', 3_600_000, {}, true],
    ['four minutes early', -240_000, {}, false],
    ['far from a demonstration whose clock was moved', 3_600_000, { moved: true }, false],
  ])(
    'on a device that is %s reckons rightly, and says so only where that is wrong',
    async (_, wrong, given, said) => {
      const answers: Answers = {}
      const made = madeWorld({ answers, stored: PAIRED, wrong })
      answers['screen.show'] = () => ({ ok: true, value: pageAt(made.now()), ...given })
      await made.start()
      await made.passes(100)
      expect(made.last()).toMatchObject({ now: NINE, clockWrong: said })
    },
  )

  it('says that the network is gone only after a while, and is silent again when it is back', async () => {
    const answers: Answers = {}
    const made = madeWorld({ answers, stored: PAIRED })
    const answer = () => ({ ok: true, value: pageAt(made.now()) })
    answers['screen.show'] = answer
    await made.start()
    delete answers['screen.show']
    await made.passes(90_000)
    expect(made.last()).toMatchObject({ cutOff: false })
    await made.passes(30 * 60_000 + 30)
    expect(made.last()).toMatchObject({ cutOff: true, page: pageAt(NINE) })
    expect(linkAt(made.last())).toBe(slotText(made.now()))
    answers['screen.show'] = answer
    await made.passes(30_000)
    expect(made.last()).toMatchObject({ cutOff: false })
  })

  it.each(['revoked_screen', 'screen_not_found'])(
    'forgets it when %s, and asks to be paired',
    async (refusal) => {
      const made = madeWorld({
        answers: {
          'screen.show': () => ({ ok: false, refusal }),
          'screen.startPairing': starting,
          'screen.collectKey': () => ({ ok: true, value: { state: 'waiting' } }),
        },
        stored: PAIRED,
      })
      await made.start()
      await made.passes(15_100)
      expect(made.last()).toMatchObject({ kind: 'pairing', why: 'revoked', offer: { digits: '07' } })
      expect(made.shelf.stored).toMatchObject({ kind: 'waiting' })
      expect(made.shown.map(({ kind }) => kind).lastIndexOf('showing')).toBeLessThan(2)
    },
  )

  it('never has more than two things to wait for, over a day', async () => {
    const answers: Answers = {}
    const made = madeWorld({ answers, stored: PAIRED })
    answers['screen.show'] = () => ({ ok: true, value: pageAt(made.now()) })
    await made.start()
    for (let hour = 0; hour < 24; hour += 1) {
      await made.passes(3_600_000)
      expect(made.sleeping()).toBe(2)
    }
    expect(made.calls.length).toBeLessThan(24 * 60 + 2)
  })
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'
import { readMode } from '../../cloud/repositories/database-mode'
import { makeActivity } from '../support/activities/activities'
import { admit, type Person } from '../support/api/people'
import { OWN_OFFICE } from '../support/api/test-api'
import { createPhone, type Acknowledged, type Call, type Phone } from './phone'
import { pick } from './seeded'

const RESIDENTS = 20
const DOOR_PHONES = 4
const COUNTERS = 2
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Between two acts of one phone, about: below the limit of a resident. */
const REST_MS = 250

/** What is on during one round. */
export interface Programme {
  /** Ahead, with fewer seats than want one. */
  readonly classId: string
  /** Just about to begin: who registers is let in at the door. */
  readonly hallId: string
  /** Open, going on: everybody who comes is a head. */
  readonly marketId: string
}

export interface Town {
  readonly phones: readonly Phone[]
  readonly acknowledged: readonly Acknowledged[]
  /** Everybody acts until the answer is called. */
  act(programme: Programme): () => Promise<void>
}

/** Residents, volunteers and counters with their phones, each of whom does what they do all day. */
export async function openTown(
  db: Database,
  call: Call,
  posterCode: string,
  chance: () => number,
): Promise<Town> {
  const acknowledged: Acknowledged[] = []
  const known: Known = { registrations: [], entries: [], family: new Map() }
  const onRead = (answer: Acknowledged): void => {
    acknowledged.push(answer)
    learn(known, answer)
  }
  const phonesOf = async (count: number, role: 'office' | 'editor' | null, act: Act) => {
    const people: { phone: Phone; act: Act }[] = []
    while (people.length < count) {
      people.push({ phone: createPhone(await admit(db, role, OWN_OFFICE), call, onRead), act })
    }
    return people
  }
  const everybody = [
    ...(await phonesOf(RESIDENTS, null, actAsResident)),
    ...(await phonesOf(DOOR_PHONES, 'office', actAtDoor)),
    ...(await phonesOf(COUNTERS, 'editor', actAtCounter)),
  ]
  return {
    phones: everybody.map(({ phone }) => phone),
    acknowledged,
    act(programme) {
      let isOver = false
      const days = everybody.map(async ({ phone, act }) => {
        while (!isOver) {
          if (chance() < 0.02) phone.kill()
          // Whoever looks at a phone that has no network does not stop using it.
          await Promise.race([act(phone, { programme, known, posterCode, chance }), rest(3_000)])
          await rest(REST_MS * (0.5 + chance()))
        }
      })
      return async () => {
        isOver = true
        await Promise.all(days)
      }
    },
  }
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((settle) => setTimeout(settle, milliseconds).unref())

/** What people have heard of. */
interface Known {
  readonly registrations: { readonly id: string; readonly activityId: string; readonly of: string }[]
  readonly entries: { readonly id: string; readonly activityId: string }[]
  readonly family: Map<string, string[]>
}

function learn(known: Known, { who, endpoint, result: { input, result } }: Acknowledged): void {
  if (result.kind !== 'done') return
  const value = result.value as { registrationId?: string; entryId?: string; familyMemberId?: string }
  const activityId = String(input['activityId'])
  if (endpoint === 'registration.register' || endpoint === 'counter.register')
    known.registrations.push({ id: value.registrationId ?? '', activityId, of: who.residentId })
  if (endpoint === 'door.addHead') known.entries.push({ id: value.entryId ?? '', activityId })
  if (endpoint === 'family.add')
    known.family.set(who.residentId, [
      ...(known.family.get(who.residentId) ?? []),
      value.familyMemberId ?? '',
    ])
}

interface Round {
  readonly programme: Programme
  readonly known: Known
  readonly posterCode: string
  readonly chance: () => number
}
type Act = (phone: Phone, round: Round) => Promise<void>

const READS = [
  ['home.show', {}],
  ['registration.mine', {}],
  ['activity.list', { span: null, place: null, topic: null, age: null, hasPlaces: false }],
  ['passport.show', {}],
] as const

async function actAsResident(phone: Phone, { programme, known, posterCode, chance }: Round): Promise<void> {
  const drawn = chance()
  const me = phone.who.residentId
  if (drawn < 0.3) {
    const [endpoint, input] = pick(READS, chance)
    return phone.read(endpoint, input)
  }
  if (drawn < 0.5) {
    const activityId = pick([programme.classId, programme.hallId], chance)
    const family = (known.family.get(me) ?? []).filter(() => chance() < 0.5).slice(0, 2)
    return phone.submit('registration.register', { activityId, party: [null, ...family] })
  }
  if (drawn < 0.6) {
    const own = known.registrations.filter(
      ({ of, activityId }) => of === me && Object.values(programme).includes(activityId),
    )
    if (own.length > 0) return phone.submit('registration.cancel', { registrationId: pick(own, chance).id })
  }
  if (drawn < 0.75) {
    const walkIns = chance() < 0.5 ? [programme.marketId] : []
    return phone.submit('checkIn.upload', { code: posterCode, walkIns })
  }
  if (drawn < 0.8) return phone.submit('family.add', { name: '妈妈', relation: '母亲', birthYear: 1955 })
  if (drawn < 0.85) return phone.submit('family.describeMyself', { callName: '阿姨', born: null })
  return phone.submit('me.chooseCompound', {
    compoundId: pick(['wutong-east', 'cloud-terrace', null], chance),
  })
}

async function actAtDoor(phone: Phone, { programme, known, chance }: Round): Promise<void> {
  const { marketId, hallId } = programme
  const drawn = chance()
  const come = known.registrations.filter(({ activityId }) => activityId === hallId)
  const heads = known.entries.filter(({ activityId }) => activityId === marketId)
  if (drawn < 0.35 && come.length > 0)
    return phone.submit('door.admit', {
      activityId: hallId,
      registrationId: pick(come, chance).id,
      members: null,
    })
  if (drawn < 0.55 && heads.length > 0)
    return phone.submit('door.giveGift', { activityId: marketId, entryId: pick(heads, chance).id })
  if (drawn < 0.65 && heads.length > 0)
    return phone.submit('door.undo', {
      activityId: marketId,
      entryId: pick(heads, chance).id,
      reason: '点错了',
    })
  return phone.submit('door.addHead', { activityId: marketId })
}

async function actAtCounter(phone: Phone, { programme, known, chance }: Round): Promise<void> {
  const { classId: activityId } = programme
  const drawn = chance()
  const own = known.registrations.filter((one) => one.activityId === activityId)
  if (drawn < 0.2)
    return phone.submit('activity.setCapacity', { activityId, capacity: 6 + Math.floor(chance() * 8) })
  if (drawn < 0.4 && own.length > 0)
    return phone.submit('counter.cancel', { activityId, registrationId: pick(own, chance).id })
  return phone.submit('counter.register', {
    activityId,
    called: `访客${Math.floor(chance() * 1e6)}`,
    party: [{ birthYear: null, guardianConsent: false }],
    compoundId: null,
    answers: [],
    helpWanted: null,
    phone: null,
    consent: 'oral',
  })
}

/** Activities of their own for a round, around what the one clock says. */
export async function planRound(db: Database): Promise<Programme> {
  const mode = await readMode(db)
  if (mode === null) throw new Error('the database has no mode')
  const at = (later: number): Date => new Date(mode.now + later)
  const own = { office_id: OWN_OFFICE, waitlist_limit: 30 }
  return {
    classId: await makeActivity(db, {
      ...own,
      capacity: 10,
      starts_at: at(3 * DAY),
      ends_at: at(3 * DAY + HOUR),
    }),
    hallId: await makeActivity(db, {
      ...own,
      capacity: 25,
      starts_at: at(15 * MINUTE),
      ends_at: at(2 * HOUR),
    }),
    marketId: await makeActivity(db, {
      ...own,
      kind: 'open',
      capacity: null,
      topic: 'market',
      starts_at: at(-HOUR),
      ends_at: at(5 * HOUR),
    }),
  }
}

/** The code that hangs in the office. Servers that just began may be too busy for a moment. */
export async function posterOf(call: Call, admin: Person): Promise<string> {
  for (let tries = 0; tries < 30; tries += 1) {
    const sent = await call('poster.forOffice', { officeId: OWN_OFFICE, requestId: randomUUID() }, admin)
    const body = sent.kind === 'answered' ? (sent.body as { value?: { token: string } }) : {}
    if (body.value !== undefined) return `p/${body.value.token}`
    await rest(1_000)
  }
  throw new Error('the servers give no poster')
}

/** Moves the one clock by so much, as `demo.setNow` does. */
export async function moveClockBy(db: Database, milliseconds: number): Promise<void> {
  await sql`update database_mode set clock_offset_ms = clock_offset_ms + ${milliseconds}::bigint`.execute(db)
}

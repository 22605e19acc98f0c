import { randomUUID } from 'node:crypto'
import type { EndpointName, Input, Output } from '../../../core/contract'
import type { DraftContent } from '../../../core/contract/activity/draft'
import {
  addDays,
  daysBetween,
  instant,
  instantAt,
  shanghaiDay,
  toIso,
  type Instant,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import type { Dispatch } from '../../app/dispatch'
import type { Database } from '../../database/connect'
import { readLastSample, readSamples } from '../../repositories/demo-world'
import { moveClock, readMode, releaseClock } from '../../repositories/database-mode'
import { ensurePost, listOpenOffices } from '../../repositories/post'
import { ensureResident } from '../../repositories/resident'
import { activitiesOn, ALL_DAY, chanceOf, nameOf, PEOPLE, type PlannedActivity } from './plan'

const SEED = 20
/** Days that are played at a first start, today among them. */
const DAYS = 28
/** How far ahead activities are published, and how far ahead of one people register. */
const AHEAD = 14
const REGISTER_AHEAD = 5
const EIGHT = 8 * 60
const SIX_PM = 18 * 60
const ELEVEN_PM = 23 * 60
/** A roll may be closed from 48 h after check-in: the third day after is late enough. */
const ROLL_DAYS = 3
const MINUTE_MS = 60_000
const RAIN_CALLS = 12
const STALLS = 30

interface WorldParts {
  readonly db: Database
  /** Without limits. */
  readonly dispatch: Dispatch
  /** What is due three times a day. */
  readonly runJobs: () => Promise<unknown>
  /** The real time. */
  readonly now: Instant
}

interface Played {
  readonly days: number
  readonly calls: number
}

/**
 * Plays the days of a demonstration's made-up month that were not played yet, forward, up to now. Nothing is shifted or
 * deleted; the clock of the database is moved meanwhile, and is the real one afterwards.
 */
export async function playWorld(parts: WorldParts): Promise<Played> {
  const { db, now } = parts
  const mode = await readMode(db)
  if (!mode?.isDemo || mode.isClockMoved) return { days: 0, calls: 0 }
  const today = shanghaiDay(now)
  const last = await lastPlayed(db)
  const first = last === null ? addDays(today, 1 - DAYS) : addDays(last, 1)
  const days = daysBetween(first, today) + 1
  if (days < 1) return { days: 0, calls: 0 }
  const world = new World(parts)
  try {
    // The evening before: what goes on all day is published before it begins.
    await world.begin(instant(instantAt(first, 0) - 5 * MINUTE_MS), last === null)
    if (last === null)
      for (let ahead = 0; ahead < AHEAD; ahead += 1) await world.publish(addDays(first, ahead))
    for (let at = 0; at < days; at += 1) await world.playDay(addDays(first, at), last === null && at === 0)
    await world.finish(today)
  } finally {
    await releaseClock(db)
  }
  return { days, calls: world.calls }
}

/** Activities are published fourteen days ahead: the last of them tells which day was played last. */
async function lastPlayed(db: Database): Promise<ShanghaiDay | null> {
  const last = await readLastSample(db, ALL_DAY)
  return last === null ? null : addDays(shanghaiDay(last), -AHEAD)
}

class World {
  calls = 0
  private offices: readonly { readonly id: string; readonly name: string }[] = []
  private at: Instant = instant(0)

  constructor(private readonly parts: WorldParts) {}

  /** Those who run it: one writes, another approves. */
  async begin(start: Instant, isFirst: boolean): Promise<void> {
    const { db } = this.parts
    await moveClock(db, start)
    this.at = start
    this.offices = await listOpenOffices(db)
    for (const [openid, called] of [
      [WRITER, '示例写稿的'],
      [APPROVER, '示例审稿的'],
    ] as const) {
      const residentId = await ensureResident(db, openid, start)
      await ensurePost(db, { residentId, role: 'editor', called }, start)
    }
    for (let person = 0; isFirst && person < PEOPLE; person += 1) {
      await ensureResident(db, openidOf(person), start)
      const born = 1935 + ((person * 7) % 60)
      await this.ask(openidOf(person), 'family.describeMyself', {
        callName: nameOf(person),
        born: [born, born + 4],
        requestId: randomUUID(),
      })
    }
  }

  async playDay(day: ShanghaiDay, isFirst: boolean): Promise<void> {
    if (!(await this.moveTo(instantAt(day, EIGHT - 5)))) return
    await this.parts.runJobs()
    await this.publish(addDays(day, AHEAD))
    for (let ahead = isFirst ? 0 : REGISTER_AHEAD; ahead <= REGISTER_AHEAD; ahead += 1)
      await this.registerFor(addDays(day, ahead))
    await this.closeRolls(addDays(day, -ROLL_DAYS))
    await this.talk(day)
    const timed = activitiesOn(SEED, day).map((planned, index) => ({ planned, index }))
    for (const { planned, index } of timed.sort((a, b) => a.planned.startMinute - b.planned.startMinute))
      await this.holdActivity(day, planned, index)
    for (const minute of [SIX_PM, ELEVEN_PM])
      if (await this.moveTo(instantAt(day, minute))) await this.parts.runJobs()
  }

  /** Written by one, approved by another. */
  async publish(day: ShanghaiDay): Promise<void> {
    for (const planned of activitiesOn(SEED, day)) {
      const held = await this.handIn(this.contentOf(planned, day))
      await this.ask(APPROVER, 'draft.approve', { ...held, requestId: randomUUID() })
    }
  }

  /** What today shows beside its activities: a rain change with twelve to ring, a market's stalls, a draft to approve. */
  async finish(today: ShanghaiDay): Promise<void> {
    await this.moveTo(this.parts.now)
    await this.handIn(this.contentOf({ ...classToApprove, office: 2 }, addDays(today, 6)))
    const [rainy] = await this.idsOn(addDays(today, 1))
    if (rainy !== undefined) {
      for (let person = 0; person < RAIN_CALLS; person += 1)
        await this.ask(
          WRITER,
          'counter.register',
          {
            activityId: rainy,
            called: nameOf(PEOPLE + person),
            party: [{ birthYear: null, guardianConsent: false }],
            compoundId: null,
            answers: [],
            helpWanted: person === 0 ? '轮椅，要人推一把' : null,
            phone: `1390000${String(1_000 + person)}`,
            consent: 'oral',
            requestId: randomUUID(),
          },
          MAY_BE_REFUSED,
        )
      await this.ask(WRITER, 'activity.change', {
        activityId: rainy,
        kind: 'indoors',
        place: '一楼大厅',
        startsAt: null,
        note: null,
        requestId: randomUUID(),
      })
    }
    for (let ahead = 1; ahead <= 7; ahead += 1) await this.placeStalls(addDays(today, ahead))
  }

  private async placeStalls(day: ShanghaiDay): Promise<void> {
    const market = activitiesOn(SEED, day).findIndex(({ topic }) => topic === 'market')
    const activityId = market < 0 ? undefined : (await this.idsOn(day))[market]
    if (activityId === undefined) return
    const kinds = ['修补', '手作', '小吃', '旧书', '义诊']
    const stalls = Array.from({ length: STALLS }, (_, at) => ({
      number: String(at + 1),
      kind: kinds[at % kinds.length] ?? '其他',
      name: `示例摊 ${at + 1}`,
      hours: null,
      called: nameOf(PEOPLE + at),
      phone: at % 10 === 9 ? null : `1390000${String(2_000 + at)}`,
      note: null,
      // Both sides of a street.
      position: { x: 0.05 + 0.064 * (at % 15), y: at < 15 ? 0.28 : 0.7 },
    }))
    const seen = await this.ask(WRITER, 'stall.plan', { activityId })
    if (seen === null || seen.version > 0) return
    const saved = await this.ask(WRITER, 'stall.savePlan', {
      activityId,
      version: seen.version,
      stalls,
      requestId: randomUUID(),
    })
    if (saved !== null)
      await this.ask(APPROVER, 'stall.publishPlan', {
        activityId,
        version: saved.version,
        requestId: randomUUID(),
      })
  }

  /** People of the month, by turns; who is refused (full, registered already) stays at home. */
  private async registerFor(day: ShanghaiDay): Promise<void> {
    const ids = await this.idsOn(day)
    for (const [index, planned] of activitiesOn(SEED, day).entries()) {
      const activityId = ids[index]
      if (activityId === undefined || planned.wanted === 0) continue
      const from = Math.floor(chanceOf(`${day} ${index}`)() * PEOPLE)
      for (let one = 0; one < planned.wanted; one += 1)
        await this.ask(
          openidOf((from + one) % PEOPLE),
          'registration.register',
          { activityId, party: [null], telling: 'none', requestId: randomUUID() },
          MAY_BE_REFUSED,
        )
    }
  }

  /** Ten minutes after the start: who comes is let in, and whoever came without a phone is counted. */
  private async holdActivity(day: ShanghaiDay, planned: PlannedActivity, index: number): Promise<void> {
    const begun = instantAt(day, planned.startMinute === 0 ? EIGHT : planned.startMinute + 10)
    const activityId = (await this.idsOn(day))[index]
    if (activityId === undefined || !(await this.moveTo(begun))) return
    if (planned.coming > 0) {
      const list = await this.ask(WRITER, 'door.list', { activityId })
      for (const { registrationId } of (list?.parties ?? []).slice(0, planned.coming))
        await this.ask(
          WRITER,
          'door.admit',
          { activityId, registrationId, members: null, requestId: randomUUID() },
          MAY_BE_REFUSED,
        )
    }
    for (let head = 0; head < planned.added; head += 1)
      await this.ask(WRITER, 'door.addHead', { activityId, requestId: randomUUID() }, MAY_BE_REFUSED)
  }

  private async closeRolls(day: ShanghaiDay): Promise<void> {
    const ids = await this.idsOn(day)
    for (const [index, planned] of activitiesOn(SEED, day).entries()) {
      const activityId = ids[index]
      // Today's are left for whoever looks at the demonstration.
      if (activityId === undefined || planned.wanted === 0) continue
      if (daysBetween(day, shanghaiDay(this.parts.now)) <= ROLL_DAYS) continue
      await this.ask(WRITER, 'door.closeRoll', { activityId, requestId: randomUUID() }, MAY_BE_REFUSED)
    }
  }

  /** Every other day somebody writes; all but the last are answered. */
  private async talk(day: ShanghaiDay): Promise<void> {
    const ahead = daysBetween(day, shanghaiDay(this.parts.now))
    if (ahead % 2 !== 0) return
    const words = ['读报角的灯有点暗', '楼梯扶手松了，能修吗', '八段锦能不能再开一期', '厕所的门关不严']
    const sent = await this.ask(
      openidOf(ahead % PEOPLE),
      'suggestion.send',
      { text: words[ahead % words.length] ?? '', phone: null, requestId: randomUUID() },
      MAY_BE_REFUSED,
    )
    if (sent !== null && ahead > 6)
      await this.ask(WRITER, 'suggestion.reply', {
        suggestionId: sent.suggestionId,
        reply: '谢谢您，已经请人去看了。',
        requestId: randomUUID(),
      })
  }

  /** What was published for a day, in the order of its plan. */
  private async idsOn(day: ShanghaiDay): Promise<readonly (string | undefined)[]> {
    const rows = await readSamples(this.parts.db, instantAt(day, 0), instantAt(addDays(day, 1), 0))
    const taken = new Set<string>()
    return activitiesOn(SEED, day).map(({ title, startMinute }) => {
      const startsAt = instantAt(day, startMinute)
      const found = rows.find((row) => !taken.has(row.id) && row.title === title && row.startsAt === startsAt)
      if (found !== undefined) taken.add(found.id)
      return found?.id
    })
  }

  private async handIn(content: DraftContent): Promise<{ draftId: string; version: number }> {
    const saved = await this.ask(WRITER, 'draft.save', {
      draftId: null,
      version: null,
      content,
      publishAt: null,
      requestId: randomUUID(),
    })
    if (saved === null) throw new Error('a draft of the made-up month was not saved')
    const held = { draftId: saved.draftId, version: saved.version }
    await this.ask(WRITER, 'draft.handIn', { ...held, requestId: randomUUID() })
    return held
  }

  private contentOf(planned: PlannedActivity, day: ShanghaiDay): DraftContent {
    const office = this.offices[planned.office % this.offices.length]
    const isOpen = planned.kind === 'open'
    return {
      kind: planned.kind,
      topic: planned.topic,
      title: planned.title,
      about: ['这一场是演示用的，人和事都是编的。'],
      bring: '',
      host: '',
      forWhom: '',
      photo: null,
      access: {
        stepFree: 'unverified',
        ramp: 'unverified',
        lift: 'unverified',
        accessibleToilet: 'unverified',
        hearingLoop: 'unverified',
        doorWidthCm: null,
        verifiedOn: null,
      },
      amenities: {
        toilet: 'unverified',
        babyRoom: 'unverified',
        drinkingWater: 'unverified',
        servicePhone: '',
      },
      place: office?.name ?? '活动室',
      officeId: office?.id ?? null,
      sample: true,
      day,
      startMinute: planned.startMinute,
      endMinute: planned.endMinute,
      weekly: null,
      opens: null,
      closes: null,
      capacity: isOpen ? null : planned.capacity,
      waitlistLimit: isOpen ? 0 : 20,
      coolDown: false,
      minAge: null,
      maxAge: null,
      compoundIds: [],
      neighbourhoodIds: [],
      questions: [],
      workshops: [],
    }
  }

  /** Only forward, and never past the real time; `false` where that moment is still to come. */
  private async moveTo(moment: Instant): Promise<boolean> {
    if (moment > this.parts.now) return false
    if (moment <= this.at) return true
    this.at = moment
    await moveClock(this.parts.db, moment)
    return true
  }

  /** @throws where it was refused, unless that may be; `null` then */
  private async ask<Name extends EndpointName>(
    openid: string,
    endpoint: Name,
    input: Input<Name>,
    mayBeRefused: boolean = false,
  ): Promise<Output<Name> | null> {
    this.calls += 1
    const call = { endpoint, input, token: null, openid, address: '127.0.0.1' }
    const reply = await this.parts.dispatch(call)
    if (reply.ok) return reply.value as Output<Name>
    if ('refusal' in reply && mayBeRefused) return null
    throw new Error(
      `the made-up month broke at ${toIso(this.at)}: ${endpoint} answered ${JSON.stringify(reply)}`,
    )
  }
}

const WRITER = 'demo:world-writer'
const APPROVER = 'demo:world-approver'
const MAY_BE_REFUSED = true
const openidOf = (person: number): string => `demo:world-${person}`

const classToApprove: PlannedActivity = {
  title: '窗花剪一剪',
  topic: 'class',
  kind: 'registered',
  office: 0,
  startMinute: 14 * 60,
  endMinute: 15.5 * 60,
  capacity: 12,
  wanted: 0,
  coming: 0,
  added: 0,
}

import { instant } from '../../kernel/shanghai-time'
import { at, CLASS } from '../activity/testing/class'
import {
  askNow,
  cancel,
  claim,
  drop,
  erase,
  letIn,
  move,
  passTime,
  register,
  release,
  setCapacity,
  undo,
  walkIn,
  withdraw,
} from './testing/acts'
import { summaryOf } from './party'
import { brokenInvariants } from './testing/invariants'
import { ACQUAINTANCES } from './testing/people'
import { World } from './testing/world'

const HOUR = 3_600_000
const DAYS = 24 * HOUR

/** Sequences that broke other systems, and the corners of our own rules, step by step. */
describe('what went wrong elsewhere', () => {
  let world: World
  const of = (registrantId: string) => {
    const found = world.registrations.find((registration) => registration.registrantId === registrantId)
    if (found === undefined) throw new Error(`${registrantId} has no registration`)
    return found
  }
  const states = (registrantId: string) => of(registrantId).members.map(({ state }) => state)
  const recordOf = (id: string) => {
    const found = ACQUAINTANCES.find((record) => record.id === id)
    if (found === undefined) throw new Error(`nobody keeps ${id}`)
    return found
  }
  const memberAt = (registrantId: string, index: number) => world.pickMember(of(registrantId), index)
  const goTo = (moment: number) => passTime(world, moment - world.now)
  const worldWith = (capacity: number) => (world = new World({ ...CLASS, capacity }))

  beforeEach(() => worldWith(2))
  afterEach(() => {
    expect(brokenInvariants(world)).toEqual([])
  })

  it('frees the seat of a cancelled place at once, for the next in the queue', () => {
    register(world, 'daughter', ['daughter', 'daughter:mother'])
    register(world, 'neighbour', ['neighbour'])
    register(world, 'stranger', ['stranger'])
    cancel(world, of('daughter'))
    expect([states('neighbour'), states('stranger')]).toEqual([['confirmed'], ['confirmed']])
    expect(world.notified).toEqual([of('neighbour').id, of('stranger').id])
  })

  it('never has the parent in and the child out', () => {
    register(world, 'stranger', ['stranger'])
    register(world, 'daughter', ['daughter', 'daughter:child'])
    expect(states('daughter')).toEqual(['waiting', 'waiting'])
    cancel(world, of('stranger'))
    expect(states('daughter')).toEqual(['confirmed', 'confirmed'])
    expect(drop(world, of('daughter'), memberAt('daughter', 0))).toBe('guardian_consent_missing')
  })

  it('takes whoever comes back as the adult or child that they are put down as this time', () => {
    register(world, 'son', ['son:child'])
    claim(world, recordOf('son:child'), 'neighbour')
    claim(world, recordOf('son:wife'), 'neighbour')
    drop(world, of('son'), memberAt('son', 0))
    register(world, 'son', ['son:wife'])
    expect(of('son').members).toMatchObject([{ identity: 'neighbour', state: 'confirmed', child: false }])
  })

  it('tells those whom a raised capacity lets in', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'neighbour', ['neighbour', 'neighbour:husband'])
    setCapacity(world, 3)
    expect(world.notified).toEqual([])
    setCapacity(world, 4)
    expect(world.notified).toEqual([of('neighbour').id])
    expect(states('neighbour')).toEqual(['confirmed', 'confirmed'])
  })

  it('promotes no more than a deletion frees', () => {
    register(world, 'son', ['son'])
    register(world, 'neighbour', ['neighbour'])
    register(world, 'stranger', ['stranger'])
    register(world, 'grandfather', ['grandfather'])
    erase(world, 'son')
    expect(states('stranger')).toEqual(['confirmed'])
    expect(states('grandfather')).toEqual(['waiting'])
    erase(world, 'son')
    expect(states('grandfather')).toEqual(['waiting'])
    expect(world.seats).toEqual({ capacity: 2, inUse: 2 })
  })

  it('never shows a waiting party as registered', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    expect(summaryOf(of('stranger').members).headline).toBe('waiting')
  })

  it('frees no seat by attending', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    goTo(CLASS.startsAt - HOUR)
    letIn(world, of('son').members, false)
    expect(world.seats.inUse).toBe(2)
    expect(askNow(world, of('stranger'))).toBe('no_room')
    expect(walkIn(world)).toBe('no_room')
  })

  it('keeps a passed-over party’s place: it is served before singles who came later', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'daughter', ['daughter', 'daughter:mother'])
    register(world, 'stranger', ['stranger'])
    cancel(world, of('son'))
    expect([states('daughter'), states('stranger')]).toEqual([['confirmed', 'confirmed'], ['waiting']])
  })

  it('lets a party shrink into a seat that is free', () => {
    register(world, 'stranger', ['stranger'])
    register(world, 'son', ['son', 'son:wife'])
    expect(states('son')).toEqual(['waiting', 'waiting'])
    drop(world, of('son'), memberAt('son', 1))
    expect(states('son')).toEqual(['confirmed', 'cancelled'])
  })

  it('promotes nobody in the last 2 h, but serves whoever asks first', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'neighbour', ['neighbour'])
    register(world, 'stranger', ['stranger'])
    goTo(CLASS.startsAt - 2 * HOUR)
    cancel(world, of('son'))
    expect([states('neighbour'), states('stranger')]).toEqual([['waiting'], ['waiting']])
    expect(askNow(world, of('stranger'))).toBeNull()
    expect(register(world, 'grandfather', ['grandfather'])).toBeNull()
    expect([states('stranger'), states('grandfather')]).toEqual([['confirmed'], ['confirmed']])
    expect(askNow(world, of('neighbour'))).toBe('no_room')
    goTo(CLASS.startsAt)
    expect(states('neighbour')).toEqual(['lapsed'])
  })

  it('promotes again when a move puts the start beyond the last 2 h', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    goTo(CLASS.startsAt - 2 * HOUR)
    cancel(world, of('son'))
    expect(states('stranger')).toEqual(['waiting'])
    move(world, instant(CLASS.startsAt + 2 * HOUR))
    expect(states('stranger')).toEqual(['confirmed'])
  })

  it('starts attendance anew when it moves to another day after people were let in', () => {
    register(world, 'son', ['son'])
    goTo(CLASS.startsAt - HOUR)
    letIn(world, of('son').members, false)
    walkIn(world)
    move(world, instant(CLASS.startsAt + 7 * DAYS))
    expect(states('son')).toEqual(['confirmed'])
    expect([world.seats.inUse, world.walkIns]).toEqual([1, 0])
    expect(cancel(world, of('son'))).toBeNull()
  })

  it('gives who joins again a new place in the queue with the same row and number', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'daughter', ['daughter', 'daughter:mother'])
    register(world, 'stranger', ['stranger'])
    const { id, number, joinNumber } = of('daughter')
    cancel(world, of('daughter'))
    expect(cancel(world, of('daughter'))).toBeNull()
    register(world, 'daughter', ['daughter'])
    expect(of('daughter')).toMatchObject({ id, number })
    expect(of('daughter').joinNumber).toBeGreaterThan(joinNumber)
    expect(states('daughter')).toEqual(['waiting', 'cancelled'])
    drop(world, of('son'), memberAt('son', 0))
    expect([states('stranger'), states('daughter')]).toEqual([['confirmed'], ['waiting', 'cancelled']])
  })

  it('registers a mother once, through her daughter, her son or herself', () => {
    worldWith(5)
    register(world, 'daughter', ['daughter:mother'])
    expect(register(world, 'son', ['son', 'son:mother'])).toBe('already_registered')
    expect(register(world, 'mother', ['mother'])).toBe('already_registered')
    cancel(world, of('daughter'))
    expect(register(world, 'son', ['son', 'son:mother'])).toBeNull()
  })

  it('finds the double when the grandfather claims the card and is registered already', () => {
    worldWith(5)
    const record = recordOf('daughter:grandfather')
    register(world, 'daughter', [record.id])
    register(world, 'grandfather', ['grandfather'])
    expect(claim(world, record, 'grandfather')).toBe('already_registered')
    cancel(world, of('grandfather'))
    expect(claim(world, record, 'grandfather')).toBeNull()
    expect(claim(world, record, 'stranger')).toBe('card_taken')
    expect(register(world, 'grandfather', ['grandfather'])).toBe('already_registered')
  })

  it('gives a released seat to a walk-in, and still lets the late one in', () => {
    register(world, 'son', ['son', 'son:wife'])
    goTo(CLASS.startsAt + HOUR / 4)
    release(world, of('son').members)
    expect([walkIn(world), walkIn(world), walkIn(world)]).toEqual([null, null, 'no_room'])
    letIn(world, of('son').members, false)
    expect(world.withSeatlessEntry.size).toBe(2)
    expect(world.seats.inUse).toBe(2)
  })

  it('gives back the seat of an undone check-in to nobody but its owner', () => {
    register(world, 'son', ['son', 'son:wife'])
    goTo(CLASS.startsAt)
    letIn(world, of('son').members, false)
    undo(world, memberAt('son', 0))
    expect(states('son')).toEqual(['confirmed', 'attended'])
    expect(walkIn(world)).toBe('no_room')
    undo(world, memberAt('son', 0))
    expect(states('son')).toEqual(['confirmed', 'attended'])
  })

  it('frees the seat of an undone check-in of who had lapsed', () => {
    register(world, 'son', ['son'])
    register(world, 'neighbour', ['neighbour', 'neighbour:husband'])
    goTo(CLASS.startsAt)
    expect(letIn(world, of('neighbour').members, false)).toBe('no_room')
    expect(letIn(world, of('neighbour').members.slice(0, 1), false)).toBeNull()
    expect(states('neighbour')).toEqual(['attended', 'lapsed'])
    undo(world, memberAt('neighbour', 0))
    expect(states('neighbour')).toEqual(['lapsed', 'lapsed'])
    expect(world.seats.inUse).toBe(1)
  })

  it('puts who stayed away twice last, and gives them what nobody else fits', () => {
    const away = (day: string) => ({ at: at(`${day}T09:00`), outcome: 'stayed_away' as const })
    world.turnOuts.set('stranger', [away('2026-02-10'), away('2026-02-20')])
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    register(world, 'neighbour', ['neighbour', 'neighbour:husband'])
    drop(world, of('son'), memberAt('son', 0))
    expect([states('stranger'), states('neighbour')]).toEqual([['confirmed'], ['waiting', 'waiting']])
  })

  it('judges the cool-down at each promotion', () => {
    const away = (day: string) => ({ at: at(`${day}T09:00`), outcome: 'stayed_away' as const })
    world.turnOuts.set('stranger', [away('2026-02-10'), away('2026-02-20')])
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    register(world, 'neighbour', ['neighbour'])
    world.turnOuts.set('stranger', [])
    drop(world, of('son'), memberAt('son', 0))
    expect([states('stranger'), states('neighbour')]).toEqual([['confirmed'], ['waiting']])
  })

  it('refuses a capacity below the seats in use, and cancels all when withdrawn', () => {
    register(world, 'son', ['son', 'son:wife'])
    register(world, 'stranger', ['stranger'])
    expect(setCapacity(world, 1)).toBe('capacity_below_in_use')
    withdraw(world)
    expect([states('son'), states('stranger')]).toEqual([['cancelled', 'cancelled'], ['cancelled']])
    expect(world.seats.inUse).toBe(0)
    expect(register(world, 'neighbour', ['neighbour'])).toBe('activity_withdrawn')
  })
})

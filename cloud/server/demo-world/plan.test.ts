import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { activitiesOn, nameOf, PEOPLE } from './plan'

const DAYS = Array.from({ length: 60 }, (_, at) =>
  new Date(Date.UTC(2026, 10, 1 + at)).toISOString().slice(0, 10),
) as ShanghaiDay[]

it('a day is the same whenever it is asked, and other days are others', () => {
  for (const day of DAYS) expect(activitiesOn(1, day)).toEqual(activitiesOn(1, day))
  expect(new Set(DAYS.map((day) => JSON.stringify(activitiesOn(1, day)))).size).toBeGreaterThan(40)
})

it('each day something goes on at every hour, and each Saturday there is a market', () => {
  for (const day of DAYS) {
    const planned = activitiesOn(1, day)
    expect(planned.some(({ startMinute, endMinute }) => startMinute === 0 && endMinute === 1_439)).toBe(true)
    const isSaturday = new Date(`${day}T00:00:00Z`).getUTCDay() === 6
    expect(planned.some(({ topic }) => topic === 'market')).toBe(isSaturday)
  }
})

it('nobody comes who has no seat, and every name says that it is made up', () => {
  for (const one of DAYS.flatMap((day) => activitiesOn(1, day))) {
    expect(one.coming).toBeLessThanOrEqual(Math.min(one.capacity, one.wanted))
    expect(one.coming).toBeGreaterThanOrEqual(0)
  }
  const names = Array.from({ length: PEOPLE }, (_, person) => nameOf(person))
  expect(new Set(names).size).toBe(PEOPLE)
  for (const name of names) expect(name).toContain('示例')
})

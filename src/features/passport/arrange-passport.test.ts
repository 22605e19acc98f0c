import type { Passport, PassportVisit, StampPlace } from '../../../core/contract/check-in/check-in'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { shanghai } from '../../testing/activity-fixture'
import { groupStamps, visitsByDay } from './arrange-passport'

const office = (id: string): StampPlace => ({ kind: 'office', id, name: `${id}会客厅`, shortName: id })
const set = (id: string, ...places: readonly StampPlace[]): Passport['sets'][number] => ({
  id,
  collected: 0,
  total: places.length,
  places,
})
const stamp = (place: StampPlace, moment: string) => ({ place, at: shanghai(moment) })
const namesIn = (slots: readonly { place: StampPlace }[]) => slots.map(({ place }) => place.id)

describe('stamps', () => {
  const [wutong, qingshi, yunqi] = [office('wutong'), office('qingshi'), office('yunqi')]

  it('stand in their set, without what is not there yet, and the set is complete with the last', () => {
    const sets = [set('party-service', yunqi), set('living-room', wutong, qingshi)]
    const one = groupStamps({ sets, stamps: [stamp(qingshi, '2026-11-28T09:00')] })
    expect(one.map(({ id }) => id)).toEqual(['living-room'])
    expect(one[0]).toMatchObject({ complete: false })
    expect(namesIn(one[0]?.stamped ?? [])).toEqual(['qingshi'])
    const both = [stamp(qingshi, '2026-11-28T09:00'), stamp(wutong, '2026-11-27T09:00')]
    const [all] = groupStamps({ sets, stamps: both })
    expect(all).toMatchObject({ complete: true })
    expect(namesIn(all?.stamped ?? [])).toEqual(['wutong', 'qingshi'])
  })

  it('of activities and of offices that closed are kept, and complete nothing', () => {
    const market: StampPlace = { kind: 'activity', id: 'market', name: '梧桐市集', shortName: '梧桐市集' }
    const groups = groupStamps({
      sets: [],
      stamps: [stamp(market, '2026-11-28T09:00'), stamp(office('old'), '2026-11-20T09:00')],
    })
    expect(groups.map(({ id, stamped, complete }) => [id, stamped.length, complete])).toEqual([
      ['spots', 1, false],
      ['elsewhere', 1, false],
    ])
  })
})

it('visits stand by day, the latest first, and each day as it went', () => {
  const visit = (day: string, clock: string): PassportVisit => ({
    visitId: `${day} ${clock}`,
    place: office('wutong'),
    day: day as ShanghaiDay,
    at: shanghai(`${day}T${clock}`),
    grade: 'poster',
  })
  const days = visitsByDay([
    visit('2026-11-28', '15:00'),
    visit('2026-11-28', '09:00'),
    visit('2026-11-27', '10:00'),
    visit('2026-11-29', '10:00'),
  ])
  expect(days.map(({ day, visits }) => [day, visits.map(({ visitId }) => visitId.slice(-5))])).toEqual([
    ['2026-11-29', ['10:00']],
    ['2026-11-28', ['09:00', '15:00']],
    ['2026-11-27', ['10:00']],
  ])
})

import type { OfficeContent } from '../../core/domain/office/checked'
import { contentOf, differencesOf, formOf, mergedWith, newEntrance } from './place-model'

const office: OfficeContent = {
  name: '金梅园百姓会客厅',
  shortName: '金梅园',
  kind: 'living-room',
  neighbourhoodId: null,
  status: 'open',
  successorId: null,
  address: null,
  landmark: null,
  about: null,
  position: null,
  phone: null,
  serviceIds: [],
  zones: [{ id: 'main', name: '大厅', main: true, alwaysOpen: false, weekly: null, opensOnHolidays: false }],
  entrances: [],
}
const choices = { services: [], neighbourhoods: [], offices: [] }

it('what was read comes back as it was, hours or none', () => {
  const week = [[[510, 690]], [], [], [], [], [], []] as const
  const known = { ...office, zones: office.zones.map((zone) => ({ ...zone, weekly: week })) }
  for (const one of [office, known])
    expect(contentOf(formOf(one))).toEqual({ content: one, faults: new Set() })
})

it('says which day, telephone or name cannot be saved', () => {
  const form = formOf(office)
  const zones = form.zones.map((zone) => ({
    ...zone,
    days: ['8:30-11:30', '看情况', '休息', '休息', '休息', '休息', ''],
  }))
  const content = {
    ...form.content,
    phone: '6257',
    name: ' ',
    entrances: [newEntrance([]), newEntrance([newEntrance([])])],
  }
  expect([...contentOf({ ...form, zones, content }).faults].sort()).toEqual([
    'entrance door-2',
    'hours main 1',
    'hours main 6',
    'name',
    'phone',
  ])
})

it('takes of somebody’s save the fields that were chosen', () => {
  const mine = { ...office, landmark: '邮局隔壁', phone: '021-62570000' }
  const theirs = { ...office, landmark: '菜场对面' }
  expect(
    differencesOf(mine, theirs, choices).map(({ label, mine: own, theirs: other }) => [label, own, other]),
  ).toEqual([
    ['标志物', '邮局隔壁', '菜场对面'],
    ['电话', '021-62570000', '空着'],
  ])
  expect(mergedWith(mine, theirs, ['landmark'])).toEqual({ ...mine, landmark: '菜场对面' })
})

import type { Service } from '../../../core/domain/office/office'
import { instant } from '../../../core/kernel/shanghai-time'
import { wgs84 } from '../../../core/kernel/units'
import { compound, directory, office } from '../../testing/directory-fixture'
import type { StartPoint } from '../start-point/start-point'
import type { WalkingTimes } from '../walking-times/walking-times'
import { arrangeOffices, handlesNeed, nearestOffice, type Wanted } from './arrange-offices'

const near = office('near', { position: wgs84(121.4005, 31.24) })
const far = office('far', { position: wgs84(121.42, 31.25) })
const nowhere = office('nowhere')
const own = office('own', { neighbourhoodId: 'willow' })
const moved = office('moved', { status: 'moved', position: wgs84(121.4, 31.24) })
const station = office('station', { kind: 'party-service', position: wgs84(121.4001, 31.24) })

const fromCompound: StartPoint = { kind: 'compound', compound: compound() }
const fromHere: StartPoint = { kind: 'position', position: wgs84(121.4, 31.24) }
const all = directory({ offices: [moved, nowhere, far, own, near] })
const ids = (wanted: Partial<Wanted>, of = all) =>
  arrangeOffices(of, { startPoint: { kind: 'none' }, need: '', kind: null, ...wanted }).map(
    (place) => place.office.id,
  )

describe('arrangeOffices', () => {
  it('puts the nearest first, the unknown behind, and what is gone last', () => {
    expect(ids({ startPoint: fromHere })).toEqual(['near', 'far', 'nowhere', 'own', 'moved'])
  })

  it('lets the office of the chosen neighbourhood lead while its place is not known', () => {
    expect(ids({ startPoint: fromCompound })[0]).toBe('own')
  })

  it('takes a neighbourhood at its word about which office serves it', () => {
    const neighbourhoods = [{ id: 'willow', name: '柳园', officeId: 'nowhere', phone: null }]
    expect(ids({ startPoint: fromCompound }, { ...all, offices: [far, nowhere], neighbourhoods })[0]).toBe(
      'nowhere',
    )
  })

  it('keeps the order of the directory where nothing is known of the reader', () => {
    expect(ids({})).toEqual(['nowhere', 'far', 'own', 'near', 'moved'])
  })

  it('gives no distance from a compound whose own place is not known', () => {
    const startPoint: StartPoint = { kind: 'compound', compound: compound({ position: null }) }
    const places = arrangeOffices(all, { startPoint, need: '', kind: null })
    expect(places.map(({ distance }) => distance)).toEqual([null, null, null, null, null])
  })

  it('measures the straight line', () => {
    const [first] = arrangeOffices(all, { startPoint: fromHere, need: '', kind: null })
    expect(first?.distance).toBeGreaterThan(45)
    expect(first?.distance).toBeLessThan(50)
  })

  it('goes by minutes on foot where they are known, and by the straight line at their pace where not', () => {
    const between = office('between', { position: wgs84(121.41, 31.245) })
    const offices = { ...all, offices: [near, between, far] }
    const walkingTimes = (minutes: WalkingTimes['offices']): WalkingTimes => ({
      sentence: '',
      walker: 'wheelchair',
      offices: minutes,
      at: instant(0),
    })
    const order = (minutes: WalkingTimes['offices']) =>
      ids({ startPoint: fromHere, walkingTimes: walkingTimes(minutes) }, offices)
    // A river lies between: the nearest as the crow flies is the farthest on foot.
    expect(order({ near: 40, between: 20, far: 30 })).toEqual(['between', 'far', 'near'])
    // One minute for each, to the metre: the straight line decides.
    expect(order({ near: 6, between: 6, far: 6 })).toEqual(['near', 'between', 'far'])
    // Nobody has looked at the way to the second for wheels.
    expect(order({ near: 1, between: null, far: 30 })).toEqual(['near', 'between', 'far'])
    expect(order({ near: null })).toEqual(['near', 'between', 'far'])
  })

  it('shows one kind only when asked', () => {
    expect(ids({ kind: 'party-service' }, { ...all, offices: [near, station] })).toEqual(['station'])
  })
})

describe('nearestOffice', () => {
  it('prefers a living room to a nearer office of another kind', () => {
    expect(nearestOffice(directory({ offices: [station, near] }), fromHere)?.office.id).toBe('near')
  })

  it('takes another kind where there is no living room', () => {
    expect(nearestOffice(directory({ offices: [station] }), fromHere)?.office.id).toBe('station')
  })

  it('never names an office that is gone, or whose distance nobody knows', () => {
    expect(nearestOffice(directory({ offices: [moved, nowhere] }), fromHere)).toBeNull()
  })

  it('names none before the reader has said where home is', () => {
    expect(nearestOffice(all, { kind: 'none' })).toBeNull()
  })
})

const lift: Service = {
  id: 'lift',
  name: '加梯咨询',
  alsoCalled: ['加梯', '加装电梯', '装电梯'],
  description: '顾问团答疑',
}
const self: Service = { id: 'self', name: '一网通办自助', alsoCalled: ['自助'], description: null }
const searched = {
  services: [lift, self],
  neighbourhoods: [{ id: 'willow', name: '柳园', officeId: null, phone: null }],
}
const willow = office('柳园', { serviceIds: ['lift'], neighbourhoodId: 'willow', address: '杨柳路 8 号' })
const finds = (need: string) => handlesNeed(willow, need, searched)

describe('handlesNeed', () => {
  it('finds an office by any word that people use for what it handles', () => {
    expect(['加梯', '加装电梯', '装电梯', '加梯咨询'].map(finds)).toEqual([true, true, true, true])
  })

  it('finds a known word inside a longer question', () => {
    expect(finds('加装电梯怎么办')).toBe(true)
  })

  it('does not find what only another office handles', () => {
    expect(finds('自助')).toBe(false)
  })

  it('finds by name, neighbourhood and street, in any letter case', () => {
    expect(['柳园', '杨柳路', '8 号'].map(finds)).toEqual([true, true, true])
    expect(handlesNeed(office('a', { name: 'Willow House' }), 'willow', searched)).toBe(true)
  })

  it('wants every word of several', () => {
    expect(finds('杨柳路 加梯')).toBe(true)
    expect(finds('杨柳路，自助')).toBe(false)
  })

  it('keeps every office while nothing is typed', () => {
    expect(finds('  ')).toBe(true)
  })
})

import { randomUUID } from 'node:crypto'
import { loadPack } from '../../../cloud/pack/loading/load-pack'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import type { CompoundRow, FacilityContent, FacilityRow, KindRow } from '../../../core/contract/place'
import type { CirclePlaces } from '../../../core/contract/life-circle'
import { done } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { COMPOUND, openApi, OWN_OFFICE, PACK_FOLDER, type TestApi } from '../../support/api/test-api'

const START = '2026-11-22T01:00:00.000Z'

let api: TestApi
let editor: Person
beforeEach(async () => {
  api = await openApi({ frozenAt: START })
  editor = await admit(api.db, 'editor')
})
afterEach(async () => {
  expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
  await api.close()
})

const ask = (endpoint: string, input: object, who: Person = editor) =>
  api.call(endpoint, input, { token: who.token })
const list = (more: object = {}) =>
  done<{ facilities: FacilityRow[]; kinds: KindRow[]; verified: number; all: number; next: string | null }>(
    ask('place.facilities', { kindId: null, state: 'all', words: null, size: 50, after: null, ...more }),
  )
const circle = async (): Promise<CirclePlaces> => {
  const { places } = await done<{ places: { content: CirclePlaces | null } }>(
    api.call('lifeCircle.show', { streets: null, places: null }),
  )
  if (places.content === null) throw new Error('the life circle has no places')
  return places.content
}
const save = (facility: FacilityRow | null, change: Partial<FacilityContent>, more: object = {}) =>
  ask('place.saveFacility', {
    facilityId: facility?.facilityId ?? null,
    version: facility?.version ?? null,
    content: { ...facility?.content, ...change },
    isChecked: false,
    how: 'phone',
    isFarMeant: false,
    requestId: randomUUID(),
    ...more,
  })
const reload = async () => {
  const pack = await readPackFolder(PACK_FOLDER)
  await loadPack(api.db, { ...pack, notices: [] }, { report: () => undefined })
}

it('a facility is changed, checked as a whole and shown on the map, and the pack leaves it alone', async () => {
  const before = await list()
  const facility = before.facilities.find(({ check }) => check === null)
  if (facility === undefined) throw new Error('everything in the fixture was checked')
  await done(save(facility, { hours: '6:00-18:00' }, { isChecked: true, how: 'on_site' }))
  const after = await list()
  expect([after.verified, after.all]).toEqual([before.verified + 1, before.all])
  expect(after.facilities.find(({ facilityId }) => facilityId === facility.facilityId)).toMatchObject({
    version: facility.version + 1,
    check: { on: '2026-11-22', how: 'on_site', called: '王芳' },
  })
  await reload()
  expect((await circle()).facilities.find(({ id }) => id === facility.facilityId)).toMatchObject({
    hours: '6:00-18:00',
    verifiedOn: '2026-11-22',
  })
  expect(await save(facility, { hours: '8:00-18:00' })).toMatchObject({
    refusal: 'place_changed',
    detail: { called: '王芳', version: facility.version + 1, content: { hours: '6:00-18:00' } },
  })
})

it('a new facility stands at the end, and one that was removed never comes back by loading', async () => {
  const [first] = (await list()).facilities
  if (first === undefined) throw new Error('the fixture has no facilities')
  const made = await done<{ facilityId: string }>(save(null, { ...first.content, name: '虚构新菜场' }))
  expect((await list()).facilities.at(-1)).toMatchObject({ facilityId: made.facilityId })
  const { facilityId, version } = first
  await done(ask('place.removeFacility', { facilityId, version, requestId: randomUUID() }))
  await reload()
  const ids = (await circle()).facilities.map(({ id }) => id)
  expect([ids.includes(facilityId), ids.includes(made.facilityId)]).toEqual([false, true])
  expect(await ask('place.facility', { facilityId })).toMatchObject({ refusal: 'facility_not_found' })
})

it('a kind is complete because somebody said so', async () => {
  const kind = (await list()).kinds.find(({ complete }) => !complete)
  if (kind === undefined) throw new Error('every kind of the fixture is complete')
  const { kindId, version } = kind
  const mark = () =>
    ask('place.markComplete', { kindId, version, complete: true, how: 'document', requestId: randomUUID() })
  await done(mark())
  expect((await circle()).kinds.find(({ id }) => id === kindId)).toMatchObject({ complete: true })
  expect((await list()).kinds.find((one) => one.kindId === kindId)).toMatchObject({
    check: { on: '2026-11-22', how: 'document', called: '王芳' },
  })
  expect(await mark()).toMatchObject({ refusal: 'place_changed' })
})

it('a compound is put into its neighbourhood and is a guess no more', async () => {
  const { compound } = await done<{ compound: CompoundRow }>(ask('place.compound', { compoundId: COMPOUND }))
  const write = (change: object, version = compound.version) =>
    ask('place.saveCompound', {
      compoundId: COMPOUND,
      version,
      content: { ...compound.content, position: [120.12, 30.21], ...change },
      isChecked: true,
      how: 'phone',
      isFarMeant: false,
      requestId: randomUUID(),
    })
  const others = await done<{ compounds: CompoundRow[] }>(
    ask('place.compounds', { state: 'all', words: null, size: 50, after: null }),
  )
  const taken = others.compounds.find(({ compoundId }) => compoundId !== COMPOUND)?.content.name
  expect(await write({ name: taken })).toMatchObject({ refusal: 'name_taken' })
  expect(await write({ neighbourhoodId: 'nowhere' })).toMatchObject({ refusal: 'neighbourhood_not_found' })
  await done(write({ gridContact: '第一微网格 社工' }))
  const shown = await done<{ compounds: readonly { id: string }[] }>(api.call('compound.list', {}))
  expect(shown.compounds.find(({ id }) => id === COMPOUND)).toMatchObject({
    gridContact: '第一微网格 社工',
    positionVerified: true,
    neighbourhoodVerified: true,
  })
  expect(await write({})).toMatchObject({ refusal: 'place_changed' })
  const { version } = (await done<{ compound: CompoundRow }>(ask('place.compound', { compoundId: COMPOUND })))
    .compound
  await done(write({ neighbourhoodId: null }, version))
  const open = await done<{ compounds: readonly { id: string }[] }>(api.call('compound.list', {}))
  expect(open.compounds.find(({ id }) => id === COMPOUND)).toMatchObject({
    neighbourhoodId: null,
    positionVerified: true,
    neighbourhoodVerified: false,
  })
})

it('facilities and compounds are the 街道’s: an office may not write them', async () => {
  const clerk = await admit(api.db, 'office', OWN_OFFICE)
  for (const [endpoint, input] of [
    ['place.facilities', { kindId: null, state: 'all', words: null, size: 50, after: null }],
    ['place.compound', { compoundId: COMPOUND }],
  ] as const)
    expect(await ask(endpoint, input, clerk)).toMatchObject({ fault: 'forbidden' })
})

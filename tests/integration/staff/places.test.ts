import { randomUUID } from 'node:crypto'
import type { PlaceRow, PlaceView, UnverifiedPlaces } from '../../../core/contract/place'
import type { OfficeContent } from '../../../core/domain/office/checked'
import type { Office } from '../../../core/domain/office/office'
import { loadPack } from '../../../cloud/pack/loading/load-pack'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import { done } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { openApi, OTHER_OFFICE, OWN_OFFICE, PACK_FOLDER, type TestApi } from '../../support/api/test-api'

const START = '2026-11-22T01:00:00.000Z'
/** Of the fixture: checked by nobody of the staff. */
const UNCHECKED = 'qingshi-hall'

let api: TestApi
let editor: Person
let clerk: Person
beforeEach(async () => {
  api = await openApi({ frozenAt: START })
  editor = await admit(api.db, 'editor')
  clerk = await admit(api.db, 'office', OWN_OFFICE)
})
afterEach(async () => {
  expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
  await api.close()
})

const view = (who: Person, officeId: string) =>
  done<PlaceView>(api.call('place.show', { officeId }, { token: who.token }))
const list = (who: Person, more: object = {}) =>
  done<{ places: PlaceRow[]; verified: number; all: number; next: string | null }>(
    api.call(
      'place.list',
      { kind: null, state: 'all', words: null, size: 50, after: null, ...more },
      { token: who.token },
    ),
  )
const shown = async (officeId: string): Promise<Office> =>
  (await done<{ office: Office }>(api.call('office.show', { officeId }))).office

async function save(who: Person, officeId: string, change: Partial<OfficeContent>, more: object = {}) {
  const { version, content } = await view(editor, officeId)
  return api.call(
    'place.save',
    {
      officeId,
      version,
      content: { ...content, ...change },
      checked: [],
      how: 'phone',
      isFarMeant: false,
      requestId: randomUUID(),
      ...more,
    },
    { token: who.token },
  )
}

const WEEK = [[[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [], []] as const

describe('an office on the desk', () => {
  it('is read by residents as it was saved, and the pack leaves it alone from then on', async () => {
    const { content } = await view(clerk, OWN_OFFICE)
    const [main] = content.zones.filter((zone) => zone.main)
    const zones = content.zones.map((zone) => (zone === main ? { ...zone, weekly: WEEK } : zone))
    expect(await save(clerk, OWN_OFFICE, { phone: '0571-55559999', zones })).toMatchObject({ ok: true })
    const office = await shown(OWN_OFFICE)
    expect(office.phone).toBe('0571-55559999')
    expect(office.zones.find((zone) => zone.main)?.weekly).toEqual(WEEK)
    expect(office.zones.find((zone) => zone.main)?.exceptions).toHaveLength(2)
    const pack = await readPackFolder(PACK_FOLDER)
    await loadPack(api.db, { ...pack, notices: [] }, { report: () => undefined })
    expect(await shown(OWN_OFFICE)).toEqual(office)
  })

  it('says of each fact who checked it, when and how: what changed, and what somebody said is right', async () => {
    const [door] = (await view(editor, UNCHECKED)).content.entrances
    expect(door).toBeDefined()
    await done(save(editor, UNCHECKED, { phone: '0571-55550188' }, { checked: ['hours'], how: 'on_site' }))
    const { checks } = await view(editor, UNCHECKED)
    expect(checks.filter(({ how }) => how !== null)).toEqual([
      { fact: 'hours', on: '2026-11-22', how: 'on_site', called: '王芳' },
      { fact: 'phone', on: '2026-11-22', how: 'on_site', called: '王芳' },
    ])
    expect(await save(editor, UNCHECKED, { phone: null }, { checked: ['phone'] })).toMatchObject({
      refusal: 'nothing_to_check',
      detail: { fact: 'phone' },
    })
    await done(save(editor, UNCHECKED, { phone: null }))
    expect((await view(editor, UNCHECKED)).checks.map(({ fact }) => fact)).not.toContain('phone')
  })

  it('counts as verified when all that is needed was checked, and residents read the oldest day', async () => {
    const before = await list(editor)
    const row = before.places.find(({ verifiedOn, status }) => verifiedOn === null && status === 'open')
    if (row === undefined) throw new Error('everything in the fixture is verified')
    const { content } = await view(editor, row.officeId)
    const zones = content.zones.map((zone) =>
      zone.main ? { ...zone, weekly: WEEK, alwaysOpen: false } : zone,
    )
    const door = {
      id: 'door',
      name: '正门',
      position: null,
      stepFree: 'yes',
      ramp: 'no',
      lift: 'unverified',
      accessibleToilet: 'unverified',
      hearingLoop: 'unverified',
      doorWidthCm: 90,
    } as const
    await done(
      save(
        editor,
        row.officeId,
        {
          zones,
          entrances: [door],
          phone: '0571-55550107',
          position: [120.12, 30.21] as unknown as OfficeContent['position'],
        },
        { checked: ['position', 'hours', 'access', 'phone'], how: 'on_site' },
      ),
    )
    const after = await list(editor)
    expect([after.verified, after.all]).toEqual([before.verified + 1, before.all])
    const office = await shown(row.officeId)
    expect(office).toMatchObject({ positionVerified: true, verifiedOn: '2026-11-22' })
    expect(office.entrances).toMatchObject([{ stepFree: 'yes', verifiedOn: '2026-11-22' }])
    const unverified = await list(editor, { state: 'unverified' })
    expect(unverified.places.map(({ officeId }) => officeId)).not.toContain(row.officeId)
  })

  it('refuses whoever saw an older version, with who changed it to what', async () => {
    const { version, content } = await view(clerk, OWN_OFFICE)
    await done(save(editor, OWN_OFFICE, { landmark: '邮局隔壁' }))
    const late = await save(clerk, OWN_OFFICE, { ...content, phone: '0571-55559999' }, { version })
    expect(late).toMatchObject({
      refusal: 'place_changed',
      detail: { called: '王芳', version: version + 1, content: { landmark: '邮局隔壁' } },
    })
    expect((await shown(OWN_OFFICE)).phone).toBe(content.phone)
  })

  it('is its own staff’s to write, but for what it is called and whether it is open', async () => {
    expect(await save(clerk, OTHER_OFFICE, { landmark: '邮局隔壁' })).toMatchObject({
      refusal: 'not_own_office',
    })
    expect(await save(clerk, OWN_OFFICE, { name: '别的会客厅' })).toMatchObject({ refusal: 'only_editors' })
    expect(await save(editor, OWN_OFFICE, { name: '梧桐里新会客厅' })).toMatchObject({ ok: true })
    expect((await list(clerk)).places.map(({ officeId }) => officeId)).toEqual([OWN_OFFICE])
  })

  it('stands outside the 街道 only where that is meant, and nothing refers to what is not there', async () => {
    const position = [121.4, 31.24] as unknown as OfficeContent['position']
    expect(await save(clerk, OWN_OFFICE, { position })).toMatchObject({ refusal: 'position_far' })
    expect(await save(clerk, OWN_OFFICE, { position }, { isFarMeant: true })).toMatchObject({ ok: true })
    expect(await save(editor, OWN_OFFICE, { neighbourhoodId: 'nowhere' })).toMatchObject({
      refusal: 'neighbourhood_not_found',
    })
    expect(await save(editor, OWN_OFFICE, { serviceIds: ['nothing'] })).toMatchObject({
      refusal: 'service_not_found',
    })
    expect(await save(editor, OWN_OFFICE, { status: 'open', successorId: OTHER_OFFICE })).toMatchObject({
      refusal: 'successor_wrong',
    })
  })

  it('counts what nobody checked and what residents say is wrong, as many as the lists have lines', async () => {
    const reporter = await admit(api.db)
    const report = (facilityId: string, reason: string, note: string | null) =>
      done(
        api.call(
          'lifeCircle.report',
          { facilityId, reason, note, requestId: randomUUID() },
          { token: reporter.token },
        ),
      )
    const facilities = async (state: string) =>
      (
        await done<{ facilities: { facilityId: string }[]; all: number }>(
          api.call(
            'place.facilities',
            { kindId: null, state, words: null, size: 200, after: null },
            { token: editor.token },
          ),
        )
      ).facilities
    const counts = async (who: Person) =>
      (await done<{ lists: UnverifiedPlaces[] }>(api.call('place.unverified', {}, { token: who.token })))
        .lists
    const [facility] = await facilities('all')
    if (facility === undefined) throw new Error('the fixture has no facility')
    await report(OWN_OFFICE, 'hours', '周日不开')
    await report(OWN_OFFICE, 'access', null)
    await report(OTHER_OFFICE, 'moved', null)
    await report(facility.facilityId, 'closed', null)
    const all = (await list(editor)).places.filter(({ status }) => status === 'open')
    expect(await counts(editor)).toEqual([
      {
        list: 'offices',
        all: all.length,
        unverified: (await list(editor, { state: 'unverified' })).places.length,
        reported: 2,
      },
      {
        list: 'facilities',
        all: (await facilities('all')).length,
        unverified: (await facilities('unverified')).length,
        reported: 1,
      },
    ])
    expect(await counts(clerk)).toMatchObject([{ list: 'offices', all: 1, reported: 1 }])
    const [reported] = (await list(clerk, { state: 'reported' })).places
    expect(reported).toMatchObject({
      officeId: OWN_OFFICE,
      reports: expect.arrayContaining([
        { reason: 'hours', note: '周日不开' },
        { reason: 'access', note: null },
      ]) as unknown,
    })
    expect(await facilities('reported')).toMatchObject([{ reports: [{ reason: 'closed', note: null }] }])
    const { reports } = await done<{ reports: { reportId: string; facilityId: string }[] }>(
      api.call('lifeCircle.reports', {}, { token: editor.token }),
    )
    const about = reports.find(({ facilityId }) => facilityId === facility.facilityId)
    await done(
      api.call(
        'lifeCircle.handleReport',
        { reportId: about?.reportId, handled: true, requestId: randomUUID() },
        { token: editor.token },
      ),
    )
    expect(await facilities('reported')).toEqual([])
  })

  it('lists pages, kinds and words', async () => {
    const all = (await list(editor)).places
    const [first, second] = all
    expect((await list(editor, { words: first?.name })).places).toEqual([first])
    const kind = second?.kind
    expect((await list(editor, { kind })).places).toEqual(all.filter((row) => row.kind === kind))
    expect((await list(editor, { after: first?.officeId })).places).toEqual(all.slice(1))
  })
})

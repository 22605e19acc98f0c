import { randomUUID } from 'node:crypto'
import { openApi, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'

let api: TestApi
let resident: Person
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  resident = await admit(api.db)
})

const call = (endpoint: string, input: object = {}) => api.call(endpoint, input, { token: resident.token })
const choose = (compoundId: string | null) =>
  call('me.chooseCompound', { compoundId, requestId: randomUUID() })

describe('me.chooseCompound', () => {
  it('remembers the compound, and forgets it on request', async () => {
    expect(await choose('wutong-east')).toEqual({ ok: true, value: { compoundId: 'wutong-east' } })
    expect(await call('me.show')).toMatchObject({ value: { compoundId: 'wutong-east' } })
    expect(await choose(null)).toEqual({ ok: true, value: { compoundId: null } })
    expect(await call('me.show')).toMatchObject({ value: { compoundId: null } })
  })

  it('refuses a compound that is not there, and keeps the one before', async () => {
    await choose('wutong-east')
    expect(await choose('nowhere')).toEqual({ ok: false, refusal: 'compound_not_found' })
    expect(await call('me.show')).toMatchObject({ value: { compoundId: 'wutong-east' } })
  })

  it('is about the caller alone', async () => {
    const neighbour = await admit(api.db)
    await choose('wutong-east')
    expect(await api.call('me.show', {}, { token: neighbour.token })).toMatchObject({
      value: { compoundId: null },
    })
  })

  it('takes every compound that compound.list offers', async () => {
    const listed = (await api.call('compound.list')) as { value: { compounds: { id: string }[] } }
    expect(listed.value.compounds).toHaveLength(8)
    for (const { id } of listed.value.compounds) expect(await choose(id)).toMatchObject({ ok: true })
  })
})

describe('home.show', () => {
  it('tells who runs this, in the words of the data pack', async () => {
    expect(await call('home.show')).toMatchObject({
      value: {
        subdistrict: {
          name: '云溪街道',
          appName: '云溪会客厅',
          phone: '0571-55550100',
          hotline: '12345',
          closingSoonMinutes: 30,
        },
      },
    })
  })
})

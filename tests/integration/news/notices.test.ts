import type { Output } from '../../../core/contract'
import type { HomeContent } from '../../../core/contract/home'
import { loadPackFolder } from '../../../cloud/pack/load-folder'
import { PACK_FOLDER, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { pairScreen } from '../../support/activities/codes'
import { act, done, openHall, setNow } from '../../support/activities/activities'

let api: TestApi
let editor: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
})
afterEach(() => api.close())

const onHome = async () => (await done<HomeContent>(api.call('home.show', {}))).notices
const titles = async () => (await onHome()).map(({ title }) => title)
const input = {
  title: '今晚停水',
  text: '梧桐路 22 点到明早 6 点停水，请先存一点。',
  until: '2026-11-23T06:00:00+08:00',
}
const publish = (who: Person, more: object = {}) => act(api, 'notice.publish', who, { ...input, ...more })

describe('an urgent notice of the pack', () => {
  it.each([
    ['2026-11-24T21:59:59.999Z', []],
    ['2026-11-24T22:00:00.000Z', ['芦岸桥封路']],
    ['2026-11-25T09:59:59.999Z', ['芦岸桥封路']],
    ['2026-11-25T10:00:00.000Z', []],
  ])('at %s stands on home: %j', async (instant, expected) => {
    await setNow(api, instant)
    expect(await titles()).toEqual(expected)
  })

  it('that staff withdrew stays withdrawn when the pack is loaded again', async () => {
    await setNow(api, '2026-11-25T01:00:00.000Z')
    await done(act(api, 'notice.withdraw', editor, { noticeId: 'reed-bridge' }))
    expect(await titles()).toEqual([])
    await api.db.deleteFrom('pack_load').execute()
    await loadPackFolder(api.db, PACK_FOLDER)
    expect(await titles()).toEqual([])
  })
})

describe('an urgent notice of the staff', () => {
  it('is on home at once, above the older one, and gone at its end', async () => {
    await setNow(api, '2026-11-25T01:00:00.000Z')
    await done(publish(editor, { until: '2026-11-25T12:00:00+08:00' }))
    expect(await onHome()).toMatchObject([
      { title: '今晚停水', text: input.text, until: '2026-11-25T04:00:00.000Z' },
      { title: '芦岸桥封路' },
    ])
    await setNow(api, '2026-11-25T03:59:59.999Z')
    expect(await titles()).toContain('今晚停水')
    await setNow(api, '2026-11-25T04:00:00.000Z')
    expect(await titles()).toEqual(['芦岸桥封路'])
  })

  it('is refused where it has ended, or would stand for months', async () => {
    expect(await publish(editor, { until: '2026-11-22T01:00:00Z' })).toMatchObject({ refusal: 'until_past' })
    expect(await publish(editor, { until: '2027-01-22T01:00:00Z' })).toMatchObject({
      refusal: 'until_too_far',
      detail: { days: 30 },
    })
    expect(await titles()).toEqual([])
  })

  it('is published and withdrawn by editors and admins only, with who did it kept', async () => {
    for (const role of ['office', 'scanner'] as const) {
      expect(await publish(await admit(api.db, role))).toMatchObject({ fault: 'forbidden' })
    }
    const { noticeId } = await done<Output<'notice.publish'>>(publish(editor))
    const admin = await admit(api.db, 'admin')
    await done(act(api, 'notice.withdraw', admin, { noticeId }))
    await done(act(api, 'notice.withdraw', admin, { noticeId }))
    expect(await titles()).toEqual([])
    const kept = await api.db
      .selectFrom('notice_history')
      .select(['act', 'by_resident'])
      .orderBy('id')
      .execute()
    expect(kept).toEqual([
      { act: 'published', by_resident: editor.residentId },
      { act: 'withdrawn', by_resident: admin.residentId },
    ])
    const { notices } = await done<Output<'notice.list'>>(api.call('notice.list', {}, { token: admin.token }))
    expect(notices.find(({ id }) => id === noticeId)).toMatchObject({
      withdrawnAt: '2026-11-22T01:00:00.000Z',
    })
  })

  it('stands on the wall screen as on home, the latest alone, and is gone at its end', async () => {
    await setNow(api, '2026-11-25T01:00:00.000Z')
    const { screenId } = await pairScreen(api, await admit(api.db, 'admin'))
    const onWall = async () =>
      (await done<Output<'screen.show'>>(api.call('screen.show', { screenId }))).notice
    expect(await onWall()).toMatchObject({ title: '芦岸桥封路' })
    await done(publish(editor, { until: '2026-11-25T12:00:00+08:00' }))
    await setNow(api, '2026-11-25T02:00:00.000Z')
    expect(await onWall()).toMatchObject({ title: '今晚停水', until: '2026-11-25T04:00:00.000Z' })
    await setNow(api, '2026-11-25T10:00:00.000Z')
    expect(await onWall()).toBeNull()
  })

  it('that is not there cannot be withdrawn', async () => {
    expect(await act(api, 'notice.withdraw', editor, { noticeId: 'nobody' })).toMatchObject({
      refusal: 'notice_not_found',
    })
  })

  it('is published once, however often its request arrives', async () => {
    const requestId = '123e4567-e89b-42d3-a456-426614174000'
    await Promise.all([publish(editor, { requestId }), publish(editor, { requestId })])
    expect(await titles()).toEqual(['今晚停水'])
  })
})

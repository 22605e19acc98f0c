import type { Output } from '../../../../core/contract'
import type { ContentIn } from '../../../../core/contract/versioned'
import type { TestApi } from '../../../support/api/test-api'
import { admit } from '../../../support/api/people'
import { act, done, makeActivity, openHall, setNow } from '../../../support/activities/activities'

let api: TestApi
beforeEach(async () => {
  api = await openHall()
})
afterEach(() => api.close())

const show = () => done<ContentIn<Output<'home.show'>>>(api.call('home.show', {}))
const titles = async () => (await show()).activities.map(({ title }) => title)

describe('the activities of the first screen', () => {
  it('are the next few of the coming seven days, without workshops and drafts', async () => {
    expect(await titles()).toEqual(['剪纸课', '芦岸市集'])
    await makeActivity(api.db, {
      title: '草稿',
      status: 'draft',
      starts_at: new Date('2026-11-23T01:00:00Z'),
    })
    await makeActivity(api.db, { title: '理发', starts_at: new Date('2026-11-22T00:00:00Z') })
    await makeActivity(api.db, { title: '读报', starts_at: new Date('2026-11-27T08:00:00Z') })
    expect(await titles()).toEqual(['理发', '剪纸课', '读报'])
  })

  it('are left out once they have ended', async () => {
    await setNow(api, '2026-11-28T07:00:00Z')
    expect((await show()).activities.map(({ id }) => id)).toEqual(['reed-market-20261205'])
  })

  it('say what changed, and where to go now, as the list and the market’s own workshops do', async () => {
    const editor = await admit(api.db, 'editor')
    const input = {
      activityId: 'reed-market-20261128',
      kind: 'indoors',
      place: '综合服务中心',
      startsAt: null,
    }
    await done(act(api, 'activity.change', editor, input))
    const changed = { change: 'indoors', place: '综合服务中心' }
    const market = (await show()).activities.find(({ id }) => id === input.activityId)
    expect(market).toMatchObject(changed)
    const list = { span: null, place: null, topic: null, age: null, hasPlaces: false }
    const { activities } = await done<ContentIn<Output<'activity.list'>>>(api.call('activity.list', list))
    const { announced, servicePhone, ...line } = market!
    expect(activities.find(({ id }) => id === input.activityId)).toEqual(line)
    const shown = await done<Output<'activity.show'>>(
      api.call('activity.show', { activityId: input.activityId }),
    )
    expect([announced, servicePhone]).toEqual([shown.change, shown.amenities.servicePhone])
    expect(await done(api.call('activity.show', { activityId: input.activityId }))).toMatchObject({
      place: '芦岸公园',
      workshops: [changed],
    })
  })
})

import type { House } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import { act, done, makeActivity, openHall } from './support/hall'

let house: House
let editor: Person
beforeEach(async () => {
  house = await openHall()
  editor = await admit(house.db, 'editor')
})
afterEach(() => house.close())

describe('stalls', () => {
  const MARKET = 'reed-market-20261128'
  const apply = (who: Person) =>
    act(house, 'stall.apply', who, { activityId: MARKET, kind: '手作', offer: '竹编小篮' })

  it('go to one applicant each, one each, and are free again when given back', async () => {
    const [one, other] = [await admit(house.db), await admit(house.db)]
    const first = await done<{ applicationId: string }>(apply(one))
    expect(await apply(one)).toEqual({ ok: false, refusal: 'already_applied' })
    const next = await done<{ applicationId: string }>(apply(other))
    const { stalls } = await done<{ stalls: { stallId: string; number: string; name: string | null }[] }>(
      house.call('stall.list', { activityId: MARKET }, { token: editor.token }),
    )
    expect(stalls.map(({ number }) => number)).toEqual(['A1', '1', '2', '10'])
    const stallId = stalls.find(({ number }) => number === '2')?.stallId
    const replies = await Promise.all(
      [first, next].map(({ applicationId }) =>
        act(house, 'stall.assign', editor, { applicationId, stallId }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refusal: 'stall_taken' })
    const [winner, loser] = replies[0]?.ok ? [{ ...first, who: one }, next] : [{ ...next, who: other }, first]
    expect(await house.call('activity.show', { activityId: MARKET })).toMatchObject({
      value: {
        stalls: expect.arrayContaining([
          expect.objectContaining({ number: '2', name: '竹编小篮' }),
        ]) as unknown,
      },
    })
    await done(act(house, 'stall.withdraw', winner.who, { applicationId: winner.applicationId }))
    await done(act(house, 'stall.assign', editor, { applicationId: loser.applicationId, stallId }))
    await done(act(house, 'stall.decline', editor, { applicationId: loser.applicationId }))
    const mine = await done(house.call('stall.mine', { activityId: MARKET }, { token: winner.who.token }))
    expect(mine).toMatchObject({ applications: [{ state: 'withdrawn', stallId: null }] })
  })

  it('are not to be had where there are none', async () => {
    const activityId = await makeActivity(house.db)
    expect(await act(house, 'stall.apply', editor, { activityId, kind: '手作', offer: '竹编' })).toEqual({
      ok: false,
      refusal: 'no_stalls_here',
    })
  })
})

import { runJobs } from '../../../cloud/jobs/run'
import { openApi, type TestApi } from '../../support/api/test-api'
import { admit, givePost } from '../../support/api/people'
import { act, done, setNow } from '../../support/activities/activities'

const START = '2026-11-22T01:00:00.000Z'
const DUE = '2026-11-29T01:00:00.000Z'

let api: TestApi
beforeEach(async () => {
  api = await openApi({ frozenAt: START })
})
afterEach(() => api.close())

const jobDid = async (job: string) => (await runJobs(api.served)).find(({ name }) => name === job)?.done

describe('erasing the last admin', () => {
  it('is refused when it is asked for', async () => {
    const admin = await admit(api.db, 'admin')
    expect(await act(api, 'me.requestErasure', admin, {})).toMatchObject({ refusal: 'last_admin' })
    expect(await api.call('me.show', {}, { token: admin.token })).toMatchObject({
      value: { eraseAfter: null },
    })
  })

  it('waits where two admins asked, until there is another one', async () => {
    const [one, two] = [await admit(api.db, 'admin'), await admit(api.db, 'admin')]
    await done(act(api, 'me.requestErasure', one, {}))
    await done(act(api, 'me.requestErasure', two, {}))
    await setNow(api, DUE)
    expect(await jobDid('erase-due-residents')).toBe(1)
    expect(await jobDid('erase-due-residents')).toBe(0)
    const third = await admit(api.db)
    await givePost(api.db, third.residentId, 'admin')
    expect(await jobDid('erase-due-residents')).toBe(1)
  })
})

describe('jobs forget', () => {
  it('invitations that came to nothing 30 days after they ran out, and wrong codes after ten minutes', async () => {
    const admin = await admit(api.db, 'admin')
    const invitation = {
      called: '王芳',
      role: 'editor',
      officeIds: [],
      activityIds: [],
      mayReadLog: false,
      endsOn: null,
    }
    const invite = { invitations: [invitation] }
    await done(api.call('staff.invite', invite, { token: admin.token }))
    await api.call('staff.openInvitation', { code: 'AAAA-AAAA' }, { token: admin.token })
    await setNow(api, '2026-11-22T01:09:59.000Z')
    expect(await jobDid('prune-wrong-codes')).toBe(0)
    await setNow(api, '2026-11-22T01:10:01.000Z')
    expect(await jobDid('prune-wrong-codes')).toBe(1)
    await setNow(api, '2026-12-29T00:59:59.000Z')
    expect(await jobDid('prune-invitations')).toBe(0)
    await setNow(api, '2026-12-29T01:00:01.000Z')
    expect(await jobDid('prune-invitations')).toBe(1)
  })
})

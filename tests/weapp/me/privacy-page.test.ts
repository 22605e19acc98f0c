import { runJobs } from '../../../cloud/jobs/run'
import { makeActivity } from '../../support/activities/activities'
import { isCallOf, register, requestIds } from '../../support/mini-program/registering'
import { isStored, livingResidents } from '../../support/mini-program/residents'
import { WAYS } from '../../support/mini-program/builds'

const residents = livingResidents({ isDemo: true })
const PRIVACY = '/me/pages/privacy/index'
/** A Tuesday at 10:00, and seven days later. */
const AHEAD = '周二 12月1日 10:00 删掉您的全部记录'
const NOTE = '周二 12月1日 10:00 删掉您的记录'
const db = () => residents.backend().api.db

/** The clock of phone and backend, on from that Tuesday. */
async function setNow(instant: string): Promise<void> {
  await residents.backend().api.call('demo.setNow', { instant })
}
beforeEach(() => setNow('2026-11-24T10:00:00+08:00'))

describe.each(WAYS)('我的记录和隐私, by %s', (way) => {
  it('lists what somebody left here, and lets the yes to messages be taken back', async () => {
    const phone = residents.phone()
    // Only that build knows WeChat’s templates, so that somebody can have agreed.
    await register(residents, phone, await makeActivity(db()), undefined, 'request')
    const app = await residents.open({ phone, url: PRIVACY, way })
    await app.sees('报名 1 次')
    await app.sees('微信通知 2 条可发')
    expect(app.all(/^家人/)).toEqual([])
    await app.tap({ role: 'button', label: '收回：活动前一天，发微信提醒' })
    await app.sees('微信通知 1 条可发')
    expect(app.record.privateCalls).toEqual([])
  })

  it('erases after seven days, and until then one tap on any page leads to where one can stay', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: PRIVACY, way })
    await app.tap('我要全部删掉')
    await app.sees('先等 7 天，到周二 12月1日 10:00 才删。这 7 天里一切照常，随时能点“不删了”。')
    await app.tap('7 天后删掉')
    await app.sees(AHEAD)
    await app.close()

    const later = await residents.open({ phone, way })
    await later.tap(NOTE)
    await later.sees(AHEAD)
    await later.tap('不删了')
    await later.sees('好的，都留着。')
    expect(later.all(AHEAD)).toEqual([])
    await later.back()
    expect(later.all(NOTE)).toEqual([])
  })

  it('asks once, also when the answer gets lost, and says that nothing is sure', async () => {
    const app = await residents.open({ url: PRIVACY, way })
    await app.tap('我要全部删掉')
    const found = app.phone.network.loseAnswers(isCallOf('me.requestErasure'))
    await app.tap('7 天后删掉')
    await app.sees('还没送到，什么都没有变。网好了再点一次。')
    found()
    await app.tap('7 天后删掉')
    await app.sees(AHEAD)
    expect(requestIds(app, 'me.requestErasure')).toHaveLength(1)
  })
})

it('a phone that signs in anew is told of the erasure that another one asked for', async () => {
  const first = residents.phone()
  const app = await residents.open({ phone: first, url: PRIVACY, way: 'request' })
  await app.tap('我要全部删掉')
  await app.tap('7 天后删掉')
  await app.sees(AHEAD)
  const second = residents.phone({ outside: first.outside })
  const there = await residents.open({ phone: second, url: '/me/pages/family/index', way: 'request' })
  await there.sees(NOTE)
})

it('after the seventh day nothing is left, and the phone is a stranger’s', async () => {
  const phone = residents.phone()
  const activityId = await makeActivity(db(), {
    starts_at: new Date('2026-12-20T01:00:00Z'),
    ends_at: new Date('2026-12-20T03:00:00Z'),
  })
  // WeChat runs the mini-program once on a phone: an earlier run would go on writing what it shows.
  const before = await register(residents, phone, activityId)
  await before.until('the number is stored', () => isStored(phone, 'registration.mine'))
  await before.close()
  phone.storage.write('searched-1', JSON.stringify(['加梯']))
  phone.storage.write('walker-1', JSON.stringify('wheelchair'))
  const app = await residents.open({ phone, url: PRIVACY })
  await app.tap('我要全部删掉')
  await app.tap('7 天后删掉')
  await app.sees(AHEAD)
  // What can be made anew goes at once; what only this phone knows is used until the end.
  expect(phone.storage.keys()).not.toContain('searched-1')
  expect(phone.storage.keys()).toContain('walker-1')
  await app.close()
  await setNow('2026-12-01T10:00:00+08:00')
  await runJobs(db())
  phone.clock = Date.parse('2026-12-01T10:01:00+08:00')
  const later = await residents.open({ phone, url: PRIVACY })
  await later.sees('您的微信身份 1 个')
  expect(later.all(/^报名/)).toEqual([])
  expect(later.all(NOTE)).toEqual([])
  expect(phone.storage.keys()).not.toContain('walker-1')
  expect(isStored(phone, 'registration.mine')).toBe(false)
})

describe('the export', () => {
  it('is read as a page and sent to oneself as a file, which does not stay on the phone', async () => {
    const phone = residents.phone()
    await register(residents, phone, await makeActivity(db(), { title: '中国结手作' }))
    const app = await residents.open({ phone, url: PRIVACY })
    await app.tap('看我的全部记录')
    await app.sees('中国结手作')
    await app.tap('存成文件，发给自己')
    expect(phone.sentFiles.map(({ name }) => name)).toEqual(['我的会客厅记录-2026-11-24.json'])
    const sent = JSON.parse(phone.sentFiles[0]?.text ?? '') as { tables: Record<string, unknown[]> }
    expect(sent.tables['registration']).toHaveLength(1)
    expect([...phone.files.keys()]).toEqual([])
    expect(app.record.privateCalls).toEqual([])
  })

  it.each([
    ['cancels', { sharing: 'cancels' }, false],
    ['has a WeChat that cannot', { sharing: 'refuses' }, true],
    ['has WeChat on a PC, without that interface', { sharing: 'missing' }, true],
    ['has no room left', { isFull: true }, true],
  ] as const)('of somebody who %s leaves nothing behind', async (_, given, isTold) => {
    const phone = residents.phone(given)
    const app = await residents.open({ phone, url: '/me/pages/export/index' })
    await app.tap('存成文件，发给自己')
    expect(app.all('没有存成。请再点一次；还不行，可以截屏。')).toHaveLength(isTold ? 1 : 0)
    expect(phone.sentFiles).toEqual([])
    expect([...phone.files.keys()]).toEqual([])
  })
})

import { done } from '../../support/activities/activities'
import { OWN_OFFICE } from '../../support/api/test-api'
import { isCallOf } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'
import { hallOf, WAY } from './hall'

const residents = livingResidents()
const hall = hallOf(residents)
const api = () => residents.backend().api
const SCREENS = '/staff/pages/screens/index'

interface Waiting {
  readonly secret: string
  readonly pairingId: string
  readonly digits: string
}
const newScreen = () => done<Waiting>(api().call('screen.startPairing', {}))
const stateOf = async ({ secret }: Waiting) =>
  (await done<{ state: string }>(api().call('screen.collectKey', { secret }))).state
const linkOf = ({ pairingId }: Waiting) => `https://caoyang.example/c/pair.${pairingId}`

describe('staff with a new wall screen', () => {
  it('scans it, types its two digits, sees that it is there, and takes it out of use', async () => {
    const screen = await newScreen()
    const app = await hall.open(await hall.staffPhone('office'), SCREENS)
    await app.sees('梧桐里百姓会客厅')
    await app.sees('还没有配对过大屏。')
    app.phone.codeInSight = linkOf(screen)
    await app.tap('扫大屏上的码')
    const wrong = screen.digits === '00' ? '01' : '00'
    await app.type({ tag: 'input' }, wrong)
    await app.tap('配对')
    await app.sees('两位数字不对，还能试 2 次。请看清大屏再输。')
    await app.type({ tag: 'input' }, screen.digits)
    await app.tap('配对')
    await app.sees('配对好了，大屏马上换成打卡码。')
    expect(await stateOf(screen)).toBe('paired')
    await app.sees('还没有上线')
    const { screenId } = await done<{ screenId: string }>(
      api().call('screen.collectKey', { secret: screen.secret }),
    )
    await done(api().call('screen.show', { screenId }))

    const later = await hall.open(app.phone, SCREENS)
    await later.sees('在线')
    await later.tap({ role: 'button', label: `停用大屏 ${screenId.slice(-4)}` })
    await later.sees(`大屏 ${screenId.slice(-4)}：停用后，它的码马上不能打卡，要用得重新配对。`)
    await later.tap({ className: 'button--primary', text: '停用' })
    await later.sees('还没有配对过大屏。')
    expect(await api().call('screen.show', { screenId })).toMatchObject({ refusal: 'revoked_screen' })
  })

  it('comes to it from WeChat’s own scanner, with the code in hand', async () => {
    const screen = await newScreen()
    const url = `/pages/scan/index?q=${encodeURIComponent(linkOf(screen))}`
    const app = await hall.open(await hall.staffPhone('admin'), url)
    await app.tap('我是工作人员，去配对')
    await app.tap(/梧桐里百姓会客厅/)
    await app.type({ tag: 'input' }, screen.digits)
    await app.tap('配对')
    await app.sees('配对好了，大屏马上换成打卡码。')
    const row = await api()
      .db.selectFrom('screen')
      .select('office_id')
      .orderBy('paired_at', 'desc')
      .executeTakeFirst()
    expect(row?.office_id).toBe(OWN_OFFICE)
  })

  it('is told what else it scanned, and pairs once although the answer gets lost', async () => {
    const screen = await newScreen()
    const app = await hall.open(await hall.staffPhone('office'), SCREENS)
    app.phone.codeInSight = 'https://caoyang.example/p/AAAAAAAAAAAAAAAAAAAAAA'
    await app.tap('扫大屏上的码')
    await app.sees('这不是大屏的配对码。请扫大屏上的码，旁边有两位数字的那个。')
    app.phone.codeInSight = linkOf(screen)
    await app.tap('扫大屏上的码')
    await app.type({ tag: 'input' }, screen.digits)
    const found = app.phone.network.loseAnswers(isCallOf('screen.pair'))
    await app.tap('配对')
    await app.sees('还没送到。网好了再点一次，不会配对两次。')
    found()
    await app.tap('配对')
    await app.sees('配对好了，大屏马上换成打卡码。')
  })
})

it('an editor hangs an urgent notice, residents read it on home, and it is taken down again', async () => {
  const app = await hall.open(await hall.staffPhone('editor'), '/staff/pages/notices/index')
  await app.sees('现在没有挂紧急通知。')
  await app.tap('写一条紧急通知')
  await app.type({ tag: 'input' }, '明早停水')
  await app.type({ tag: 'textarea' }, '六点到八点停水，请先接好。')
  await app.tap('先看看样子')
  await app.sees('大屏上是这样')
  const found = app.phone.network.loseAnswers(isCallOf('notice.publish'))
  await app.tap('发出去')
  await app.sees('还没送到。网好了再点一次，不会发两条。')
  found()
  await app.tap('发出去')
  await app.sees('发出去了，首页和大屏已经挂上。')

  const home = await residents.open({})
  await home.sees('六点到八点停水，请先接好。')
  const office = await hall.open(await hall.staffPhone('office'), '/staff/pages/notices/index')
  await office.sees('发通知的是编辑和管理员。有急事要发，请打电话找他们。')
  expect(office.all({ role: 'button', label: /撤下来/ })).toEqual([])

  await app.tap('看正在挂的')
  await app.tap('撤下来：明早停水')
  await app.tap({ className: 'button--primary', text: '撤下来' })
  await app.sees('现在没有挂紧急通知。')
  await app.sees(/^今天 10:\d\d 发，今天 10:\d\d 撤下$/)
  const calm = await residents.open({})
  expect(calm.all('六点到八点停水，请先接好。')).toEqual([])
})

it('somebody who is no staff reads whose page it is', async () => {
  const app = await residents.open({ url: SCREENS, way: WAY })
  await app.sees('这一页给工作人员用')
})

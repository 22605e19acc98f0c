import { fakeTextCheck } from '../../../cloud/gateways/wechat/text-check-fake'
import { isCallOf, requestIds } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'
import { hallOf } from '../check-in-desk/hall'

const check = fakeTextCheck()
const residents = livingResidents({
  checkText: (text) => {
    if (text.openid !== null) check.visits(text.openid)
    return check.check(text)
  },
})
const PAGE = '/me/pages/suggestions/index'
const FIELD = { tag: 'textarea', label: '您想说什么？' }
/** The cloud function of the tests has no WeChat account: what this fake says goes for the other way of sending. */
const open = () => residents.open({ url: PAGE, way: 'request' })

it('is sent once, thanked for, and found again on the page', async () => {
  const app = await open()
  await app.type(FIELD, '二楼的扶手松了')
  const found = app.phone.network.loseAnswers(isCallOf('suggestion.send'))
  await app.tap('送出')
  await app.sees('还没送到，写的字还在。网好了再点一次，不会送两次。')
  found()
  await app.tap('送出')
  await app.sees('收到了，谢谢您。有回复会放在这一页。')
  await app.sees('二楼的扶手松了')
  expect(requestIds(app, 'suggestion.send')).toHaveLength(1)
  expect(app.record.privateCalls).toEqual([])
})

it('that WeChat refuses stays in the field, with a kind sentence and 12345 beside it', async () => {
  check.suggest('坏词', 'risky')
  const app = await open()
  await app.type(FIELD, '这里有坏词')
  await app.tap('送出')
  await app.sees('这段话里有不能发的词，没有送出。请换个说法，或打 12345。')
  expect(app.all('我写过的')).toEqual([])
  await app.type(FIELD, '换个说法')
  await app.tap('送出')
  await app.sees('收到了，谢谢您。有回复会放在这一页。')
  await app.tap('打 12345 问一问')
  expect(app.record.calls.map(({ api }) => api)).toContain('makePhoneCall')
})

it('is kept while WeChat gives no answer', async () => {
  check.setDown(true)
  const app = await open()
  await app.type(FIELD, '网断了也要说')
  await app.tap('送出')
  await app.sees('收到了，谢谢您。有回复会放在这一页。')
  check.setDown(false)
})

it('needs words, and a number only of whoever wants to be called', async () => {
  const app = await open()
  await app.tap('送出')
  await app.sees('请先写几个字。')
  await app.type(FIELD, '请打给我')
  await app.tap(/^请打给我，只给街道用/)
  await app.tap('送出')
  await app.sees('电话好像不对，请看一看。座机写成 021-62570000 这样。')
  await app.type({ tag: 'input', label: '打哪个号码？' }, '138 0000 1234')
  await app.tap('送出')
  await app.sees('收到了，谢谢您。有回复会放在这一页。')
  await app.sees(/留了电话$/)
})

it('after five a day asks to come back tomorrow', async () => {
  const app = await open()
  for (const turn of [1, 2, 3, 4, 5]) {
    await app.type(FIELD, `第 ${turn} 条`)
    await app.tap('送出')
    await app.tap('再写一条')
  }
  await app.type(FIELD, '第 6 条')
  await app.tap('送出')
  await app.sees('今天写得够多了，请明天再来。急事请打 12345。')
})

it('is answered by an editor, who sees no name and opens the number on purpose, and the writer reads the answer', async () => {
  const phone = residents.phone()
  const app = await residents.open({ url: PAGE, way: 'request', phone })
  await app.type(FIELD, '三楼的灯不亮')
  await app.tap(/^请打给我，只给街道用/)
  await app.type({ tag: 'input', label: '打哪个号码？' }, '138 0000 5678')
  await app.tap('送出')
  await app.sees('收到了，谢谢您。有回复会放在这一页。')

  const hall = hallOf(residents)
  const desk = await hall.open(await hall.staffPhone('editor'), '/staff/pages/suggestions/index')
  await desk.tap('看号码 138****5678')
  await desk.tap('看，我来打')
  await desk.tap('打 13800005678')
  expect(desk.record.calls.at(-1)).toMatchObject({ api: 'makePhoneCall' })
  await desk.tap('回复：三楼的灯不亮')
  await desk.type({ tag: 'textarea' }, '已报修，周五前换好。')
  await desk.tap('送出回复')
  await desk.sees('回复：已报修，周五前换好。')
  const acts = await residents.backend().api.db.selectFrom('suggestion_history').select('act').execute()
  expect(acts.map(({ act }) => act).sort()).toEqual(['opened', 'replied'])

  const later = await residents.open({ url: PAGE, way: 'request', phone })
  await later.sees('街道回复：已报修，周五前换好。')
})

it('is no page for office staff, who are told whose it is', async () => {
  const hall = hallOf(residents)
  const desk = await hall.open(await hall.staffPhone('office'), '/staff/pages/suggestions/index')
  await desk.sees('看意见的是编辑和管理员。您要开通，请找管理员。')
  expect(desk.all('三楼的灯不亮')).toEqual([])
})

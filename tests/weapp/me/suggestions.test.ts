import { fakeTextCheck } from '../../../cloud/gateways/wechat/text-check-fake'
import { isCallOf, requestIds } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'

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

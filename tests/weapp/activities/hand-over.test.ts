import { makeActivity } from '../../support/activities/activities'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import { addMember, CONFIRMED, isCallOf, register, registerUrl } from '../../support/mini-program/registering'
import { isStored, livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

/** Each run starts with the phone's clock: what an earlier run saw must lie behind it. */
const FIVE_MINUTES_LATER = Date.parse('2026-11-24T10:05:00+08:00')

const activity = (given: Parameters<typeof makeActivity>[1] = {}) =>
  makeActivity(residents.backend().api.db, given)

describe('a forwarded card', () => {
  async function forwarded(id: string): Promise<{ daughter: MiniProgram; path: string }> {
    const daughter = await residents.open({ url: registerUrl(id) })
    await addMember(daughter, '妈妈', '1955', '加上')
    await daughter.tap('报名，2 位')
    await daughter.tap('看我的报名')
    await daughter.tap('交给妈妈')
    await daughter.sees('发给家人')
    const { path, title } = await daughter.share()
    expect(title).toBe('中国结手作，周六 11月28日 9:00。点开领位子')
    return { daughter, path: String(path) }
  }

  it('gives the mother her place, once; both see it and either can cancel', async () => {
    const { daughter, path } = await forwarded(await activity())
    const mother = await residents.open({ url: path, way: 'request' })
    expect(mother.text()).not.toContain('妈妈')
    await mother.tap('是我')
    await mother.sees(/^领好了，号码 \d{4}$/)
    await mother.tap('看我的报名')
    await mother.sees({ className: 'big-number__digits' })

    const stranger = await residents.open({ url: path })
    await stranger.sees('这张卡已经有人领了')
    await mother.tap('取消报名')
    await mother.tap('确定取消')
    await mother.sees('这次报名取消了。想参加，可以再报一次。')
    daughter.phone.clock = FIVE_MINUTES_LATER
    const again = await residents.open({ phone: daughter.phone, url: '/activity/pages/mine/index' })
    await again.sees('已取消')
  })

  it('is no card for its own sender, and says so', async () => {
    const { daughter, path } = await forwarded(await activity())
    const own = await residents.open({ phone: daughter.phone, url: path })
    await own.tap('是我')
    await own.sees('这是您自己发的卡片，请转给家人来点。')
  })

  it('is claimed once although the answer gets lost', async () => {
    const { path } = await forwarded(await activity())
    const mother = await residents.open({ url: path })
    const found = mother.phone.network.loseAnswers(isCallOf('registration.claim'))
    await mother.tap('是我')
    await mother.sees('还没送到，卡还在。网好了再点一次。')
    found()
    await mother.tap('是我')
    await mother.sees(/^领好了，号码 \d{4}$/)
  })

  it('forwards the activity, and nobody, before it was made', async () => {
    const id = await activity()
    const app = await register(residents, residents.phone(), id)
    await app.tap('看我的报名')
    expect((await app.share())['path']).toBe(`/activity/pages/activity/index?id=${id}`)
  })
})

describe('a no', () => {
  it('names who is registered already, and takes the others', async () => {
    const id = await activity({ capacity: 3 })
    const first = await register(residents, residents.phone(), id)
    await first.tap('看我的报名')
    await first.until('the number is stored', () => isStored(first.phone, 'registration.mine'))
    const app = await residents.open({ phone: first.phone, url: registerUrl(id) })
    await app.sees(/^您已经报了这个活动，号码 \d{4}。$/)
    await addMember(app, '妈妈', '1955', '加上')
    await app.tap('报名，2 位')
    await app.sees('我自己已经报过名了，不用再报。')
    await app.tap('去掉已报的，再报')
    await app.tap('给妈妈报名')
    await app.sees(CONFIRMED)
  })

  it('about age asks for the year of birth first, and says who does not fit', async () => {
    const id = await activity({ min_age: 60 })
    const app = await residents.open({ url: registerUrl(id) })
    await app.type({ tag: 'input', label: '您是哪一年生的？' }, '1990')
    await app.tap('给自己报名')
    await app.sees('我自己还没到这个活动的年龄。请改一改再报。')
  })

  it.each([
    ['/activity/pages/register/index?id=nobody-knows', '没有找到这个活动，可能还没发布。请看看别的活动。'],
    ['/activity/pages/register/index?id=%E5%9D%8F', '没有找到这个活动，可能还没发布。请看看别的活动。'],
    ['/activity/pages/register/index?id=reed-market-20261128', '这个活动不用报名，直接来就行。'],
    ['/activity/pages/registration/index?id=1', '没有找到这次报名。请到“我的”里看看，或请工作人员帮忙查。'],
    [
      '/activity/pages/registration/index?id=00000000-0000-4000-8000-000000000000',
      '没有找到这次报名。请到“我的”里看看，或请工作人员帮忙查。',
    ],
    ['/activity/pages/card/index?token=short', '这张卡片不能用，请家人再发一次。'],
    ['/activity/pages/card/index?token=AAAAAAAAAAAAAAAAAAAAAA', '这张卡片不能用，请家人再发一次。'],
  ])('%s is a sentence with a way on', async (url, sentence) => {
    const app = await residents.open({ url })
    await app.sees(sentence)
    expect(app.all({ role: 'link' }).length).toBeGreaterThan(0)
  })
})

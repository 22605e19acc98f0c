import type { MiniProgram } from '../support/mini-program/mini-program'
import { attribute } from '../support/mini-program/view/node'
import type { Target } from '../support/mini-program/view/query'
import { textOf } from '../support/mini-program/view/visible-text'
import { MOMENTS } from '../support/mini-program/wx/members/moments'
import { livingResidents } from '../support/mini-program/residents'

const residents = livingResidents()
const CARD = 1007
const TRUST = '云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。核实请打 0571-55550100。'

/** Pages that people forward or that a code opens, and what their card says; the scan page is nobody's to forward. */
const LANDINGS = [
  { url: '/pages/home/index', card: '云溪会客厅：找最近的会客厅，看开没开门' },
  { url: '/office/pages/list/index', card: '找会客厅：看哪家开着，怎么去' },
  {
    url: '/office/pages/office/index?id=wutong-hall',
    card: '梧桐里百姓会客厅：地址、时间、能办什么',
  },
  { url: '/office/pages/compound/index?id=wutong-east', card: '梧桐东苑：归哪个居委会，有事找谁' },
  { url: '/office/pages/compound/index', card: '找您小区的居委会和会客厅' },
  { url: '/pages/scan/index?scene=token', card: null },
] as const

describe.each(LANDINGS)('opened by a card, $url', ({ url, card }) => {
  it('says who runs this, leads home, and can be forwarded again', async () => {
    const app = await residents.open({ url, scene: CARD })
    expect(app.lines()).toContain(TRUST)
    if (card !== null) expect(await app.share()).toEqual({ title: card, path: url })
    if (url === '/pages/home/index') return
    await app.tap('回首页')
    expect(app.route()).toBe('pages/home/index')
  })
})

describe('a page that was come to from another', () => {
  it('leaves the way back to WeChat’s own arrow', async () => {
    const app = await residents.open()
    await app.tap('看全部会客厅')
    expect(app.all('回首页')).toEqual([])
  })
})

const READ_ALONE = [
  { url: '/pages/home/index', reads: '云溪街道有 6 处会客厅和服务点', query: '' },
  { url: '/office/pages/list/index', reads: '6 处会客厅和服务点', query: '' },
  { url: '/office/pages/office/index?id=wutong-hall', reads: '营业中（至 20:00）', query: 'id=wutong-hall' },
] as const

describe.each(READ_ALONE)('in Moments, $url', ({ url, reads, query }) => {
  it('has a title and the address of the same page', async () => {
    const app = await residents.open({ url })
    expect(await app.shareToMoments()).toEqual({ title: expect.stringContaining('会客厅') as string, query })
  })

  it('reads by itself: nobody is signed in, nothing leads away, and it says how to go on', async () => {
    const app = await residents.open({ url, scene: MOMENTS })
    expect(app.lines()).toContain(reads)
    expect(app.lines()).toContain('朋友圈里只能看。要带路、打电话、报名，请点最下面的“前往小程序”。')
    expect(app.record.sent.map(({ body }) => body).join()).not.toContain('session.signIn')
    for (const target of tappable(app)) {
      // A tap may put another part in the place of this one.
      if (app.all(target).length === 1) await app.tap(target)
    }
    expect(`/${app.route()}`).toBe(url.split('?')[0])
  })
})

/** Everything that a finger can try. */
const tappable = (app: MiniProgram): readonly Target[] =>
  (['link', 'button'] as const).flatMap((role) =>
    app.all({ role }).map((node) => {
      const label = String(attribute(node, 'aria-label') ?? '')
      return label === '' ? { role, text: textOf(node) } : { role, label }
    }),
  )

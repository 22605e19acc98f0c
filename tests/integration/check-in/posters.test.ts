import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeWechatCodes } from '../../../cloud/gateways/wechat/codes-fake'
import type { DrawWechatCode } from '../../../cloud/gateways/wechat/codes'
import { makePosters } from '../../../cloud/posters/make-posters'
import { readOptions, type PosterOptions } from '../../../cloud/posters/options'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit } from '../../support/api/people'
import { makeActivity, openHall } from '../../support/activities/activities'
import { NINE, openCode, posterOf } from '../../support/activities/codes'

let api: TestApi
let out: string
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'posters-'))
})
afterEach(() => rm(out, { recursive: true }))

const options = (given: Partial<PosterOptions> = {}): PosterOptions => ({
  officeId: OWN_OFFICE,
  activityId: null,
  all: false,
  size: 'A4',
  out,
  host: 'caoyang.example',
  ...given,
})
const make = (drawCode: DrawWechatCode | null, given: Partial<PosterOptions> = {}) =>
  makePosters({ db: api.db, now: parseInstant(NINE), drawCode, host: 'caoyang.example' }, options(given))

describe('the sheets', () => {
  it('carry the 小程序码 and the plain QR of one token, which opens', async () => {
    const { draw, drawn } = fakeWechatCodes()
    const { files, without } = await make(draw)
    expect([files, without]).toEqual([[join(out, `office-${OWN_OFFICE}-A4.html`)], []])
    const token = await posterOf(api, await admit(api.db, 'admin'))
    expect(drawn).toEqual([{ page: 'pages/scan/index', scene: token, width: 1280 }])
    expect(await openCode(api, `pages/scan/index?scene=${token}`)).toMatchObject({
      value: { grade: 'poster', place: { id: OWN_OFFICE } },
    })
    const html = await readFile(files[0] ?? '', 'utf8')
    expect(html).toContain('data:image/svg+xml;base64,')
    expect(html).toContain('梧桐里百姓会客厅')
    expect(html).toContain('云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。核实请打 0571-55550100。')
  })

  it('printed again carry the same code, and nothing half-written is left', async () => {
    const [first, again] = [await make(null), await make(null)]
    expect(again).toEqual(first)
    expect(await readdir(out)).toEqual([`office-${OWN_OFFICE}-A4.html`])
    expect(await readFile(first.files[0] ?? '', 'utf8')).not.toContain('<img')
  })

  it('are one for each office that is open', async () => {
    const { files } = await make(null, { all: true, officeId: null, size: 'A3' })
    const open = await api.db.selectFrom('office').select('id').where('status', '=', 'open').execute()
    expect(files.map((file) => file.slice(out.length + 1)).sort()).toEqual(
      open.map(({ id }) => `office-${id}-A3.html`).sort(),
    )
  })

  it('of an activity say when and where, and escape what people wrote', async () => {
    const activityId = await makeActivity(api.db, { title: '<b>A & B</b>', place: '"河边"' })
    const { files } = await make(null, { officeId: null, activityId })
    const html = await readFile(files[0] ?? '', 'utf8')
    expect(html).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;')
    expect(html).toContain('11月28日 9:00–11:00')
    expect(html).not.toContain('<b>A')
  })

  it('say which 小程序码 is missing and why, and carry the plain QR in its place', async () => {
    expect((await make(() => Promise.resolve({ kind: 'later' }))).without).toEqual([
      '梧桐里百姓会客厅：微信现在没有回应，过几分钟再试',
    ])
    const refused = await make(() => Promise.resolve({ kind: 'refused', errcode: 41030 }))
    expect(refused.without).toEqual(['梧桐里百姓会客厅：微信不给这个码，错误 41030'])
    expect(await readFile(refused.files[0] ?? '', 'utf8')).toContain('code--large"><svg')
  })

  it.each([{ officeId: 'nowhere' }, { officeId: 'old-wutong-hall' }])('are none for %j', async (given) => {
    await expect(make(null, given)).rejects.toThrow('There is no office')
  })
})

describe('the command', () => {
  it('takes one subject, a folder and a size', () => {
    expect(
      readOptions(['--all', '--out', 'sheets', '--host', 'caoyang.example', '--size', 'A3']),
    ).toMatchObject({
      all: true,
      size: 'A3',
      out: 'sheets',
    })
  })

  it.each([
    [[]],
    [['--all']],
    [['--all', '--office', 'a', '--out', 'x']],
    [['--office', 'a', '--out', 'x', '--size', 'A5']],
    [['--office', 'a', '--out', 'x', '--host', 'https://a.example/']],
    [['--office']],
  ])('%j says how it is used', (args) => {
    expect(() => readOptions(args)).toThrow(/--/)
  })
})

import { sql } from 'kysely'
import { isStored, livingResidents } from '../../support/mini-program/residents'
import { visitOffices } from '../../support/api/rows/visits'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import { attribute, descendants } from '../../support/mini-program/view/node'

const residents = livingResidents()
const URL = '/me/pages/passport/index'
const db = () => residents.backend().api.db

/** Whoever got a phone last. */
async function newest(): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select resident_id as id from wechat_account
    order by substring(openid from '[0-9]+$')::integer desc limit 1`.execute(db())
  return rows[0]?.id ?? ''
}

const labels = (app: MiniProgram): readonly unknown[] =>
  descendants(app.root()).flatMap((node) => attribute(node, 'aria-label') ?? [])

describe('the passport', () => {
  it('is empty at first, and says what to do for the first stamp', async () => {
    const phone = residents.phone({ codeInSight: 'https://elsewhere.example/' })
    const app = await residents.open({ phone, url: URL })
    await app.sees('到一处，盖一个章')
    await app.tap('扫一扫')
    expect(app.record.calls.map(({ api }) => api)).toContain('scanCode')
  })

  it('has a stamp for each place and none for the others, the days, and a picture to share', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: URL })
    await before.sees('到一处，盖一个章')
    await before.close()
    await visitOffices(db(), await newest(), ['wutong-hall', 'qingshi-hall'])
    const app = await residents.open({ phone, url: URL })
    await app.sees('盖了 2 个章')
    expect(labels(app)).toEqual(
      expect.arrayContaining([
        '梧桐里百姓会客厅，2026年11月22日盖的章',
        '青石桥百姓会客厅，2026年11月23日盖的章',
      ]),
    )
    expect(labels(app).filter((label) => String(label).endsWith('盖的章'))).toHaveLength(2)
    expect(app.text()).not.toContain('还没')
    await app.sees('周一 11月23日')
    await app.tap('做成一张图')
    await app.sees('发给家人或存下来')
    expect(labels(app).some((label) => /走过 2 个地方：青石桥、梧桐里/.test(String(label)))).toBe(true)
    await app.tap('发给家人或存下来')
    expect(app.record.calls.map(({ api }) => api)).toContain('showShareImageMenu')
    expect(isStored(phone, 'passport.show')).toBe(false)
  })
})

import { violations } from '../support/browser/accessibility'
import { cutText, overflowing, overlappingText, smallTargets, smallText } from '../support/browser/layout'
import { readers } from '../support/browser/readers'
import type { Visit, VisitOptions } from '../support/browser/visit'
import { visitOffices } from '../support/api/rows/visits'
import { TARGETS, TEXT_FLOOR } from '../../src/theme/tokens'

const reader = readers({ isDemo: true })
const PAGE = '/me/pages/passport/index'

/** Somebody who has been to these offices, on their passport. */
async function been(
  officeIds: readonly string[],
  options: Omit<VisitOptions, 'origin'> = {},
): Promise<Visit> {
  const { db } = reader.backend().api
  const before = new Set((await db.selectFrom('resident').select('id').execute()).map(({ id }) => id))
  const visit = await reader.visit(options)
  await visit.goto(PAGE)
  await visit.page.getByText('到一处，盖一个章').waitFor()
  const lent = (await db.selectFrom('resident').select('id').execute()).find(({ id }) => !before.has(id))
  await visitOffices(db, lent?.id ?? '', officeIds)
  await visit.goto(PAGE)
  return visit
}

describe('the passport in a browser', () => {
  it('shows the stamps, tells them to who cannot see, and makes a picture that names nobody', async () => {
    const { page } = await been(['wutong-hall', 'qingshi-hall'])
    await page.getByRole('heading', { name: '盖了 2 个章' }).waitFor()
    await page.getByRole('link', { name: '梧桐里百姓会客厅，2026年11月22日盖的章' }).waitFor()
    await page.getByRole('button', { name: '做成一张图' }).click()
    const picture = page.getByRole('img', { name: /走过 2 个地方：.*梧桐里.*主办/ })
    await picture.waitFor()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '发给家人或存下来' }).click()
    expect((await saving).suggestedFilename()).toBe('我的集章.png')
  })

  it('shows a picture of a street once a kind of place is complete', async () => {
    const { db } = reader.backend().api
    const halls = await db
      .selectFrom('office')
      .select('id')
      .where('kind', '=', 'living-room')
      .where('status', '=', 'open')
      .execute()
    const { page } = await been(halls.map(({ id }) => id))
    await page.getByText(`${halls.length} 处都走到了`).waitFor()
    expect(await page.locator('.passport-stamp__street').count()).toBe(1)
  })

  it.each([
    ['standard', 320, 1],
    ['elder', 375, 1.8],
  ] as const)('in the %s edition at %i can be read, hit and heard', async (edition, width, elderScale) => {
    const display = { edition, elderScale: edition === 'elder' ? elderScale : 1.4 } as const
    const { page, unroll } = await been(['wutong-hall', 'yunqi-room'], { width, display })
    await page.getByRole('heading', { name: '盖了 2 个章' }).waitFor()
    expect(await overflowing(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
    expect(await overlappingText(page)).toEqual([])
    expect(await smallTargets(page, TARGETS[edition].target)).toEqual([])
    expect(await smallText(page, TEXT_FLOOR[edition])).toEqual([])
    await unroll()
    expect(await violations(page)).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import type { PlaceView } from '../../../core/contract/place'
import type { Office } from '../../../core/domain/office/office'
import { done } from '../../support/activities/activities'
import { admit } from '../../support/api/people'
import { OWN_OFFICE } from '../../support/api/test-api'
import { looksRight, looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

const shown = async (): Promise<Office> => {
  const { api } = reader.backend()
  return (await done<{ office: Office }>(api.call('office.show', { officeId: OWN_OFFICE }))).office
}

it('a clerk finds the own office, reads its board in, answers what it leaves open and saves: by keys alone', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const clerk = await admit(reader.backend().api.db, 'office', OWN_OFFICE)
  await signInAtDesk(reader.backend(), visit, clerk, 'places')
  await page.getByText(/^已核实 \d+ \/ 1$/).waitFor()
  await looksRight(page, 'places-list')
  await page.getByRole('link', { name: '梧桐里百姓会客厅' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '梧桐里百姓会客厅', level: 1 }).waitFor()
  await looksRight(page, 'places-record')
  await page.getByLabel('照门牌抄').first().focus()
  await page.keyboard.insertText('周一至周五 8:30—11:30、13:30—17:00（节假日休息）')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('周六、周日没有写').waitFor()
  await page.getByRole('radio', { name: '休息', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByText(/^读出来是 周一 8:30-11:30 13:30-17:00，.*周六 休息，周日 休息$/).waitFor()
  await looksRight(page, 'places-board')
  await page.getByRole('button', { name: '填进去' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('周三').first().focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('看情况')
  await page.keyboard.press('Control+S')
  await page.getByText('写成 8:30-11:30 13:30-17:00 这样，不开门写“休息”').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('下午1:30到5点')
  await page.keyboard.press('Control+S')
  await page.getByText('存好了，居民下次打开就看到。').waitFor()
  const [main] = (await shown()).zones
  const day = [
    [510, 690],
    [810, 1020],
  ]
  expect(main?.weekly).toEqual([day, day, [[810, 1020]], day, day, [], []])
})

it('one day of the calendar is set apart, and a position from 高德 is one of the pins', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const clerk = await admit(reader.backend().api.db, 'office', OWN_OFFICE)
  await signInAtDesk(reader.backend(), visit, clerk, `places/${OWN_OFFICE}`)
  await page.getByRole('button', { name: '下个月' }).press('Enter')
  await page.getByRole('button', { name: /^周四 12月24日/ }).press('Enter')
  await page.getByLabel('几点到几点', { exact: true }).fill('9:00-11:00')
  await page.getByLabel('为什么（居民看得到）').fill('盘点')
  await looksRight(page, 'places-day')
  await page.getByRole('button', { name: '就这么定' }).press('Enter')
  await page.getByText('这一天改好了。').waitFor()
  expect((await shown()).zones[0]?.exceptions).toContainEqual({
    day: '2026-12-24',
    intervals: [[540, 660]],
    note: '盘点',
  })
  await page.getByLabel('从地图上复制来的').last().fill('30.2155，120.118')
  await page.getByRole('radio', { name: /^高德：/ }).check()
  await looksRight(page, 'places-pins')
  await page.getByRole('button', { name: '用选的' }).press('Enter')
  await page.getByRole('button', { name: '保存', exact: true }).press('Enter')
  await page.getByText('存好了，居民下次打开就看到。').waitFor()
  const [east = 0, north = 0] = (await shown()).position ?? []
  expect([east.toFixed(4), north.toFixed(4)]).toEqual(['120.1132', '30.2178'])
})

it('whoever saves over somebody’s change sees both side by side', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const [clerk, editor] = [await admit(api.db, 'office', OWN_OFFICE), await admit(api.db, 'editor')]
  await signInAtDesk(reader.backend(), visit, clerk, `places/${OWN_OFFICE}`)
  await page.getByLabel('标志物').fill('邮局隔壁')
  const { version, content } = await done<PlaceView>(
    api.call('place.show', { officeId: OWN_OFFICE }, { token: editor.token }),
  )
  await done(
    api.call(
      'place.save',
      {
        officeId: OWN_OFFICE,
        version,
        content: { ...content, landmark: '菜场对面', phone: '0571-55558888' },
        checked: [],
        how: 'phone',
        isFarMeant: false,
        requestId: randomUUID(),
      },
      { token: editor.token },
    ),
  )
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^王芳 .* 改了标志物、电话$/).waitFor()
  await looksRight(page, 'places-conflict')
  await dialog
    .getByRole('group', { name: '标志物' })
    .getByRole('radio', { name: /^用我的/ })
    .check()
  await dialog.getByRole('button', { name: '就按选的存' }).click()
  await page.getByText('存好了，居民下次打开就看到。').waitFor()
  expect(await shown()).toMatchObject({ landmark: '邮局隔壁', phone: '0571-55558888' })
})

it('临时关门 takes three taps, lists what takes place meanwhile, and is taken back with one', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const clerk = await admit(api.db, 'office', OWN_OFFICE)
  await api.db
    .updateTable('activity')
    .set({
      office_id: OWN_OFFICE,
      starts_at: new Date('2026-11-26T02:00:00Z'),
      ends_at: new Date('2026-11-26T03:00:00Z'),
    })
    .where('id', '=', 'paper-cutting')
    .execute()
  await signInAtDesk(reader.backend(), visit, clerk, `places/${OWN_OFFICE}`)
  await page.getByRole('radio', { name: '另选日子' }).press('Space')
  await page.getByLabel('从哪天').fill('2026-11-26')
  await page.getByLabel('到哪天（也关）').fill('2026-11-27')
  await page.getByRole('radio', { name: '停电' }).press('Space')
  await looksRight(page, 'places-closing')
  await page.getByRole('button', { name: '发出', exact: true }).press('Enter')
  await page.getByText('发出了，居民现在就看到。').waitFor()
  await page.getByRole('link', { name: '去改“剪纸课”' }).waitFor()
  await looksRight(page, 'places-closed')
  await page.setViewportSize(PHONE)
  await looksRightOnPhone(page, 'places-closed')
  const closed = (await shown()).zones[0]?.exceptions.filter(({ note }) => note === '临时关门：停电')
  expect(closed?.map(({ day, intervals }) => [day, intervals])).toEqual([
    ['2026-11-26', []],
    ['2026-11-27', []],
  ])
  await page.getByRole('button', { name: '提前开门' }).press('Enter')
  await page.getByText('照平时开了，居民现在就看到。').waitFor()
  expect((await shown()).zones[0]?.exceptions.map(({ note }) => note)).not.toContain('临时关门：停电')
})

it('an editor adds a facility, marks its kind complete and checks a compound', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', 'places/facilities')
  await page.getByText(/^已核实 \d+ \/ \d+$/).waitFor()
  await looksRight(page, 'facilities-list')
  await page.getByRole('button', { name: '加一处' }).press('Enter')
  await page.getByLabel('名称', { exact: true }).fill('虚构新菜场')
  await page.getByLabel('从地图上复制来的').fill('30.2155，120.118')
  await page.getByRole('radio', { name: /^手机 GPS：/ }).check()
  await page.getByRole('button', { name: '用选的' }).press('Enter')
  await page.getByRole('checkbox', { name: '这一处都核实过了' }).check()
  await looksRight(page, 'facilities-new')
  await page.keyboard.press('Control+S')
  await page.getByText('存好了，居民下次打开就看到。').waitFor()
  await page.getByRole('heading', { name: '虚构新菜场', level: 1 }).waitFor()
  await visit.goto('/desk/places/kinds')
  await looksRight(page, 'facilities-kinds')
  const mark = page.getByRole('button', { name: /”收全了$/ }).first()
  await mark.press('Enter')
  await page.getByText('记下了。').waitFor()
  await visit.goto('/desk/places/compounds')
  await page.getByRole('link', { name: '梧桐东苑' }).press('Enter')
  await page.getByRole('checkbox', { name: '这一处都核实过了' }).check()
  await looksRight(page, 'compounds-record')
  await page.keyboard.press('Control+S')
  await page.getByText('存好了，居民下次打开就看到。').waitFor()
  await page.getByText(/打电话问的 · 王芳$/).waitFor()
})

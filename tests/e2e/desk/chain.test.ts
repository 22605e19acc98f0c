import { act, done, makeActivity } from '../../support/activities/activities'
import { OWN_OFFICE } from '../../support/api/test-api'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })
const HOUR = 3_600_000
/** Sunday at 9:30. */
const START = Date.parse('2026-11-29T09:30:00+08:00')

const at = (hoursLater: number) => ({
  starts_at: new Date(START + hoursLater * HOUR),
  ends_at: new Date(START + (hoursLater + 2) * HOUR),
})

const makeClass = (given: Record<string, unknown> = {}): Promise<string> =>
  makeActivity(reader.backend().api.db, {
    title: '梧桐里中国结',
    office_id: OWN_OFFICE,
    capacity: 6,
    service_phone: '021-62000003',
    ...at(0),
    ...given,
  })

const CHAIN = [
  '#接龙',
  '11月29日周日上午9:30 梧桐里中国结，限20人👇',
  '1. 王阿姨 2人',
  '2. 花溪路李姐+1',
  '3. 3号楼张师傅 13900000003',
  '4. 小陈（带娃 5岁）',
  '5. 取消',
  '6. 王阿姨 改成3人',
].join('\n')

it('a chain from the chat group becomes registrations, by keyboard alone', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { db } = reader.backend().api
  const activityId = await makeClass()
  await signInAtDesk(reader.backend(), visit, 'office', 'counter')
  await page.getByRole('link', { name: '贴接龙' }).focus()
  await page.keyboard.press('Enter')
  const pasted = page.getByLabel('把群里的接龙整段贴在这里')
  await pasted.waitFor()
  await looksRight(page, 'chain-empty')
  await pasted.focus()
  await page.keyboard.insertText(CHAIN)
  await page.getByText('梧桐里中国结 · 周日 11月29日 · 9:30 开始 · 限 20 人').waitFor()
  await looksRight(page, 'chain-asked')
  const press = async (question: string, say: string) => {
    await page.getByRole('group', { name: question }).first().getByRole('button', { name: say }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '报名', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('请先在群里说明，再勾上').waitFor()
  await page.getByText('没有可以报的').waitFor()
  await press('一共 1 位，还是 2 位', '2 位')
  await press('一共 2 位吗', '2 位')
  await press('哪年生的', '2021 年')
  await press('也同意了吗', '同意了')
  await press('是谁取消？', '不知道，跳过')
  await press('是同一位王阿姨吗', '是，改第 3 行，3 位')
  await page.getByRole('checkbox', { name: '群里说过了' }).focus()
  await page.keyboard.press('Space')
  await looksRight(page, 'chain-answered')
  await page.getByRole('button', { name: '报名 4 家' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('报上 3 家，候补 1 家').waitFor()
  await page.getByText('有变动请打 021-62000003').waitFor()
  await looksRight(page, 'chain-registered')
  const rows = await db
    .selectFrom('party_member as member')
    .innerJoin('registration', 'registration.id', 'member.registration_id')
    .leftJoin('guest', 'guest.id', 'member.guest_id')
    .select(['guest.called', 'member.state', 'registration.telling'])
    .where('registration.activity_id', '=', activityId)
    .execute()
  const of = (called: string) => rows.filter((row) => row.called === called)
  expect(rows).toHaveLength(8)
  expect(of('张师傅')).toEqual([{ called: '张师傅', state: 'confirmed', telling: 'phone' }])
  expect(of('小陈')).toEqual([{ called: '小陈', state: 'waiting', telling: 'none' }])
})

it('the same chain, longer by one line, asks who is in already and registers the others', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeClass({ capacity: 9, title: '剪窗花', ...at(1) })
  const who = await signInAtDesk(reader.backend(), visit, 'office', `activities/${activityId}`)
  for (const called of ['王阿姨', '李叔叔'])
    await done(
      act(api, 'counter.register', who, {
        activityId,
        called,
        party: [{ birthYear: null, guardianConsent: false }],
        compoundId: null,
        answers: [],
        helpWanted: null,
        phone: null,
        consent: 'oral',
      }),
    )
  await page.getByRole('link', { name: '贴接龙' }).click()
  await page.getByLabel('把群里的接龙整段贴在这里').fill('11月30日 剪窗花\n1. 王阿姨\n2. 赵老师\n3. 李叔叔')
  await page.getByText('接龙写的是 周一 11月30日，这一场是 周日 11月29日').waitFor()
  await page.getByRole('checkbox', { name: '群里说过了' }).check()
  await page.getByRole('button', { name: '报名 3 家' }).click()
  await page.getByText('请先核对是不是这一场').waitFor()
  await page.getByRole('checkbox', { name: '看过了，就是报这一场' }).check()
  await page.getByRole('checkbox', { name: '接龙里写的 4，报' }).uncheck()
  await page.getByRole('button', { name: '报名 2 家' }).click()
  await page.getByText('报上 1 家').waitFor()
  await looksRight(page, 'chain-known')
  await page.getByRole('button', { name: '是同一位，不再报' }).click()
  await page.getByText(/^已经报过，\d{4} 号$/).waitFor()
  const registered = await api.db
    .selectFrom('registration')
    .select('id')
    .where('activity_id', '=', activityId)
    .execute()
  expect(registered).toHaveLength(3)
  await page.getByRole('link', { name: '查一个人' }).click()
  await page.getByRole('heading', { name: '查一个人' }).waitFor()
  await page.goBack()
  await page.getByText(/^已经报过，\d{4} 号$/).waitFor()
})

it('a row that is refused says why beside it, and the others go through', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await makeClass({ capacity: 2, waitlist_limit: 1, title: '合唱', ...at(2) })
  await signInAtDesk(reader.backend(), visit, 'office', 'counter/chain')
  await page
    .getByLabel('把群里的接龙整段贴在这里')
    .fill('11月29日 11:30 合唱\n1. 王阿姨 2人\n2. 赵老师\n3. 李叔叔\n4. 孙伯伯')
  await page.getByRole('checkbox', { name: '群里说过了' }).check()
  await page.getByRole('button', { name: '报名 4 家' }).click()
  await page.getByText('报上 1 家，候补 1 家，没报上 2 家，原因写在旁边').waitFor()
  expect(await page.getByText('名额和候补都满了').count()).toBe(2)
})

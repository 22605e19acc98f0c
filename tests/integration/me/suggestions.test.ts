import { randomUUID } from 'node:crypto'
import { fakeTextCheck } from '../../../cloud/gateways/wechat/text-check-fake'
import { wechatMessagesWithout } from '../../../cloud/gateways/wechat-messages'
import { runJobs } from '../../../cloud/jobs/run'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { tracesOf } from '../../support/api/rows/traces'
import { openCrowd } from '../../support/activities/crowd'
import { act, done, openHall, setNow, startEachOnSunday } from '../../support/activities/activities'

let api: TestApi
let fake = fakeTextCheck()
beforeAll(async () => {
  api = await openHall({ checkText: (text) => fake.check(text) })
})
afterAll(() => api.close())
beforeEach(async () => {
  fake = fakeTextCheck()
  await api.db.deleteFrom('suggestion').execute()
})
startEachOnSunday(() => api)

const writer = async (): Promise<Person> => {
  const who = await admit(api.db)
  fake.visits(who.openid)
  return who
}
const write = (who: Person, text: string, phone: string | null = null) =>
  act(api, 'suggestion.send', who, { text, phone })
const mine = (who: Person) =>
  done<{ suggestions: Record<string, unknown>[] }>(api.call('suggestion.mine', {}, { token: who.token }))
const list = (staff: Person) =>
  done<{ suggestions: Record<string, unknown>[] }>(api.call('suggestion.list', {}, { token: staff.token }))
const runCheck = async () =>
  (
    await runJobs(api.served, { sendMessage: wechatMessagesWithout, checkText: (text) => fake.check(text) })
  ).find(({ name }) => name === 'check-suggestions')?.done

it('what passes is kept, shown to its writer, and to staff without who wrote it', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  await done(write(who, '楼道的灯坏了\n请修一修'))
  expect((await mine(who)).suggestions).toMatchObject([
    { text: '楼道的灯坏了\n请修一修', state: 'received', wantsCall: false, reply: null },
  ])
  const shown = (await list(editor)).suggestions
  expect(shown).toMatchObject([{ text: '楼道的灯坏了\n请修一修', flagged: false, phone: null }])
  expect(JSON.stringify(shown)).not.toContain(who.residentId)
  expect((await mine(await writer())).suggestions).toEqual([])
})

it('what is risky is refused in words, and nothing of it is kept', async () => {
  const who = await writer()
  fake.suggest('坏词', 'risky')
  expect(await write(who, '这里有坏词啊')).toMatchObject({ ok: false, refusal: 'words_refused' })
  expect((await mine(who)).suggestions).toEqual([])
  expect(await tracesOf(api.db, ['坏词'])).toEqual([])
})

it('what somebody has to look at is kept and marked', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  fake.suggest('可疑', 'review')
  await done(write(who, '有点可疑'))
  expect((await mine(who)).suggestions).toMatchObject([{ state: 'received' }])
  expect((await list(editor)).suggestions).toMatchObject([{ text: '有点可疑', flagged: true }])
})

it('is kept while WeChat gives no answer, and judged as soon as it does', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  fake.suggest('坏词', 'risky')
  fake.setDown(true)
  await done(write(who, '好的意见'))
  await done(write(who, '坏词的意见', '13800001234'))
  expect(await runCheck()).toBe(0)
  expect((await list(editor)).suggestions).toMatchObject([{ flagged: true }, { flagged: true }])

  fake.setDown(false)
  expect(await runCheck()).toBe(2)
  expect(await runCheck()).toBe(0)
  expect((await list(editor)).suggestions).toMatchObject([{ text: '好的意见', flagged: false }])
  const states = (await mine(who)).suggestions.map(({ text, state, wantsCall }) => ({
    text,
    state,
    wantsCall,
  }))
  expect(states).toContainEqual({ text: null, state: 'refused', wantsCall: false })
  expect(await tracesOf(api.db, ['坏词'])).toEqual([])
})

it('goes to a person when WeChat does not remember the writer any more', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  fake.setDown(true)
  await done(write(who, '晚了的意见'))
  fake = fakeTextCheck()
  expect(await runCheck()).toBe(1)
  expect((await list(editor)).suggestions).toMatchObject([{ text: '晚了的意见', flagged: true }])
})

it('a repeat of the same act is one suggestion, and WeChat is asked once', async () => {
  const who = await writer()
  const input = { text: '同一条', phone: null, requestId: randomUUID() }
  const first = await api.call('suggestion.send', input, { token: who.token })
  expect(await api.call('suggestion.send', input, { token: who.token })).toEqual(first)
  expect(fake.asked).toHaveLength(1)
  expect((await mine(who)).suggestions).toHaveLength(1)
})

it('takes five a day of one resident, also when they arrive together', async () => {
  const who = await writer()
  const crowd = openCrowd(api, 8)
  try {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        act(crowd, 'suggestion.send', who, { text: `第${turn}条`, phone: null }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    expect(replies.filter((reply) => !reply.ok)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ refusal: 'too_many_suggestions' })),
    )
  } finally {
    await crowd.close()
  }
  await setNow(api, '2026-11-22T15:59:59.999Z')
  expect(await write(who, '还是今天')).toMatchObject({ refusal: 'too_many_suggestions' })
  await setNow(api, '2026-11-22T16:00:00.000Z')
  await done(write(who, '明天了'))
})

it('shows a number masked; opening it is recorded; it is forgotten after 30 days', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  const { suggestionId } = await done<{ suggestionId: string }>(write(who, '请打给我', '13800001234'))
  expect((await list(editor)).suggestions).toMatchObject([{ phone: '138****1234' }])
  expect(await done(act(api, 'suggestion.openPhone', editor, { suggestionId }))).toEqual({
    phone: '13800001234',
  })
  expect(await api.db.selectFrom('suggestion_history').select(['act', 'by_resident']).execute()).toEqual([
    { act: 'opened', by_resident: editor.residentId },
  ])
  await setNow(api, '2026-12-22T00:59:59.999Z')
  await runCheck()
  expect((await list(editor)).suggestions).toMatchObject([{ phone: '138****1234' }])
  await setNow(api, '2026-12-22T01:00:00.000Z')
  await runCheck()
  expect((await list(editor)).suggestions).toMatchObject([{ phone: null }])
})

it('brings the reply back to the writer', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  const { suggestionId } = await done<{ suggestionId: string }>(write(who, '灯坏了'))
  await done(act(api, 'suggestion.reply', editor, { suggestionId, reply: '周三来修。' }))
  expect((await mine(who)).suggestions).toMatchObject([{ state: 'replied', reply: '周三来修。' }])
  const gone = { suggestionId: randomUUID(), reply: '？' }
  expect(await act(api, 'suggestion.reply', editor, gone)).toMatchObject({
    refusal: 'suggestion_not_found',
  })
  expect(await act(api, 'suggestion.openPhone', editor, { suggestionId: randomUUID() })).toMatchObject({
    refusal: 'suggestion_not_found',
  })
})

it('staff see every one of them, fifty at a time, also while some are answered in between', async () => {
  const [who, editor] = [await writer(), await admit(api.db, 'editor')]
  const { residentId } = who
  await api.db
    .insertInto('suggestion')
    .values(
      Array.from({ length: 120 }, (_, index) => ({
        resident_id: residentId,
        text: `意见 ${index}`,
        phone_sealed: null,
        checked: 'passed' as const,
        // Several at the very same moment: the order between them is the same on every page.
        at: new Date(Date.parse('2026-11-01T00:00:00Z') + Math.floor(index / 7) * 60_000),
        reply: null,
        replied_at: null,
      })),
    )
    .execute()
  interface Page {
    readonly suggestions: readonly { suggestionId: string; text: string; at: string; reply: string | null }[]
    readonly unanswered: number
    readonly more: boolean
  }
  const pageAfter = (after: object | null) =>
    done<Page>(api.call('suggestion.list', { after }, { token: editor.token }))
  const seen: string[] = []
  let after: object | null = null
  for (let pages = 1; ; pages += 1) {
    const { suggestions, more, unanswered }: Page = await pageAfter(after)
    seen.push(...suggestions.map(({ text }) => text))
    const last = suggestions.at(-1)
    if (pages === 1) {
      expect([suggestions.length, unanswered]).toEqual([50, 120])
      const suggestionId = last?.suggestionId
      await done(act(api, 'suggestion.reply', editor, { suggestionId, reply: '好' }))
    }
    after = { suggestionId: last?.suggestionId, at: last?.at, answered: last?.reply !== null }
    if (!more) {
      expect(pages).toBe(3)
      break
    }
  }
  // The one that was answered meanwhile stands again at the end of the list, as answered.
  expect(new Set(seen).size).toBe(120)
})

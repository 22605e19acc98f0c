import type { ActivityPage } from '../../core/contract/activity/activity-page'
import type { ShanghaiDay } from '../../core/kernel/shanghai-time'
import { readSignUpChain } from '../../core/tables/sign-up-chain'
import { page } from '../../src/testing/activity-fixture'
import { chainText, helpText, noticeText } from './materials'

const materials = {
  subdistrict: {
    name: '云溪街道',
    kind: '街道',
    organiser: '云溪街道办事处',
    appName: '云溪会客厅',
    phone: '021-62000000',
    hotline: '110',
    guideline: '',
    mapLicence: null,
    closingSoonMinutes: 30,
  },
} as const
const shown = (given: Partial<ActivityPage> = {}) =>
  page({ bring: '老花镜', forWhom: '想学编结的街坊', ...given })

it('a notice for the group says what, when, where, for whom, and how to get in without a phone', () => {
  expect(noticeText(shown(), materials).split('\n')).toEqual([
    '【学编中国结】',
    '时间：周六 11月28日 9:00–11:00',
    `地点：${shown().place}`,
    '谁能来：想学编结的街坊',
    '带什么：老花镜',
    expect.stringMatching(/^名额 \d+ 位，先报先得，满了排候补。$/),
    '怎么报：微信搜“云溪会客厅”小程序，点“活动”。',
    '不会用手机的，打 021-62000000，或到会客厅，请工作人员帮您报。',
    '云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。核实请打 021-62000000。',
  ])
})

it('of an activity that nobody registers for there is no 接龙', () => {
  const open = shown({ terms: null })
  expect(noticeText(open, materials)).toContain('不用报名，直接来。')
  expect(noticeText(open, materials)).not.toContain('怎么报')
  expect(helpText(open, materials)).toBe('想问的，打 021-62000000。')
  expect(chainText(open, materials)).toBeNull()
})

it('a 接龙 that came back from the group is read as it was sent', () => {
  const sent = chainText(shown(), materials)
  expect(sent).not.toBeNull()
  const back = `${sent}王阿姨 2位\n2. 李姐`
  const { head, entries } = readSignUpChain(back, '2026-11-24' as ShanghaiDay)
  expect(head).toMatchObject({
    title: '学编中国结',
    day: { value: '2026-11-28', asks: [] },
    time: { from: 540, to: 660 },
    limit: { value: shown().terms?.capacity },
  })
  expect(entries.map(({ who, count }) => [who.value, count.value])).toEqual([
    ['王阿姨', 2],
    ['李姐', 1],
  ])
})

it('goes by the place that was announced last', () => {
  const moved = shown({
    change: {
      kind: 'indoors',
      at: shown().startsAt,
      place: '二楼',
      formerStartsAt: null,
      decisionAt: null,
    },
  })
  for (const words of [noticeText(moved, materials), chainText(moved, materials)])
    expect(words).toContain('地点：二楼\n')
})

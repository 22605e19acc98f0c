import { parseInstant, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import {
  copyOf,
  differencesOf,
  emptyForm,
  mergedWith,
  minuteFrom,
  warningsOf,
  type ActivityForm,
} from './activity-form-model'

const NOW = parseInstant('2026-12-01T00:00:00Z')
const empty = emptyForm('registered', 'jinmei')
const form = (more: Partial<ActivityForm['content']>): ActivityForm => ({
  ...empty,
  content: { ...empty.content, day: '2026-12-07', startMinute: 540, endMinute: 660, ...more },
})

it.each([
  ['9:00', 540],
  ['9：30', 570],
  ['９点', 540],
  ['1430', 870],
  ['24:00', 1440],
  ['9:75', null],
  ['早上', null],
])('reads the time 「%s」', (typed, minute) => {
  expect(minuteFrom(typed)).toBe(minute)
})

describe('warningsOf', () => {
  it('has nothing to say of an empty form, nor of a good one', () => {
    expect(warningsOf(empty, [], NOW)).toEqual({})
    expect(warningsOf(form({ title: '灯笼课', about: ['12月7日周一 9:00-11:00'] }), [], NOW)).toEqual({})
  })

  it('stands beside the field that is odd', () => {
    expect(warningsOf(form({ about: ['12月7日周日', '9:30-11:00'] }), [], NOW)).toEqual({
      about: ['12月7日是周一，不是周日', '正文写 9:30，上面是 9:00'],
    })
    expect(warningsOf(form({ endMinute: 540 }), [], NOW)).toEqual({ time: ['结束 9:00 不晚于开始 9:00'] })
    expect(warningsOf(form({ minAge: 60, maxAge: 50 }), [], NOW).ages).toHaveLength(1)
    expect(warningsOf(form({ day: '2026-11-30' }), [], NOW).day).toEqual(['已经过去了'])
    const odd = form({})
    expect(warningsOf({ ...odd, publishAt: '2026-12-08T01:00:00Z' }, [], NOW).publishAt).toEqual([
      '晚于活动开始',
    ])
    expect(
      warningsOf(form({ amenities: { ...empty.content.amenities, servicePhone: '1381234567' } }), [], NOW)
        .phone,
    ).toEqual(['电话 1381234567 少一位'])
  })

  it('says of a single date what the calendar has against it', () => {
    const notes = {
      day: '2026-12-07' as ShanghaiDay,
      isHoliday: true,
      isWorkday: false,
      isAnnounced: true,
      office: 'closed',
      taken: [{ title: '合唱', startMinute: 600 }],
    } as const
    expect(warningsOf(form({}), [notes], NOW).day).toEqual([
      '法定节假日',
      '会客厅这段时间不开',
      '同一时间这里有“合唱”（10:00）',
    ])
  })
})

it('a copy keeps everything but when', () => {
  const { content } = copyOf(form({ title: '灯笼课', startMinute: 540 }).content)
  expect(content).toMatchObject({ title: '灯笼课', startMinute: 540, day: null })
})

it('of two drafts each differing field can be taken from either', () => {
  const mine = form({ title: '我的', place: '一楼' }).content
  const theirs = form({ title: '他的', place: '二楼' }).content
  expect(differencesOf(mine, theirs)).toEqual([
    { field: 'title', label: '标题', mine: '我的', theirs: '他的' },
    { field: 'place', label: '地点怎么说', mine: '一楼', theirs: '二楼' },
  ])
  expect(mergedWith(mine, theirs, ['place'])).toMatchObject({ title: '我的', place: '二楼' })
})

it('two drafts whose parts stand in another order do not differ', () => {
  const { content } = form({})
  const { lift, ...access } = content.access
  expect(differencesOf(content, { ...content, access: { ...access, lift } })).toEqual([])
})

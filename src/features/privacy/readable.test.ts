import type { Exported } from '../../../core/contract/me'
import { readableTables } from './readable'

const exported = (tables: Exported['tables'], names: Exported['names'] = {}): Exported => ({
  exportedAt: '2026-11-22T01:00:00.000Z' as Exported['exportedAt'],
  tables,
  names,
})

describe('readableTables', () => {
  it('says names in place of ids, words in place of codes, and times as people write them', () => {
    const [registration] = readableTables(
      exported(
        {
          registration: [
            {
              id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
              activity_id: 'paper-cutting',
              registrant_id: '6f9619ff-8b86-4011-b42d-00c04fc964fe',
              number: 57,
              telling: 'phone',
              phone: '13800001234',
              help_wanted: null,
              answers: { size: '大号' },
              joined_at: '2026-11-22T01:12:00+00:00',
            },
          ],
        },
        { 'paper-cutting': '剪纸' },
      ),
    )
    expect(registration).toEqual({
      title: '报名',
      count: null,
      rows: [
        [
          { name: '活动', value: '剪纸' },
          { name: '号码', value: '0057' },
          { name: '怎么告诉您', value: '打电话' },
          { name: '电话', value: '13800001234' },
          { name: '回答', value: '大号' },
          { name: '报名时间', value: '周日 2026年11月22日 9:12' },
        ],
      ],
    })
  })

  it('leaves out tables with nothing in them, and only counts what is numbers and marks', () => {
    expect(readableTables(exported({ visit: [], request: [{ endpoint: 'a' }, { endpoint: 'b' }] }))).toEqual([
      { title: '防止重复提交的记录', rows: [], count: 2 },
    ])
  })

  it('hides nothing that it has no word for', () => {
    expect(readableTables(exported({ diary: [{ secret: 'written' }] }))).toEqual([
      { title: 'diary', rows: [[{ name: 'secret', value: 'written' }]], count: null },
    ])
  })

  it('reads a message as what it told, without the ids in it', () => {
    const about = { title: '剪纸', place: '梧桐里', number: '0057', change: null }
    const [message] = readableTables(exported({ message: [{ kind: 'promoted', about }] }))
    expect(message?.rows[0]).toEqual([
      { name: '种类', value: '有空位了' },
      { name: '内容', value: '剪纸，梧桐里，0057' },
    ])
  })
  it('names who is in a party, the reader and their family alike, and leaves out what only programs go by', () => {
    const me = '6f9619ff-8b86-4011-b42d-00c04fc964aa'
    const mother = '6f9619ff-8b86-4011-b42d-00c04fc964bb'
    const seat = { activity_id: 'paper-cutting', state: 'confirmed' }
    const tables = {
      resident: [{ id: me }],
      party_member: [
        { ...seat, resident_id: me, family_member_id: null },
        { ...seat, resident_id: null, family_member_id: mother },
      ],
      registration: [{ registrant_id: me, join_number: 3, number: 57 }],
      message: [{ resident_id: me, kind: 'changed', cause: '2' }],
    }
    const read = readableTables(exported(tables, { 'paper-cutting': '剪纸', [mother]: '妈妈' }))
    const rowsOf = (title: string) =>
      read
        .find((table) => table.title === title)
        ?.rows.map((row) => row.map(({ name, value }) => `${name}：${value}`))
    expect(rowsOf('报名里的人')).toEqual([
      ['谁：您自己', '活动：剪纸', '状态：已报名'],
      ['谁：妈妈', '活动：剪纸', '状态：已报名'],
    ])
    expect(rowsOf('报名')).toEqual([['号码：0057']])
    expect(rowsOf('消息')).toEqual([['种类：有变动']])
  })
})

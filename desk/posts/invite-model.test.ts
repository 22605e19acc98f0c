import { emptyRow, faultsOf, invitationOf, rowsIn, type InviteRow } from './invite-model'

const offices = [
  { id: 'jinmei', name: '金梅园会客厅' },
  { id: 'nanmei', name: '南梅园会客厅' },
]
const row = (more: Partial<InviteRow> = {}): InviteRow => ({
  ...emptyRow(0),
  called: '王芳',
  offices: '金梅园会客厅',
  ...more,
})

describe('a pasted table', () => {
  it('becomes one line for each person, without the line that names the columns', () => {
    const pasted =
      '姓名\t会客厅\t岗位\t到哪天\r\n王芳\t金梅园会客厅\t社工\t2026年12月31日\r\n\r\n李强\t\t编辑\t'
    expect(rowsIn(pasted, 5)).toEqual([
      { key: 5, called: '王芳', offices: '金梅园会客厅', role: '社工', until: '2026年12月31日' },
      { key: 6, called: '李强', offices: '', role: '编辑', until: '' },
    ])
  })
})

describe('a line', () => {
  it('is sent with the ids of its offices and a day in one form', () => {
    expect(invitationOf(row({ until: '2026年12月31日', offices: '金梅园、南梅园' }), offices)).toEqual({
      called: '王芳',
      role: 'office',
      officeIds: ['jinmei', 'nanmei'],
      activityIds: [],
      mayReadLog: false,
      endsOn: '2026-12-31',
    })
  })

  it.each([
    ['called', { called: '' }],
    ['offices', { offices: '' }],
    ['offices', { offices: '梅园' }],
    ['offices', { offices: '不认识的地方' }],
    ['role', { role: '主任' }],
    ['role', { role: '志愿者' }],
    ['until', { until: '2026-02-30' }],
    ['until', { until: '年底' }],
  ] as const)('says at %s what is wrong with %j', (column, more) => {
    expect(Object.keys(faultsOf(row(more), offices))).toEqual([column])
  })

  it('of an editor names no office, and every word for a lead is one', () => {
    expect(faultsOf(row({ role: '编辑', offices: '' }), offices)).toEqual({})
    expect(invitationOf(row({ role: '书记' }), offices).role).toBe('lead')
  })
})

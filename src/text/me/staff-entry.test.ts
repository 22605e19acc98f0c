import { askedText, invitationCodeIn, postText } from './staff-entry'

describe('invitationCodeIn', () => {
  it('reads the code of a link, encoded as WeChat hands it over, and the code alone', () => {
    for (const text of [
      'K7MP-3XQ9',
      'https://hall.example/s/K7MP-3XQ9',
      'https%3A%2F%2Fhall.example%2Fs%2FK7MP-3XQ9',
    ])
      expect(invitationCodeIn(text)).toBe('K7MP-3XQ9')
  })

  it('takes nothing else for one: not the code of a PC, no other link', () => {
    for (const text of [
      '',
      'https://hall.example/s/d/abcdefghijklmnopqrstuv',
      'https://hall.example/c/K7MP-3XQ9',
    ])
      expect(invitationCodeIn(text)).toBeNull()
  })
})

it('asks by name, with the place and the post', () => {
  const place = {
    role: 'office',
    called: '王芳',
    offices: [{ id: 'jinmei', name: '金梅园百姓会客厅' }],
    activities: null,
    endsAt: null,
  } as const
  expect(askedText(place)).toBe('您是王芳（金梅园百姓会客厅 社工）吗？')
  expect(postText({ ...place, role: 'admin', offices: [] })).toBe('管理员')
})

import {
  circleSentence,
  keepsHours,
  placeUnknownLine,
  unsaidLine,
  creditLine,
  fromWhere,
  legText,
  metresText,
  coverageText,
  unrecordedLine,
} from './life-circle'

describe('the sentence of the circle', () => {
  const near = [
    { name: '食堂', count: 2 },
    { name: '卫生中心', count: 1 },
    { name: '公园', count: 3 },
    { name: '小学', count: 1 },
  ]
  it('counts the kinds that are wanted most, and names at most three of what is missing', () => {
    expect(circleSentence({ near, missing: [], unrecorded: [] })).toBe(
      '步行 15 分钟：2\u00a0家食堂、1\u00a0个卫生中心、3\u00a0个公园。',
    )
    const school = near.slice(3)
    expect(circleSentence({ near: school, missing: ['卫生站'], unrecorded: ['药店'] })).toBe(
      '步行 15 分钟：1\u00a0所小学；缺卫生站。',
    )
    expect(
      circleSentence({ near: school, missing: ['卫生站', '公厕', '菜场', '药店'], unrecorded: [] }),
    ).toBe('步行 15 分钟：1\u00a0所小学；缺卫生站、公厕、菜场 等 4 样。')
  })

  it('never says 缺 of what nobody has put down', () => {
    expect(circleSentence({ near: [], missing: [], unrecorded: ['菜场', '药店', '公厕'] })).toBe(
      '步行 15 分钟内还没有登记到地方；菜场、药店还没登记。',
    )
  })

  it('says from where, and that a compound was only estimated', () => {
    expect(fromWhere('compound', { name: '曹杨一村', positionVerified: false })).toBe(
      '从曹杨一村算，小区的位置待核实。',
    )
    expect(fromWhere('pin', null)).toBe('从地图上选的起点算。')
  })
})

describe('how a kind stands to the standard', () => {
  it('says 缺 only of what is missing, and never of what is not recorded', () => {
    expect(coverageText('met', 4)).toBe('有，4 分钟')
    expect(coverageText('distant', 12)).toBe('远了，最近的走 12 分钟')
    expect(coverageText('missing', null)).toBe('缺')
    expect(coverageText('missing', 22)).toBe('缺，最近的走 22 分钟')
    expect(coverageText('unrecorded', null)).toBe('本地图暂未收录')
    expect(unrecordedLine(['菜场', '药店'])).toBe('本地图暂未收录：菜场、药店。')
    expect(coverageText('unrecorded', 22)).toBe('最近的走 22 分钟；更近的还没登记')
  })
})

describe('the way, turn by turn', () => {
  const leg = { kind: 'street', street: '兰溪路', turn: 'left', metres: 204, gates: ['南门', ''] } as const
  it('names streets, steps and gates, and how one leaves the street', () => {
    expect(legText(leg)).toBe('左转，兰溪路，走 200 米，穿过南门')
    expect(legText({ ...leg, kind: 'steps', gates: [] })).toBe('左转，台阶，走 200 米')
    expect(legText({ ...leg, street: '', gates: [] })).toBe('左转，没有路名的路，走 200 米')
    expect(legText({ ...leg, kind: 'off_street', turn: 'start', metres: 3 })).toBe('走到路边，10 米')
    expect(legText({ ...leg, kind: 'off_street', metres: 40 })).toBe('离开路边，再走 40 米就到')
  })

  it('rounds lengths to what one can pace', () => {
    expect([4, 96, 994, 1240].map(metresText)).toEqual(['10 米', '100 米', '990 米', '1.2 公里'])
  })
})

describe('whose map it is', () => {
  it('says 示意 of a sketch, its source, and the licence or that it is still to come', () => {
    expect(creditLine('手绘示意，参照 © OpenStreetMap contributors', null, true)).toBe(
      '街道为示意 · 参照 © OpenStreetMap contributors · 审图号待填',
    )
    expect(creditLine('© OpenStreetMap contributors', '沪S（2026）1 号', false)).toBe(
      '© OpenStreetMap contributors · 审图号：沪S（2026）1 号',
    )
  })
})

describe('what is not known', () => {
  const not = { kindName: '公园', address: false, hours: true, position: true, steps: true, access: true }
  it('stands once below the list, with who can tell', () => {
    expect(unsaidLine({ hours: true, position: true }, '12345')).toBe(
      '没写几点开门、走几分钟的，先打 12345 问一声。',
    )
    expect(unsaidLine({ hours: true, position: false }, '12345')).toBe('没写几点开门的，先打 12345 问一声。')
    expect(unsaidLine({ hours: false, position: false }, '12345')).toBeNull()
  })

  it('stands once on the page of a place, and never of a metro station', () => {
    expect(placeUnknownLine(not, '12345')).toBe(
      '几点开门、位置、门口有没有台阶、坡道和厕所待核实，请先打 12345 问一声。',
    )
    expect(placeUnknownLine({ ...not, kindName: '地铁站' }, '12345')).toBeNull()
    expect(keepsHours('卫生站')).toBe(true)
  })
})

import { parseInstant } from '../../../core/kernel/shanghai-time'
import { directory, office, zone } from '../../testing/directory-fixture'
import { isAroundTheClock, otherZones, stateLine, type OpeningFacts } from './office-line'

const facts = (at: string, offices: OpeningFacts['offices'] = []): OpeningFacts => ({
  calendar: directory().calendar,
  closingSoonMinutes: 30,
  now: parseInstant(`2026-11-20T${at}:00+08:00`),
  offices,
})

describe('stateLine', () => {
  it.each([
    ['08:59', '现在休息，今天 9:00 开门', 'closed', 'dark'],
    ['09:00', '营业中（至 20:00）', 'open', 'lit'],
    ['19:45', '即将关门（20:00 关）', 'soon', 'lit'],
    ['20:00', '现在休息，明天 9:00 开门', 'closed', 'dark'],
  ] as const)('at %s says %s', (at, text, tone, light) => {
    expect(stateLine(office('a'), facts(at))).toEqual({ text, tone, light, uncertain: false })
  })

  it('claims nothing where nobody has verified the hours', () => {
    const unknown = office('a', { zones: [zone({ weekly: null })] })
    expect(stateLine(unknown, facts('10:00'))).toMatchObject({
      text: '时间待核实',
      tone: 'unknown',
      light: 'curtained',
    })
    expect(stateLine(office('a', { zones: [] }), facts('10:00')).text).toBe('时间待核实')
  })

  it('leads from an office that moved to its successor', () => {
    const moved = office('old', { status: 'moved', successorId: 'new' })
    expect(stateLine(moved, facts('10:00', [office('new')])).text).toBe('已经搬走，请去new百姓会客厅')
    expect(stateLine(moved, facts('10:00')).text).toBe('已经搬走，去哪儿办请打 12345')
  })
})

describe('zones besides the main one', () => {
  const selfService = zone({ id: 'self', name: '自助区', main: false, alwaysOpen: true, weekly: null })
  const both = office('a', { zones: [zone(), selfService] })

  it('have a state of their own', () => {
    expect(otherZones(both, facts('23:00'))).toMatchObject([
      { name: '自助区', line: { text: '24 小时开放', tone: 'open' } },
    ])
    expect(isAroundTheClock(both)).toBe(true)
  })

  it('are gone with an office that is gone', () => {
    const gone = { ...both, status: 'closed' as const }
    expect(otherZones(gone, facts('10:00'))).toEqual([])
    expect(isAroundTheClock(gone)).toBe(false)
  })
})

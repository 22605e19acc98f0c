import { instant } from '../../../core/kernel/shanghai-time'
import { metres } from '../../../core/kernel/units'
import { office } from '../../testing/directory-fixture'
import { placeWords, rowWords } from './office-words'

const place = (given: Parameters<typeof office>[1] = {}) => ({
  office: office('hall', { landmark: '二小对面', positionVerified: true, ...given }),
  distance: metres(350),
  ownNeighbourhood: false,
})
const walkingTimes = { sentence: '', walker: 'elder', offices: { hall: 6 }, at: instant(0) } as const

describe('placeWords', () => {
  it('gives walking minutes where the life circle has reckoned them, else the straight line', () => {
    expect(placeWords(place(), walkingTimes)).toBe('步行 6 分钟 · 二小对面')
    expect(placeWords(place())).toBe('直线约 350 米 · 二小对面')
    expect(placeWords(place(), { ...walkingTimes, offices: {} })).toBe('直线约 350 米 · 二小对面')
  })

  it('gives wheels no minutes where nobody has looked for steps, and no straight line instead', () => {
    expect(placeWords(place(), { ...walkingTimes, offices: { hall: null } })).toBe(
      '这段路未核实有无台阶，暂不给出时间 · 二小对面',
    )
  })

  it('leaves what is not verified to the page where it stands in a list', () => {
    const guessed = place({ positionVerified: false })
    expect(rowWords(guessed, walkingTimes)).toBe('步行 6 分钟 · 二小对面')
    expect(rowWords(guessed, { ...walkingTimes, offices: { hall: null } })).toBe('直线约 350 米 · 二小对面')
  })

  it('says that the place itself is only estimated', () => {
    expect(placeWords(place({ positionVerified: false }), walkingTimes)).toContain('步行 6 分钟，位置待核实')
  })
})

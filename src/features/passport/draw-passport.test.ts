import { writingPen } from '../../testing/writing-pen'
import { passportWords } from '../../text/passport'
import { PAPER_SIZE } from '../../platform/picture/picture-sheet'
import { passportPainting, PRINTED, type PrintedStamp } from './draw-passport'

const TRUST = '柳园街道主办。不收费，不要验证码、银行卡、身份证。核实请打 12345。'
const stamps = (count: number): readonly PrintedStamp[] =>
  Array.from({ length: count }, (_, index) => ({
    name: index % 2 === 0 ? '梧桐里' : '梧桐里秋天旧物交换市集',
    figures: '2026.11.28',
    group: 'living-room',
  }))

function writtenOn(count: number, link: string | null) {
  const { pen, written } = writingPen()
  const all = stamps(count)
  const facts = { appName: '柳园会客厅', names: all.map(({ name }) => name), room: PRINTED, trust: TRUST }
  passportPainting(passportWords(facts), all, link).draw(pen, null)
  return written
}

describe('the picture of a passport', () => {
  it('says how many places, each stamp with its day, and who runs it', () => {
    const lines = writtenOn(2, null).map(({ text }) => text)
    expect(lines).toEqual(expect.arrayContaining(['家门口走走', '走过 2 个地方', '梧桐里', '2026.11.28']))
    expect(lines.join('')).toContain('不要验证码')
  })

  it.each([1, 4, PRINTED, 40])(
    'keeps %i stamps on the paper, above the foot, and tells of those without room',
    (count) => {
      const written = writtenOn(count, 'https://living-room.example/')
      for (const { text, x, right, y } of written) {
        expect([text, x >= 0 && right <= PAPER_SIZE.width && y < PAPER_SIZE.height - 20]).toEqual([
          text,
          true,
        ])
      }
      const days = written.filter(({ text }) => text === '2026.11.28')
      expect(days).toHaveLength(Math.min(count, PRINTED))
      expect(Math.max(...days.map(({ y }) => y))).toBeLessThan(PAPER_SIZE.height - 200)
      expect(written.some(({ text }) => text.includes('最近的 9 处'))).toBe(count === 40)
    },
  )
})

/** @jest-environment jsdom */
import { drawStamp, linesOf, type StampSubject } from './draw-stamp'

const subject: StampSubject = {
  id: 'jinmeiyuan',
  name: '金梅园',
  figures: '2026.11.28',
  group: 'living-room',
}
const read = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml')
const writtenIn = (svg: string) =>
  Array.from(read(svg).querySelectorAll('text')).map(({ textContent }) => textContent)

describe('a stamp', () => {
  it('says where and when, the same way every time, and each place in its own', () => {
    expect(writtenIn(drawStamp(subject, 'light'))).toEqual(['金梅园', '2026.11.28'])
    expect(drawStamp(subject, 'light')).toBe(drawStamp({ ...subject }, 'light'))
    const neighbours = ['nanyangyuan', 'nanlingyuan', 'jinyangyuan', 'huaxiyuan', 'wuning', 'lanxiyuan']
    expect(new Set(neighbours.map((id) => drawStamp({ ...subject, id }, 'light'))).size).toBeGreaterThan(3)
  })

  it('breaks a long name into two lines and shows that something was left out', () => {
    expect(linesOf('科创')).toEqual(['科创'])
    expect(linesOf('综合服务中心')).toEqual(['综合服', '务中心'])
    expect(linesOf('梧桐里秋天旧物交换市集')).toEqual(['梧桐里秋天', '旧物交换…'])
  })

  it('is well-formed whatever the name', () => {
    const odd = drawStamp({ ...subject, name: `<"&'>` }, 'light')
    expect(read(odd).querySelector('parsererror')).toBeNull()
    expect(writtenIn(odd)[0]).toBe(`<"&'>`)
  })
})

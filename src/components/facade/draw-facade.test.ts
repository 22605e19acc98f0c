/** @jest-environment jsdom */
import { asBackground, drawFacade } from './draw-facade'
import type { FacadeSubject } from './facade-subject'

const subject: FacadeSubject = {
  id: 'jinmeiyuan',
  name: '金梅园百姓会客厅',
  kind: 'living-room',
  light: 'lit',
  aroundTheClock: false,
}
const NEIGHBOURS = [
  'yuanyuan',
  'huaxiyuan',
  'jinlingyuan',
  'xingmeiyuan',
  'nanlingyuan',
  'nanyangyuan',
  'shaxiyuan',
  'lanxiyuan',
]

describe('drawFacade', () => {
  it('draws the same office the same way every time', () => {
    expect(drawFacade(subject, 'light')).toBe(drawFacade({ ...subject }, 'light'))
  })

  it('draws neighbours differently', () => {
    const pictures = new Set(NEIGHBOURS.map((id) => drawFacade({ ...subject, id }, 'light')))
    expect(pictures.size).toBe(NEIGHBOURS.length)
  })

  it('shows whether somebody is there, and the cabin that is always open', () => {
    const lights = (['lit', 'dark', 'curtained'] as const).map((light) =>
      drawFacade({ ...subject, light }, 'light'),
    )
    expect(new Set(lights).size).toBe(3)
    expect(drawFacade({ ...subject, aroundTheClock: true }, 'light')).toContain('>24h<')
  })

  it('is well-formed whatever the name', () => {
    const odd = drawFacade({ ...subject, name: `<"&'>%#` }, 'dark')
    const parsed = new DOMParser().parseFromString(odd, 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    expect(Array.from(parsed.querySelectorAll('text')).map(({ textContent }) => textContent)).toContain(
      `<"&'>%#`,
    )
  })

  it('fits into a first screen of 16 kB', () => {
    const largest = Math.max(
      ...NEIGHBOURS.map(
        (id) => asBackground(drawFacade({ ...subject, id, aroundTheClock: true }, 'dark')).length,
      ),
    )
    expect(largest).toBeLessThan(6_000)
  })

  it('becomes a background without characters that end a CSS url', () => {
    const inner = asBackground(drawFacade(subject, 'light')).slice('url("'.length, -'")'.length)
    expect(inner).not.toMatch(/["<>#\n]/)
    expect(decodeURIComponent(inner.slice('data:image/svg+xml,'.length))).toBe(drawFacade(subject, 'light'))
  })
})

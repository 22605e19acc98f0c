import jsqr from 'jsqr'
import { codeAsSvg } from './draw-code'

const TICKET = `cy1.wutong-market-knots-20261128.8f14e45f-ceea-467f-a8d4-6c2b5e8a0b11.1795824000.1795840200.${'Ab_-9'.repeat(17)}A`
const SCALE = 3

/** What a camera sees of it. */
function pixelsOf(svg: string): { pixels: Uint8ClampedArray; side: number } {
  const side = Number(/viewBox='0 0 (\d+) /.exec(svg)?.[1]) * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  // The first path is the white ground.
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H/g)) {
    for (let down = Number(y) * SCALE; down < (Number(y) + 1) * SCALE; down += 1) {
      const from = (down * side + Number(x) * SCALE) * 4
      for (let at = from; at < from + Number(length) * SCALE * 4; at += 4) pixels.fill(0, at, at + 3)
    }
  }
  return { pixels, side }
}

describe('the code of a ticket', () => {
  it('reads as the ticket it was drawn from', () => {
    const { pixels, side } = pixelsOf(codeAsSvg(TICKET))
    expect(jsqr(pixels, side, side, { inversionAttempts: 'dontInvert' })?.data).toBe(TICKET)
  })

  it('has modules of more than four points at 280, so that it scans from another phone', () => {
    const modules = Number(/viewBox='0 0 (\d+) /.exec(codeAsSvg(TICKET))?.[1])
    expect(280 / modules).toBeGreaterThan(4)
  })
})

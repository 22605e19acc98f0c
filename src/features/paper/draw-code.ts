import { encode } from 'uqr'
import type { Pen } from '../../platform/picture/painting'

/** Empty modules around a code, as its standard asks for. */
const QUIET = 4
const BLACK = '#000000'
const WHITE = '#FFFFFF'

/** Draws a plain QR code, black on white whatever is around it. `side` includes its quiet border. */
export function drawCode(pen: Pen, link: string, x: number, y: number, side: number): void {
  const { data, size } = encode(link, { ecc: 'M', border: QUIET })
  // Whole units: blurred edges are hard to scan.
  const module = Math.floor(side / size)
  const inset = Math.floor((side - module * size) / 2)
  pen.fillStyle = WHITE
  pen.fillRect(x, y, side, side)
  pen.fillStyle = BLACK
  data.forEach((row, down) =>
    row.forEach((dark, across) => {
      if (dark) pen.fillRect(x + inset + across * module, y + inset + down * module, module, module)
    }),
  )
}

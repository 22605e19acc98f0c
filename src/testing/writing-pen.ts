import type { Pen } from '../platform/picture/painting'

/** Remembers what was written, and where. */
export function writingPen() {
  const written: { text: string; x: number; y: number; right: number }[] = []
  let size = 0
  const nothing = () => undefined
  const measureText = (text: string) => ({ width: [...text].length * size })
  const pen: Pen = {
    fillStyle: '',
    textBaseline: '',
    get font() {
      return `${size}px`
    },
    set font(font: string) {
      size = Number(/(\d+)px/.exec(font)?.[1])
    },
    measureText,
    fillText: (text, x, y) => void written.push({ text, x, y, right: x + measureText(text).width }),
    fillRect: nothing,
    beginPath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    arc: nothing,
    closePath: nothing,
    fill: nothing,
    scale: nothing,
    drawImage: nothing,
  }
  return { pen, written }
}

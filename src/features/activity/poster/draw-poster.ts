import type { LoadedPicture, Painting, Pen, PictureBytes } from '../../../platform/picture/painting'
import type { PosterWords } from '../../../text/activity/poster'
import { ORANGES, PALETTES } from '../../../theme/tokens'
import {
  AWNING,
  drawAwning,
  drawCode,
  EDGE,
  fillBox,
  PAPER_SIZE,
  WIDEST,
  write,
} from '../../../platform/picture/picture-sheet'

/** The paper of the poster is the same whatever the phone's theme: it is printed and passed on. */
const { paper, ink, 'ink-soft': soft, tint } = PALETTES.light

/** Height of the foot, and the side of the code that stands in it. */
const FOOT = 216
const CODE = 184

/** White around a 小程序码. */
const CODE_EDGE = 10

/** What stands in the corner: WeChat's own code, else a plain one with this link. */
type Code = LoadedPicture | string

/**
 * An activity as a picture for a chat: what, when, where, and how one gets in.
 * @param link what a plain code leads to
 * @param picture 小程序码, the only one that WeChat reads in a picture; without either the words say how to find it
 */
export const posterOf = (
  words: PosterWords,
  link: string | null,
  picture: PictureBytes | null = null,
): Painting => ({
  ...PAPER_SIZE,
  picture,
  draw: (pen, loaded) => drawPoster(pen, words, loaded ?? link),
})

function drawPoster(pen: Pen, words: PosterWords, code: Code | null): void {
  pen.textBaseline = 'top'
  fillBox(pen, paper, 0, 0, PAPER_SIZE.width, PAPER_SIZE.height)
  drawAwning(pen)
  let y = AWNING.height + 68
  y = write(pen, words.by, { y, size: 28, colour: soft, most: 1 }) + 12
  y = write(pen, words.title, { y, size: 64, colour: ink, weight: 700, most: 3 }) + 28
  y = write(pen, words.day, { y, size: 46, colour: ORANGES.firm, weight: 700, most: 1 }) + 4
  y = write(pen, words.hours, { y, size: 46, colour: ORANGES.firm, weight: 700, most: 1 }) + 24
  write(pen, words.place, { y, size: 38, colour: ink, weight: 600, most: 2 })
  drawFoot(pen, words, code)
}

function drawFoot(pen: Pen, { entry, scan, find }: PosterWords, code: Code | null): void {
  const foot = PAPER_SIZE.height - FOOT
  fillBox(pen, tint, 0, foot, PAPER_SIZE.width, FOOT)
  const within = code === null ? WIDEST : WIDEST - CODE - 16
  const y = write(pen, entry, { y: foot + 32, size: 34, colour: ink, weight: 700, most: 1, within })
  write(pen, code === null ? find : scan, { y: y + 12, size: 25, colour: soft, most: 3, within })
  const [left, top] = [PAPER_SIZE.width - EDGE - CODE, foot + (FOOT - CODE) / 2]
  if (typeof code === 'string') drawCode(pen, code, left, top, CODE)
  else if (code !== null) drawPicture(pen, code, left, top)
}

function drawPicture(pen: Pen, picture: LoadedPicture, left: number, top: number): void {
  fillBox(pen, '#FFFFFF', left, top, CODE, CODE)
  const side = CODE - 2 * CODE_EDGE
  pen.drawImage(picture, left + CODE_EDGE, top + CODE_EDGE, side, side)
}

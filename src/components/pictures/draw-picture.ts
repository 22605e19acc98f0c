import { PAINTS, type Paints } from '../facade/facade-paints'

/**
 * `bench`: nobody here yet. `lamp-out`: something broke. `door`: a room that is being furnished; the others
 * are rooms of their own: the circle round one's home, the market, the notice board, the code at the door.
 */
export const PICTURE_SUBJECTS = ['bench', 'lamp-out', 'door', 'circle', 'market', 'board', 'code'] as const

export type PictureSubject = (typeof PICTURE_SUBJECTS)[number]

const path = (d: string, fill: string) => `<path fill='${fill}' d='${d}'/>`
const line = (d: string, stroke: string, width: number) =>
  `<path fill='none' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round' d='${d}'/>`
const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx='${x}' cy='${y}' r='${radius}' fill='${fill}'/>`

const DRAWINGS: Readonly<Record<PictureSubject, (paints: Paints) => string>> = {
  bench: (paints) =>
    circle(158, 36, 22, paints.lampGlow) +
    circle(158, 36, 11, paints.lamp) +
    line('M56 122V72m0 14l-14-18m14 12l13-16', paints.trunk, 6) +
    circle(40, 54, 19, paints.crownShade) +
    circle(70, 52, 20, paints.crownShade) +
    circle(55, 42, 23, paints.crown) +
    path('M92 96h80v5H92zm0 9h80v5H92zm-4 10h88v5H88z', paints.roof) +
    line('M98 92v36m68-36v36', paints.frame, 3.5) +
    // A cat keeps the seat warm.
    path('M136 115q-2-18 10-20l1-7 5 4h5l5-4 1 8q5 5 3 11l-1 8z', paints.frame) +
    line('M166 113q12 1 10-10', paints.frame, 3.5),
  'lamp-out': (paints) =>
    line('M110 0v34', paints.kerb, 3) +
    path('M110 30l36 30H74z', paints.roof) +
    path('M98 60h24q-2 12-12 12t-12-12z', paints.glassDark) +
    path('M56 104h108v7H56z', paints.roof) +
    line('M66 111v20m88-20v20', paints.frame, 4) +
    path('M92 84h26v20H92z', paints.cloth[1]) +
    line('M118 88q12-2 10 7t-11 5', paints.cloth[1], 3.5) +
    path('M136 92h10v12h-10z', paints.cloth[0]),
  door: (paints) =>
    path('M70 22h80v108H70z', paints.wallShade) +
    path('M78 30h64v100H78z', paints.glassLit) +
    path('M78 30l46 10v90H78z', paints.roof) +
    circle(116, 86, 3, paints.frame) +
    path('M78 130h64l26 8H56z', paints.shine) +
    path('M168 112h18l-2 18h-14z', paints.roof) +
    circle(177, 104, 11, paints.crown) +
    circle(169, 108, 7, paints.crownShade) +
    path('M34 118h22v12H34z', paints.cloth[0]) +
    path('M38 108h16v10H38z', paints.cloth[1]),
  circle: (paints) =>
    circle(110, 84, 66, paints.lampGlow) +
    circle(110, 84, 44, paints.farRoof) +
    circle(110, 84, 22, paints.lamp) +
    line('M110 131V24', paints.farWall, 3) +
    path('M92 84l18-16 18 16v18H92z', paints.roof) +
    path('M105 88h10v14h-10z', paints.glassLit) +
    circle(58, 60, 9, paints.crown) +
    circle(160, 54, 9, paints.cloth[1]) +
    circle(158, 112, 9, paints.cloth[0]) +
    line('M58 69v9m102-15v9m-2 49v9', paints.frame, 2.5),
  market: (paints) =>
    line('M20 34q90 34 180 0', paints.kerb, 2.5) +
    [44, 77, 110, 143, 176]
      .map((x, at) => circle(x, 45 + (at === 2 ? 6 : at % 2 ? 4 : 0), 6, paints.lamp))
      .join('') +
    [
      [26, paints.roof],
      [84, paints.cloth[1]],
      [142, paints.cloth[0]],
    ]
      .map(([x, awning]) => `<g transform='translate(${x} 0)'>${stall(String(awning), paints)}</g>`)
      .join(''),
  board: (paints) =>
    path('M50 26h120v76H50z', paints.roof) +
    path('M57 33h106v62H57z', paints.wall) +
    path('M66 42h34v20H66z', paints.lamp) +
    line('M108 44h46m-46 9h46m-46 9h30M66 72h88m-88 9h60', paints.kerb, 4) +
    line('M66 102v29m88-29v29', paints.frame, 6),
  code: (paints) =>
    path('M72 18h76v113H72z', paints.wallShade) +
    path('M82 30h56v56H82z', paints.wall) +
    path(CODE, paints.frame) +
    line('M96 104h28m-20 10h12', paints.kerb, 4) +
    path('M168 112h18l-2 18h-14z', paints.roof) +
    circle(177, 104, 11, paints.crown) +
    circle(169, 108, 7, paints.crownShade),
}

const CODE =
  'M88 36h14v14H88zm4 4v6h6v-6zm26-4h14v14h-14zm4 4v6h6v-6zM88 66h14v14H88zm4 4v6h6v-6zm14-34h8v6h-8zm0 10h8v8h-8zm-18 8h8v8h-8zm12 2h8v8h-8zm18 0h6v6h-6zm8 6h6v8h-6zm-10 6h6v6h-6zm8 8h8v6h-8zm-14-4h8v10h-8z'

const stall = (awning: string, paints: Paints): string =>
  path('M0 66h52l-6 18H6z', awning) +
  path('M13 66h8l-2 18h-8zm18 0h8l2 18h-8z', paints.wall) +
  path('M4 104h44v8H4z', paints.roof) +
  circle(16, 100, 5, paints.crown) +
  circle(27, 100, 5, paints.lamp) +
  circle(38, 100, 5, paints.cloth[0]) +
  line('M7 84v47m38-47v47', paints.frame, 3)

/** Small things stand on bare paper, without a lit front behind them: in the dark they need more light. */
const LAMPLIT: Paints = {
  ...PAINTS.dark,
  roof: '#A8622F',
  frame: '#A46F42',
  trunk: '#7F654A',
  kerb: '#6E573F',
  wall: '#DCC7AB',
  wallShade: '#6A5239',
  crown: '#6A7D55',
  crownShade: '#566845',
}

/** A drawing of 220 × 140, on a ground line, in the paints of the facades. */
export function drawPicture(subject: PictureSubject, theme: 'light' | 'dark'): string {
  const paints = theme === 'dark' ? LAMPLIT : PAINTS.light
  const ground = line('M14 131h192', paints.kerb, 3)
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 220 140'>${ground}${DRAWINGS[subject](paints)}</svg>`
}

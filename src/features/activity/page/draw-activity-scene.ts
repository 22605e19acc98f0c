import type { Topic } from '../../../../core/domain/activity/activity'
import { PAINTS, type Paints } from '../../../components/facade/facade-paints'
import { ORANGES } from '../../../theme/tokens'

/** 16:9, shown as wide as the page. */
const SIZE = { width: 320, height: 180 } as const
/** Where floor or pavement begins. */
const GROUND = 148

const path = (d: string, fill: string) => `<path fill='${fill}' d='${d}'/>`
const line = (d: string, stroke: string, width: number) =>
  `<path fill='none' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round' d='${d}'/>`
const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx='${x}' cy='${y}' r='${radius}' fill='${fill}'/>`
const box = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x='${x}' y='${y}' width='${width}' height='${height}' rx='${round}' fill='${fill}'/>`

interface Palette extends Paints {
  readonly skin: string
  readonly grey: string
  readonly black: string
  readonly vital: string
}

const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: { ...PAINTS.light, skin: '#F0C8A0', grey: '#CFC5BA', black: '#4A3A2E', vital: ORANGES.vital },
  dark: { ...PAINTS.dark, skin: '#BF9268', grey: '#8F857A', black: '#1B140D', vital: '#D9722B' },
}

/** Somebody of the neighbourhood, without a face: `tall` from the feet to the chin. */
const person = (x: number, foot: number, tall: number, coat: string, hair: string, { skin }: Palette) => {
  const [head, wide] = [tall * 0.2, tall * 0.3]
  const neck = foot - tall
  return (
    path(
      `M${x - wide} ${foot}q${-wide * 0.1} ${-tall * 0.9} ${wide} ${-tall * 0.96}q${wide * 1.1} ${tall * 0.06} ${wide} ${tall * 0.96}z`,
      coat,
    ) +
    circle(x, neck - head * 0.5, head, skin) +
    path(
      `M${x - head * 1.08} ${neck - head * 0.4}a${head * 1.08} ${head * 1.12} 0 0 1 ${head * 2.16} 0q${-head * 1.08} ${-head * 0.7} ${-head * 2.16} 0z`,
      hair,
    )
  )
}

const tree = (x: number, top: number, { trunk, crown, crownShade }: Palette) =>
  line(`M${x} ${GROUND + 6}V${top + 30}m0 6l-12-16m12 12l11-15`, trunk, 5) +
  circle(x - 15, top + 14, 17, crownShade) +
  circle(x + 15, top + 12, 18, crownShade) +
  circle(x, top, 22, crown)

const pot = (x: number, foot: number, { roof, crown, crownShade }: Palette) =>
  path(`M${x - 10} ${foot - 15}h20l-3 15h-14z`, roof) +
  circle(x - 6, foot - 22, 9, crownShade) +
  circle(x + 6, foot - 23, 9, crownShade) +
  circle(x, foot - 30, 10, crown)

const lamp = (x: number, drop: number, { kerb, roof, lamp: light, shine }: Palette) =>
  circle(x, drop + 10, 24, shine) +
  line(`M${x} 0v${drop}`, kerb, 2) +
  circle(x, drop + 10, 6, light) +
  path(`M${x - 13} ${drop + 10}q0-13 13-13t13 13z`, roof)

/** The rows of the workers' village behind everything that takes place outside. */
const outside = (paints: Palette): string => {
  const { width, height } = SIZE
  const rows = [-14, 70, 176, 258].map((x, at) => {
    const top = GROUND - ([54, 62, 58, 66][at] ?? 60)
    const windows = [0, 1]
      .map((row) => `M${x + 9} ${top + 9 + row * 19}h9v10h-9zm22 0h9v10h-9zm22 0h9v10h-9z`)
      .join('')
    return (
      box(x, top, 72, GROUND - top, paints.farWall) +
      path(`M${x - 5} ${top}l13-15h56l13 15z`, paints.farRoof) +
      path(windows, paints.farWindow)
    )
  })
  return (
    `<defs><linearGradient id='s' x2='0' y2='1'><stop stop-color='${paints.skyTop}'/><stop offset='1' stop-color='${paints.skyLow}'/></linearGradient></defs>` +
    `<path fill='url(#s)' d='M0 0h${width}v${height}H0z'/>` +
    circle(276, 34, 27, paints.lampGlow) +
    circle(276, 34, 14, paints.lamp) +
    rows.join('') +
    box(0, GROUND, width, height - GROUND, paints.pavement) +
    box(0, GROUND + 14, width, 2, paints.kerb)
  )
}

/** A room with its wall and floor; what hangs and stands in it comes on top. */
const inside = ({ wall, wallShade, pavement, kerb }: Palette): string =>
  box(0, 0, SIZE.width, GROUND, wall) +
  box(0, 104, SIZE.width, GROUND - 104, wallShade) +
  box(0, 102, SIZE.width, 3, kerb) +
  box(0, GROUND, SIZE.width, SIZE.height - GROUND, pavement) +
  box(0, GROUND, SIZE.width, 3, kerb)

const windowAt = (x: number, y: number, { frame, skyLow, shine, curtain, crown }: Palette) =>
  box(x, y, 66, 58, frame, 3) +
  box(x + 4, y + 4, 58, 50, skyLow) +
  path(`M${x + 36} ${y + 54}q0-22 14-24 12-2 12 10v14z`, crown) +
  path(`M${x + 4} ${y + 4}h18q-2 30-18 42z`, curtain) +
  path(`M${x + 62} ${y + 4}h-18q2 30 18 42z`, shine) +
  line(`M${x + 33} ${y + 4}v50`, frame, 3)

const stall = (x: number, awning: string, goods: readonly string[], paints: Palette) => {
  const { wall, roof, frame } = paints
  const stripes = [8, 32, 56].map((at) => path(`M${x + at} 66h12l2 22q-8 7-16 0z`, wall)).join('')
  return (
    path(`M${x} 66h88l6 22q-8 7-16 0-8 7-16 0-8 7-16 0-8 7-16 0-8 7-16 0-8 7-16 0z`, awning) +
    stripes +
    goods.map((fill, at) => circle(x + 12 + at * 13, 119, 7, fill)).join('') +
    box(x - 2, 122, 92, 11, roof, 2) +
    path(`M${x + 2} 133h84v16h-84z`, paints.wallShade) +
    line(`M${x + 4} 88v64m80-64v64`, frame, 4)
  )
}

const chair = (x: number, { roof, frame }: Palette, back: 1 | -1) =>
  line(`M${x} 132v22m22-22v22`, frame, 4) +
  box(x - 3, 127, 28, 7, roof, 2) +
  box(back === 1 ? x - 4 : x + 20, 98, 6, 32, roof, 3)

const SCENES: Readonly<Record<Topic, (paints: Palette) => string>> = {
  market: (paints) =>
    outside(paints) +
    tree(24, 78, paints) +
    line('M0 30q80 34 160 8t160 4', paints.kerb, 2) +
    [20, 62, 104, 146, 188, 230, 272]
      .map((x, at) =>
        circle(x, [40, 51, 52, 47, 40, 38, 41][at] ?? 44, 6, at % 2 ? paints.vital : paints.lamp),
      )
      .join('') +
    person(106, 132, 34, paints.cloth[1], paints.grey, paints) +
    stall(
      62,
      paints.vital,
      [paints.crown, paints.roof, paints.lamp, paints.crownShade, paints.roof, paints.lamp],
      paints,
    ) +
    person(226, 132, 34, paints.cloth[0], paints.black, paints) +
    stall(
      184,
      paints.cloth[1],
      [paints.lamp, paints.cloth[0], paints.crown, paints.lamp, paints.cloth[0], paints.crown],
      paints,
    ) +
    person(164, 166, 46, paints.crownShade, paints.grey, paints) +
    person(298, 164, 44, paints.roof, paints.black, paints) +
    path('M174 150h16l-2 17h-12z', paints.lamp) +
    line('M177 150q5-9 10 0', paints.frame, 2),
  class: (paints) =>
    inside(paints) +
    windowAt(26, 22, paints) +
    lamp(160, 26, paints) +
    // A row of finished work on a string.
    line('M204 30q46 14 96 0', paints.kerb, 2) +
    knot(224, 38, paints) +
    knot(252, 41, paints) +
    knot(280, 38, paints) +
    person(92, 128, 40, paints.cloth[1], paints.grey, paints) +
    person(160, 128, 42, paints.vital, paints.black, paints) +
    person(228, 128, 40, paints.crownShade, paints.grey, paints) +
    box(44, 122, 232, 10, paints.roof, 3) +
    line('M62 132v34m196-34v34', paints.frame, 5) +
    box(70, 112, 34, 10, paints.cloth[2], 1) +
    path('M140 122q20-16 40 0z', paints.lamp) +
    box(212, 116, 36, 6, paints.cloth[0], 1) +
    line('M118 120l12-8m-12 0l12 8', paints.frame, 2.5) +
    circle(196, 118, 4, paints.vital),
  health: (paints) =>
    inside(paints) +
    windowAt(228, 22, paints) +
    circle(66, 46, 27, paints.crownShade) +
    path('M60 28h12v12h12v12H72v12H60V52H48V40h12z', paints.cloth[2]) +
    // What an ear hears and a hand shows: a chart, a heart.
    box(118, 22, 78, 54, paints.frame, 3) +
    box(122, 26, 70, 46, paints.cloth[2]) +
    line('M128 52h16l6-14 10 24 7-16 4 6h16', paints.vital, 3) +
    person(116, 126, 44, paints.cloth[2], paints.black, paints) +
    person(204, 126, 42, paints.cloth[0], paints.grey, paints) +
    box(86, 124, 148, 9, paints.roof, 3) +
    line('M98 133v32m124-32v32', paints.frame, 5) +
    box(146, 110, 30, 14, paints.cloth[1], 3) +
    line('M176 117q16 0 18 6', paints.black, 2.5) +
    circle(152, 117, 4, paints.lamp) +
    pot(36, 166, paints) +
    chair(258, paints, -1),
  family: (paints) =>
    outside(paints) +
    tree(298, 74, paints) +
    // A slide, a kite, two generations hand in hand.
    line('M40 158V92m22 0v66m-22-50h22m-22 16h22m-22 16h22', paints.frame, 4) +
    path('M34 86h36l64 66-8 8-62-62H34z', paints.vital) +
    path('M32 62h40v8H32z', paints.roof) +
    line('M36 70v18m32-18v18', paints.roof, 4) +
    person(178, 166, 54, paints.cloth[1], paints.black, paints) +
    person(216, 166, 32, paints.vital, paints.black, paints) +
    person(252, 166, 48, paints.crownShade, paints.grey, paints) +
    line('M191 136l16 12m18 0l15-10', paints.skin, 4.5) +
    line('M216 130q-10-40-56-76', paints.kerb, 1.5) +
    path('M160 30l18 18-18 26-14-22z', paints.cloth[0]) +
    path('M160 30l0 44-14-22z', paints.roof) +
    line('M160 74q-4 8 2 12t0 10', paints.roof, 2) +
    circle(110, 160, 8, paints.lamp),
  culture: (paints) =>
    inside(paints) +
    // A stage with its curtain open, and lanterns above.
    box(38, 20, 244, 112, paints.glassDark) +
    circle(160, 84, 54, paints.shine) +
    path(
      'M30 14h260v18q-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0-16 12-32.5 0z',
      paints.roof,
    ) +
    path('M30 24h48q-4 74-34 108H30z', paints.vital) +
    path('M290 24h-48q4 74 34 108h14z', paints.vital) +
    line('M46 34q0 60-8 96m22-96q-2 54-16 96m230-96q0 60 8 96m-22-96q2 54 16 96', paints.roof, 2) +
    box(24, 130, 272, 12, paints.frame, 2) +
    person(134, 130, 46, paints.cloth[1], paints.black, paints) +
    person(190, 130, 44, paints.cloth[0], paints.grey, paints) +
    // An erhu, and a fan.
    line('M146 126l10-52', paints.frame, 3) +
    box(138, 116, 14, 12, paints.frame, 2) +
    line('M128 112l34-8', paints.cloth[2], 1.8) +
    path('M206 104l-6-26q16-8 28 4z', paints.lamp) +
    lantern(100, 40, paints) +
    lantern(220, 40, paints) +
    [64, 112, 160, 208, 256]
      .map(
        (x, at) =>
          circle(x, 166, 11, at % 2 ? paints.black : paints.grey) +
          path(
            `M${x - 19} 180q2-12 19-12t19 12z`,
            [paints.crownShade, paints.cloth[1], paints.roof][at % 3] ?? paints.roof,
          ),
      )
      .join(''),
  volunteer: (paints) =>
    outside(paints) +
    tree(40, 70, paints) +
    // Orange waistcoats, a bed of flowers, a can and a broom.
    person(112, 164, 54, paints.vital, paints.grey, paints) +
    person(220, 164, 54, paints.vital, paints.black, paints) +
    path('M107 126h10v38h-10zm108 0h10v38h-10z', paints.cloth[2]) +
    line('M126 134l20 8', paints.skin, 5) +
    path('M140 136h26v20h-26z', paints.cloth[1]) +
    line('M166 142l16-6m-38 0q9-14 18 0', paints.cloth[1], 4) +
    line('M184 140l2 6m4-6l3 6m2-8l5 5', paints.cloth[1], 2) +
    path('M176 160h34v10h-34z', paints.roof) +
    [182, 192, 202]
      .map(
        (x, at) =>
          line(`M${x} 160v-9`, paints.crownShade, 2.5) +
          circle(x, 148, 5, at % 2 ? paints.lamp : paints.vital),
      )
      .join('') +
    line('M262 84l-14 66', paints.roof, 4) +
    path('M240 146l18 4 2 20h-30z', paints.lamp) +
    line('M234 134l18-4', paints.skin, 5) +
    pot(292, 170, paints),
  meeting: (paints) =>
    inside(paints) +
    windowAt(16, 22, paints) +
    box(112, 18, 108, 66, paints.frame, 3) +
    box(116, 22, 100, 58, paints.cloth[2]) +
    path('M126 70V52h14v18zm20 0V42h14v28zm20 0V34h14v36z', paints.vital) +
    line('M186 36h22m-22 10h22m-22 10h14', paints.kerb, 4) +
    person(80, 128, 42, paints.cloth[1], paints.grey, paints) +
    person(134, 124, 42, paints.crownShade, paints.black, paints) +
    person(186, 124, 42, paints.cloth[0], paints.grey, paints) +
    person(240, 128, 42, paints.roof, paints.black, paints) +
    `<ellipse cx='160' cy='130' rx='118' ry='17' fill='${paints.roof}'/>` +
    `<ellipse cx='160' cy='127' rx='112' ry='14' fill='${paints.shine}'/>` +
    path('M148 142h24l8 24h-40z', paints.frame) +
    [96, 142, 188, 226]
      .map((x, at) =>
        path(`M${x - 6} ${at % 3 ? 117 : 121}h12l-1.5 9h-9z`, at % 2 ? paints.cloth[2] : paints.vital),
      )
      .join('') +
    pot(296, 166, paints),
  other: (paints) =>
    outside(paints) +
    tree(48, 68, paints) +
    tree(286, 78, paints) +
    // A notice board and a bench under a lamp: where one meets.
    line('M128 152V66m90 86V66', paints.frame, 6) +
    path('M112 62l61-22 61 22z', paints.roof) +
    box(120, 62, 106, 58, paints.frame, 3) +
    box(126, 68, 94, 46, paints.cloth[2]) +
    box(132, 74, 34, 22, paints.vital, 1) +
    line('M174 76h38m-38 9h38m-38 9h24m-66 11h80', paints.kerb, 4) +
    person(106, 166, 46, paints.cloth[1], paints.grey, paints) +
    person(236, 166, 48, paints.crownShade, paints.black, paints) +
    box(146, 146, 62, 6, paints.roof, 2) +
    line('M154 152v16m46-16v16', paints.frame, 4),
}

const knot = (x: number, y: number, { vital, roof }: Palette) =>
  path(`M${x} ${y}l9 10-9 10-9-10z`, vital) +
  line(`M${x - 3} ${y + 22}v14m3-14v17m3-17v14`, vital, 1.8) +
  circle(x, y + 10, 3, roof)

const lantern = (x: number, y: number, { vital, lamp: light, kerb }: Palette) =>
  line(`M${x} 20v${y - 20}`, kerb, 2) +
  `<ellipse cx='${x}' cy='${y + 10}' rx='12' ry='10' fill='${vital}'/>` +
  box(x - 5, y - 1, 10, 3, light) +
  box(x - 5, y + 18, 10, 3, light) +
  line(`M${x} ${y + 21}v9`, light, 2)

/** What one sort of activity looks like, by day or with the lamps on. */
export const drawActivityScene = (topic: Topic, theme: 'light' | 'dark'): string =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${SIZE.width} ${SIZE.height}' preserveAspectRatio='xMidYMid slice'>${SCENES[topic](PALETTES[theme])}</svg>`

import type { NewsPicture } from '../../../core/domain/news/article'

/** One set for both themes: behind them is the page's own warm ground, and in the dark they are dimmed a little. */
const SKY = '#FFE9CF'
const WALL = '#FFF6EA'
const SHADE = '#F3D8B6'
const FIRM = '#C2500A'
const VIVID = '#FF7A1A'
const WARM = '#FFB86B'
const LIT = '#FFD27A'
const WOOD = '#A9541C'
const MOSS = '#8CAA72'
const LEAF = '#A9C08C'
const SLATE = '#7D9AA6'

const path = (d: string, fill: string) => `<path fill='${fill}' d='${d}'/>`
const line = (d: string, stroke: string, width: number) =>
  `<path fill='none' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round' d='${d}'/>`
const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx='${x}' cy='${y}' r='${radius}' fill='${fill}'/>`
const tree = (x: number, y: number) =>
  line(`M${x} ${y + 34}v-26`, WOOD, 4) + circle(x, y, 17, MOSS) + circle(x - 8, y + 7, 12, LEAF)

const SCENES: Readonly<Record<NewsPicture, string>> = {
  office:
    circle(176, 30, 13, WARM) +
    path('M44 46h118v70H44z', WALL) +
    path('M36 40h134v18H36z', VIVID) +
    path('M56 70h34v46H56zm40 0h26v26H96z', LIT) +
    line('M73 70v46', WOOD, 2) +
    path('M130 70h22v46h-22z', FIRM) +
    tree(188, 82),
  lift:
    path('M40 34h96v82H40z', WALL) +
    path(
      'M52 46h16v14H52zm26 0h16v14H78zM52 70h16v14H52zm26 0h16v14H78zM52 94h16v22H52zm26 0h16v14H78z',
      SLATE,
    ) +
    path('M130 22h44v94h-44z', SHADE) +
    path('M136 60h32v40h-32z', FIRM) +
    path('M141 66h10v34h-10zm12 0h10v34h-10z', LIT) +
    line('M152 22v38', WOOD, 2) +
    line('M188 62l8-9 8 9M188 82l8 9 8-9', FIRM, 5),
  canteen:
    path('M52 64h112q-4 46-44 46H96q-40 0-44-46z', FIRM) +
    path('M46 58h124v8H46z', WOOD) +
    path('M60 58q6-20 24-14 10-16 28-4 18-8 26 6 14-2 18 12z', WALL) +
    line('M86 30q-6-8 0-16m24 14q-6-9 0-18m24 18q-6-8 0-16', WARM, 5) +
    line('M150 52l40-34m-32 38l42-28', WOOD, 5),
  market:
    line('M14 24q96 30 192 0', WOOD, 2) +
    [48, 84, 120, 158].map((x, at) => circle(x, at % 3 ? 39 : 35, 6, WARM)).join('') +
    path('M24 56h76l8 22H16z', VIVID) +
    path('M43 56h19l-2 22H38zm38 0h19l8 22H86z', WALL) +
    path('M26 92h72v10H26z', WOOD) +
    circle(46, 88, 7, MOSS) +
    circle(62, 88, 7, FIRM) +
    circle(78, 88, 7, WARM) +
    line('M24 78v38m76-38v38', WOOD, 4) +
    path('M122 56h76l8 22h-92z', SLATE) +
    path('M141 56h19l-2 22h-22zm38 0h19l8 22h-22z', WALL) +
    path('M124 92h72v10h-72z', WOOD) +
    path('M134 82h12v10h-12zm20-4h12v14h-12zm20 2h12v12h-12z', LIT) +
    line('M122 78v38m76-38v38', WOOD, 4),
  park:
    circle(44, 32, 14, WARM) +
    path('M0 96q60-16 110-2t110-6v52H0z', LEAF) +
    path('M0 122q50-16 104-4t116-8v30H0z', SLATE) +
    line('M118 116q34-40 72 0', WOOD, 6) +
    line('M130 106v10m14-20v20m20-20v20m14-12v12', WOOD, 3) +
    tree(52, 66) +
    tree(88, 60),
  village:
    [
      [16, 58],
      [84, 46],
      [152, 60],
    ]
      .map(
        ([x = 0, y = 0]) =>
          path(`M${x} ${y}h54v${116 - y}h-54z`, WALL) +
          path(`M${x - 6} ${y}l33-24 33 24z`, FIRM) +
          path(
            `M${x + 8} ${y + 10}h14v12h-14zm24 0h14v12h-14zM${x + 8} ${y + 32}h14v12h-14zm24 0h14v12h-14z`,
            LIT,
          ),
      )
      .join('') +
    circle(76, 104, 13, MOSS) +
    circle(146, 106, 11, LEAF),
  health:
    path('M54 44h112v70H54z', WALL) +
    line('M88 44v-12q0-6 6-6h32q6 0 6 6v12', WOOD, 6) +
    path('M54 44h112v12H54z', MOSS) +
    path('M101 62h18v15h15v18h-15v15h-18V95H86V77h15z', MOSS) +
    path('M172 92h24q0 24-12 24t-12-24z', FIRM) +
    line('M178 84q-4-6 0-12m12 12q-4-6 0-12', WARM, 4),
  board:
    path('M38 24h144v76H38z', WOOD) +
    path('M46 32h128v60H46z', WALL) +
    path('M56 42h44v26H56z', WARM) +
    line('M110 44h54m-54 11h54m-54 11h34M56 80h108', SHADE, 5) +
    line('M58 100v18m104-18v18', WOOD, 7) +
    circle(172, 36, 10, FIRM),
  phone:
    path('M78 16h64q8 0 8 8v92H70V24q0-8 8-8z', WOOD) +
    path('M77 26h66v80H77z', WALL) +
    path('M85 36h50v18H85zm0 26h50v14H85z', WARM) +
    path('M85 84h50v14H85z', FIRM) +
    path('M158 34h44q6 0 6 6v22q0 6-6 6h-26l-14 12v-12q-10 0-10-6V40q0-6 6-6z', LIT) +
    line('M164 46h32m-32 11h20', WOOD, 4),
  letters:
    line('M112 116V84', WOOD, 8) +
    path('M62 40q0-22 24-22h62q22 0 22 22v46H62z', VIVID) +
    path('M62 40q0-22 24-22t24 22v46H62z', FIRM) +
    path('M72 44h28v8H72z', SKY) +
    path('M120 52h44v28h-44z', WALL) +
    line('M120 54l22 15 22-15', WOOD, 3) +
    tree(196, 84) +
    circle(30, 108, 11, LEAF),
}

/** A drawing of 220 × 140 that fills its frame to the edges. */
export const drawScene = (picture: NewsPicture): string =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 220 140' preserveAspectRatio='xMidYMid slice'>` +
  `<path fill='${WOOD}' fill-opacity='.22' d='M0 116h220v24H0z'/>` +
  `${SCENES[picture]}</svg>`

import type { Paints } from './facade-paints'
import type { Choose } from './seed'

/** Where the pavement meets the houses. */
export const GROUND = 158

const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx='${x}' cy='${y}' r='${radius}' fill='${fill}'/>`

const path = (d: string, fill: string) => `<path fill='${fill}' d='${d}'/>`

/** What stands behind the house and what stands before it. */
export function drawStreet(choose: Choose, paints: Paints, theme: 'light' | 'dark') {
  const treeLeft = choose([26, 34, 42])
  const treeRight = choose([338, 346, 330])
  const behind = [
    sky(choose, paints, theme),
    village(choose, paints),
    path(`M0 ${GROUND}h375v32H0z`, paints.pavement),
    path(`M0 ${GROUND + 14}h375v2H0z`, paints.kerb),
    planeTree(treeLeft, choose([74, 66, 80]), paints),
  ]
  const before = [planeTree(treeRight, choose([96, 104, 88]), paints), furniture(choose, paints)]
  return { behind: behind.join(''), before: before.join('') }
}

function sky(choose: Choose, paints: Paints, theme: 'light' | 'dark'): string {
  const x = choose([318, 60, 300])
  const halo = circle(x, 38, 30, paints.lampGlow) + circle(x, 38, 15, paints.lamp)
  const stars =
    theme === 'dark'
      ? "<path stroke='#F6E3C2' stroke-linecap='round' stroke-width='2' d='M96 24h0M150 14h0M232 26h0M20 52h0M352 74h0'/>"
      : ''
  return halo + stars
}

/** The three-storey rows of a workers' village, far away. */
function village(choose: Choose, paints: Paints): string {
  const rows = [-18, 62, 262, 330].map((x) => {
    const top = GROUND - choose([58, 66, 74])
    const walls = path(`M${x} ${top}h74v${GROUND - top}h-74z`, paints.farWall)
    const roof = path(`M${x - 5} ${top}l14-16h56l14 16z`, paints.farRoof)
    const windows = [0, 1]
      .map((row) => `M${x + 9} ${top + 9 + row * 20}h9v10h-9zm22 0h9v10h-9zm22 0h9v10h-9z`)
      .join('')
    return walls + roof + path(windows, paints.farWindow)
  })
  return rows.join('')
}

/** 梧桐: a pale trunk that forks low, a broad crown. */
function planeTree(x: number, crown: number, paints: Paints): string {
  const trunk = `<path fill='none' stroke='${paints.trunk}' stroke-width='6' stroke-linecap='round' d='M${x} ${GROUND + 8}V${crown + 34}m0 4l-13-20m13 14l12-18'/>`
  return (
    trunk +
    circle(x - 15, crown + 12, 19, paints.crownShade) +
    circle(x + 15, crown + 10, 20, paints.crownShade) +
    circle(x, crown, 23, paints.crown) +
    circle(x - 9, crown + 16, 13, paints.crown)
  )
}

function furniture(choose: Choose, paints: Paints): string {
  return choose([bench, bicycle, pots])(paints)
}

function bench({ frame, roof }: Paints): string {
  return (
    path('M26 158h50v4h-50zm2-12h46v4h-46zm0 6h46v3h-46z', roof) +
    `<path fill='none' stroke='${frame}' stroke-width='2.5' d='M32 144v26m38-26v26'/>`
  )
}

function bicycle({ frame, roof }: Paints): string {
  return (
    `<g fill='none' stroke='${frame}' stroke-width='2.2'><circle cx='34' cy='166' r='10'/><circle cx='66' cy='166' r='10'/></g>` +
    `<path fill='none' stroke='${roof}' stroke-width='2.6' stroke-linecap='round' stroke-linejoin='round' d='M34 166l9-17h18l5 17m-5-17l-12 17h-15m7-21h7m14-1h6l3 3'/>`
  )
}

function pots({ crown, crownShade, roof }: Paints): string {
  return (
    path('M30 160h16l-2 12h-12zm22 3h14l-2 9h-10z', roof) +
    circle(38, 152, 10, crown) +
    circle(59, 157, 8, crownShade) +
    circle(33, 155, 6, crownShade)
  )
}

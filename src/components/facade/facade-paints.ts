import { PALETTES } from '../../theme/tokens'

/** Paints of a scene. They belong to pictures only; text and surfaces take theirs from the tokens. */
export interface Paints {
  readonly skyTop: string
  readonly skyLow: string
  readonly lamp: string
  readonly lampGlow: string
  readonly farWall: string
  readonly farRoof: string
  readonly farWindow: string
  readonly wall: string
  readonly wallShade: string
  readonly roof: string
  readonly glassLit: string
  readonly glassDark: string
  readonly curtain: string
  readonly frame: string
  readonly crown: string
  readonly crownShade: string
  readonly trunk: string
  readonly pavement: string
  readonly kerb: string
  readonly shine: string
  readonly sign: string
  readonly cloth: readonly [string, string, string]
}

export const PAINTS: Readonly<Record<'light' | 'dark', Paints>> = {
  light: {
    skyTop: PALETTES.light.paper,
    skyLow: '#FFDDB5',
    lamp: '#FFC27A',
    lampGlow: '#FFE2BC',
    farWall: '#FBE3C8',
    farRoof: '#EFC49B',
    farWindow: '#FFF3E1',
    wall: '#FFF3E3',
    wallShade: '#F8DFC2',
    roof: '#D9824A',
    glassLit: '#FFD27A',
    glassDark: '#DCE4E3',
    curtain: '#FFE9CB',
    frame: '#A9541C',
    crown: '#A9C08C',
    crownShade: '#8CAA72',
    trunk: '#B08F6D',
    pavement: '#F3DFC6',
    kerb: '#DCC2A2',
    shine: '#FFE9C4',
    sign: '#2B2118',
    cloth: ['#F2A65A', '#7D9AA6', '#FFFFFF'],
  },
  dark: {
    skyTop: PALETTES.dark.paper,
    skyLow: '#4A331F',
    lamp: '#F6E3C2',
    lampGlow: '#4A3826',
    farWall: '#362819',
    farRoof: '#2A2016',
    farWindow: '#C98F45',
    wall: '#503B28',
    wallShade: '#43311F',
    roof: '#6E3F20',
    glassLit: '#FFCB6B',
    glassDark: '#2C2A28',
    curtain: '#8A6A40',
    frame: '#2B1D10',
    crown: '#4C5A3C',
    crownShade: '#3E4A31',
    trunk: '#4A3A29',
    pavement: '#2E2319',
    kerb: '#463524',
    shine: '#7A5526',
    sign: '#2B2118',
    cloth: ['#B87437', '#54707C', '#CBB9A4'],
  },
}

import type { OfficeKind } from '../../../core/domain/office/office'
import { PALETTES } from '../../theme/tokens'
import { drawHouse } from './draw-house'
import { drawStreet } from './draw-street'
import { PAINTS } from './facade-paints'
import type { FacadeSubject } from './facade-subject'
import { chooserOf } from './seed'

/** The band above the door; living rooms carry the orange of their theme. */
const BANDS: Readonly<Record<OfficeKind, string>> = {
  'living-room': PALETTES.light.vital,
  'party-service': '#E58A5B',
  'activity-room': '#A9BF7E',
  'service-centre': '#8FB0BD',
}

/** Width and height of the picture's own units; it is shown as wide as the page. */
export const FACADE_SIZE = { width: 375, height: 190 } as const

/** A drawn street front as SVG: the same office always looks the same, and no two neighbours alike. */
export function drawFacade(subject: FacadeSubject, theme: 'light' | 'dark'): string {
  const paints = PAINTS[theme]
  const choose = chooserOf(subject.id)
  const { width, height } = FACADE_SIZE
  const street = drawStreet(choose, paints, theme)
  const house = drawHouse(subject, BANDS[subject.kind], choose, paints)
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}'>`,
    `<defs><linearGradient id='s' x2='0' y2='1'><stop stop-color='${paints.skyTop}'/>`,
    `<stop offset='1' stop-color='${paints.skyLow}'/></linearGradient></defs>`,
    `<path fill='url(#s)' d='M0 0h${width}v${height}H0z'/>`,
    street.behind,
    house,
    street.before,
    '</svg>',
  ].join('')
}

/** The picture as a value of `background-image`. */
export const asBackground = (svg: string): string =>
  `url("data:image/svg+xml,${svg.replace(/[<>#%"]/g, encodeURIComponent)}")`

import { encode } from 'uqr'
import { modulesPath } from '../../../core/domain/check-in/codes/code-picture'

/** Empty modules around a code, as its standard asks for. */
const QUIET = 4

/**
 * A code as SVG, black on white in the dark too, one unit a module. The least redundancy makes the largest modules:
 * a lit screen has no dirt on it, but may be held far away.
 */
export function codeAsSvg(text: string): string {
  const { data: modules, size } = encode(text, { ecc: 'L', border: QUIET })
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'>` +
    `<path fill='#FFFFFF' d='M0 0h${size}v${size}H0z'/><path fill='#000000' d='${modulesPath(modules)}'/></svg>`
  )
}

import { encode } from 'uqr'
import { modulesPath } from '../../core/domain/check-in/codes/code-picture'

/** Empty modules around a code, as its standard asks for. */
const QUIET = 4

/** A QR code as one path, black on white in any light. */
export function CodePicture({ link, label }: { readonly link: string; readonly label: string }) {
  const { data: modules, size } = encode(link, { ecc: 'M', border: QUIET })
  return (
    <svg
      className="code-picture"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#FFFFFF" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000000" d={modulesPath(modules)} />
    </svg>
  )
}

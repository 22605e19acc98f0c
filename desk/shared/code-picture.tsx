import { encode } from 'uqr'
import { modulesPath } from '../../core/domain/check-in/codes/code-picture'

interface CodePictureProps {
  readonly link: string
  /** None where the words beside it say the same. */
  readonly label?: string
  /** Empty modules around it; its standard asks for four, of which a white card brings some. */
  readonly quiet?: number
  /** How much of it may be hidden; more makes smaller modules. */
  readonly redundancy?: 'L' | 'M'
}

/** A QR code as one path, black on white in any light. */
export function CodePicture({ link, label, quiet = 4, redundancy = 'M' }: CodePictureProps) {
  const { data: modules, size } = encode(link, { ecc: redundancy, border: quiet })
  return (
    <svg
      className="code-picture"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path fill="#FFFFFF" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000000" d={modulesPath(modules)} />
    </svg>
  )
}

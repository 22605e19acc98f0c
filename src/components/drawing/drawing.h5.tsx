import type { DrawingProps } from './drawing-props'
import './drawing.scss'

export function Drawing({ address, label }: DrawingProps) {
  return address === null ? (
    <div className="drawing" />
  ) : (
    <img className="drawing" src={address} alt={label} />
  )
}

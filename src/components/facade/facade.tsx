import { useMemo } from 'react'
import { View } from '../elements/elements'
import { asBackground, drawFacade } from './draw-facade'
import type { FacadeSubject } from './facade-subject'
import { facadeOf } from '../../text/page'
import './facade.scss'

interface FacadeProps {
  readonly subject: FacadeSubject
  readonly theme: 'light' | 'dark'
}

/** The drawn street front of one office, as wide as its surroundings. */
export function Facade({ subject, theme }: FacadeProps) {
  const { id, name, kind, light, aroundTheClock } = subject
  const picture = useMemo(
    () => asBackground(drawFacade({ id, name, kind, light, aroundTheClock }, theme)),
    [id, name, kind, light, aroundTheClock, theme],
  )
  return (
    <View className="facade" style={{ backgroundImage: picture }} ariaRole="img" ariaLabel={facadeOf(name)} />
  )
}

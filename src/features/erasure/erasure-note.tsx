import { useEffect, useState } from 'react'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { erasureAhead, onErasure } from '../../api/erasure'
import { Door, Doors } from '../../components/controls/door'
import { routes } from '../../platform/navigate/routes'
import { ERASING, ERASING_HINT } from '../../text/rooms'
import { fullMomentText } from '../../text/time'
import { now } from '../clock/use-now'

/** While an erasure is ahead, every page leads to where one can stay. */
export function ErasureNote() {
  const [eraseAfter, setEraseAfter] = useState(erasureAhead)
  useEffect(() => onErasure(() => setEraseAfter(erasureAhead())), [])
  if (eraseAfter === null || now() >= parseInstant(eraseAfter)) return null
  return (
    <Doors>
      <Door
        icon="info"
        title={ERASING(fullMomentText(parseInstant(eraseAfter)))}
        hint={ERASING_HINT}
        to={routes.privacy}
      />
    </Doors>
  )
}

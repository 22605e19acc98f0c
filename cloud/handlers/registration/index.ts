import type { AreaHandlers } from '../../app/handler'
import { askNow } from './ask-now'
import { cancel } from './cancel'
import { claim } from './claim'
import { dropMember } from './drop-member'
import { makeCard } from './make-card'
import { mine } from './mine'
import { register } from './register'
import { setTelling } from './set-telling'
import { show } from './show'
import { showCard } from './show-card'

export const handlers: AreaHandlers<'registration'> = {
  'registration.askNow': askNow,
  'registration.cancel': cancel,
  'registration.claim': claim,
  'registration.dropMember': dropMember,
  'registration.makeCard': makeCard,
  'registration.mine': mine,
  'registration.register': register,
  'registration.setTelling': setTelling,
  'registration.show': show,
  'registration.showCard': showCard,
}

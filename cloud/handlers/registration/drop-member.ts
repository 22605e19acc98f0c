import { decideDropping } from '../../../core/domain/registration/leaving/leaving'
import type { Handler } from '../../app/handler'
import { leaveBy } from '../../services/registration/leave-registration'

export const dropMember: Handler<'registration.dropMember'> = (input, context) =>
  leaveBy('drop', input.registrationId, context, ({ members }, { deadlines }) =>
    decideDropping(members, input.memberId, deadlines, context.now),
  )

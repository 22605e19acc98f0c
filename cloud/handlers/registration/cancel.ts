import { decideCancelling } from '../../../core/domain/registration/leaving/leaving'
import type { Handler } from '../../app/handler'
import { leaveBy } from '../../services/registration/leave-registration'

export const cancel: Handler<'registration.cancel'> = (input, context) =>
  leaveBy('cancel', input.registrationId, context, ({ members }, { deadlines }) =>
    decideCancelling(members, deadlines, context.now),
  )

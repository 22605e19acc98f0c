import type { Transaction } from 'kysely'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { Schema } from '../../database/schema'

/** How a registration is told from now on; a number that is no longer wanted goes. */
export async function recordNotificationWay(
  tx: Transaction<Schema>,
  registrationId: string,
  telling: NotificationWay,
  phoneSealed: Buffer | null,
): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ telling, phone_sealed: phoneSealed })
    .where('id', '=', registrationId)
    .execute()
}

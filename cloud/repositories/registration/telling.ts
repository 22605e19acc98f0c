import type { Transaction } from 'kysely'
import type { TellingWay } from '../../../core/domain/registration/messages/dispatch'
import type { Schema } from '../../database/schema'

/** How a registration is told from now on; a number that is no longer wanted goes. */
export async function recordTelling(
  tx: Transaction<Schema>,
  registrationId: string,
  telling: TellingWay,
  phoneSealed: Buffer | null,
): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ telling, phone_sealed: phoneSealed })
    .where('id', '=', registrationId)
    .execute()
}

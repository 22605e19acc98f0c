import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { exportResident } from '../../personal-data/export'

/** Named `exportMe` because `export` is a word of the language. */
export const exportMe: Handler<'me.export'> = async (_input, { db, caller, now, gateways }) =>
  accept({
    exportedAt: toIso(now),
    ...(await exportResident(db, caller.residentId, gateways.phoneSeal ?? null)),
  })

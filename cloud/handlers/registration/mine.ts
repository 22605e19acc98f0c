import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readMine } from '../../repositories/registration/pages'

export const mine: Handler<'registration.mine'> = async (_input, { db, caller, now }) =>
  accept({ registrations: await readMine(db, caller.residentId, now) })

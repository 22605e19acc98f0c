import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readScreensOf } from '../../repositories/waiting'

export const all: Handler<'screen.all'> = async (_input, { db, reach }) =>
  accept({ screens: await readScreensOf(db, reach) })

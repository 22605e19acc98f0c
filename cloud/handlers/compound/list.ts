import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readCompounds } from '../../repositories/directory'

export const list: Handler<'compound.list'> = async (_input, { db }) =>
  accept({ compounds: await readCompounds(db) })

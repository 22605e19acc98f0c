import { countsAsChild } from '../../../core/domain/activity/entry/age'
import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readRules } from '../../repositories/activity/rules'
import { readFamily, readMyself } from '../../repositories/family'

export const list: Handler<'family.list'> = async (_input, { db, caller, now }) => {
  const [myself, records, rules] = await Promise.all([
    readMyself(db, caller.residentId),
    readFamily(db, caller.residentId),
    readRules(db),
  ])
  const members = records.map((record) => {
    const born = { from: record.birthYear, to: record.birthYear }
    return { ...record, child: countsAsChild(born, now, rules.childAge) }
  })
  return accept({ myself, members, childAge: rules.childAge })
}

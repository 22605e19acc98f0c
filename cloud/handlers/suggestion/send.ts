import type { Transaction } from 'kysely'
import { checkStateOf, mayWriteNow, type CheckState } from '../../../core/domain/me/suggestion'
import { accept, refuse } from '../../../core/kernel/result'
import { Unauthenticated } from '../../app/faults'
import type { Handler, HandlerContext } from '../../app/handler'
import { once } from '../../app/repeatable'
import { textCheckWithout } from '../../gateways/wechat/text-check'
import type { Schema } from '../../database/schema'
import { hasAnswer } from '../../repositories/request'
import { findOpenid, holdWriter, recordSuggestion, writtenLately } from '../../repositories/suggestion'

type Send = Handler<'suggestion.send'>

/** WeChat is asked before the transaction opens; a repeat finds the first answer and asks nobody. */
export const send: Send = async (input, context) => {
  const { db, caller, now, gateways } = context
  if (input.phone !== null && !gateways.phoneSeal) return refuse('phone_not_kept')
  const key = {
    identity: caller.residentId,
    endpoint: 'suggestion.send',
    requestId: input.requestId.toLowerCase(),
  }
  const checked = (await hasAnswer(db, key)) ? 'unchecked' : await check(input.text, context)
  return (await db.transaction().execute(async (tx) => {
    if (!(await holdWriter(tx, caller.residentId))) throw new Unauthenticated()
    return once(tx, key, input, now, () => keep(tx, input, checked, context))
  })) as Awaited<ReturnType<Send>>
}

async function check(text: string, { db, caller, gateways }: HandlerContext<'suggestion.send'>) {
  const openid = await findOpenid(db, caller.residentId)
  return checkStateOf(await (gateways.checkText ?? textCheckWithout)({ openid, content: text }))
}

async function keep(
  tx: Transaction<Schema>,
  { text, phone }: Parameters<Send>[0],
  checked: CheckState,
  { caller: { residentId }, now, gateways }: HandlerContext<'suggestion.send'>,
): ReturnType<Send> {
  if (!mayWriteNow(await writtenLately(tx, residentId, now), now)) return refuse('too_many_suggestions')
  if (checked === 'refused') return refuse('words_refused')
  const phoneSealed = phone === null ? null : (gateways.phoneSeal?.seal(phone) ?? null)
  return accept({ suggestionId: await recordSuggestion(tx, { residentId, text, phoneSealed, checked, now }) })
}

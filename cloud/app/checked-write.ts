import type { Transaction } from 'kysely'
import type { EndpointName, Input } from '../../core/contract'
import { checkStateOf, type CheckState } from '../../core/domain/me/suggestion'
import type { Schema } from '../database/schema'
import { textCheckWithout } from '../gateways/wechat/text-check'
import { hasAnswer } from '../repositories/request'
import { findOpenid, lockWriter } from '../repositories/suggestion'
import { Unauthenticated } from './faults'
import type { Caller, Handler, HandlerContext } from './handler'
import { once } from './repeatable'

type Written<Name extends EndpointName> = Input<Name> & { readonly requestId: string }
type Answer<Name extends EndpointName> = Awaited<ReturnType<Handler<Name>>>
type Context = Pick<HandlerContext<EndpointName>, 'now' | 'gateways'> & {
  readonly db: HandlerContext<'suggestion.send'>['db']
  readonly caller: Caller
}

/**
 * A write with words that somebody else will read, `null` where nothing was written. WeChat is asked about them
 * before the transaction opens; a repeat finds the first answer and asks nobody. The writer is locked before the
 * request is claimed, so that two writes of theirs are counted one after the other.
 * @throws Unauthenticated when the writer was erased meanwhile
 */
export async function checkedWrite<Name extends EndpointName>(
  endpoint: Name,
  { input, words }: { readonly input: Written<Name>; readonly words: string | null },
  { db, caller: { residentId }, now, gateways }: Context,
  write: (tx: Transaction<Schema>, checked: CheckState) => Promise<Answer<Name>>,
): Promise<Answer<Name>> {
  const key = { identity: residentId, endpoint, requestId: input.requestId.toLowerCase() }
  const check = async (content: string): Promise<CheckState> => {
    if (await hasAnswer(db, key)) return 'unchecked'
    const openid = await findOpenid(db, residentId)
    return checkStateOf(await (gateways.checkText ?? textCheckWithout)({ openid, content }))
  }
  const checked = words === null ? 'passed' : await check(words)
  return (await db.transaction().execute(async (tx) => {
    if (!(await lockWriter(tx, residentId))) throw new Unauthenticated()
    return once(tx, key, input, now, () => write(tx, checked))
  })) as Answer<Name>
}

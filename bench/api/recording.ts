import { randomUUID } from 'node:crypto'
import { createDispatch } from '../../cloud/app/dispatch'
import { standardLimits } from '../../cloud/app/limits'
import { tokenHashOf } from '../../cloud/app/token'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import type { Database } from '../../cloud/database/connect'
import { recordStatements, type Statement } from '../support/record-statements'
import type { Person } from './people'

/** What dispatch sends for one read and one write; values that are others in each call by a name in brackets. */
export interface Recording {
  readonly read: readonly Statement[]
  readonly write: readonly Statement[]
}

export async function recordCalls(db: Database, person: Person, compoundId: string): Promise<Recording> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: standardLimits,
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
    onHandled: ({ outcome }) => {
      if (outcome !== 'ok') throw new Error(`the call to be recorded was answered with ${outcome}`)
    },
  })
  const call = (endpoint: string, input: object) =>
    recordStatements(() =>
      dispatch({ endpoint, input, token: person.token, openid: null, address: 'recorded' }),
    )
  const requestId = randomUUID()
  const read = await call('home.show', {})
  const write = await call('me.chooseCompound', { compoundId, requestId })
  const nameOf = (value: unknown): unknown => {
    if (value === person.residentId) return '<residentId>'
    if (value === requestId) return '<requestId>'
    // The only two hashes that are sent are those of the token and, in the request, of the input.
    if (Buffer.isBuffer(value)) return value.equals(tokenHashOf(person.token)) ? '<tokenHash>' : '<inputHash>'
    return value
  }
  const named = (statements: readonly Statement[]): Statement[] =>
    statements.map(({ text, values }) => ({ text, values: values.map(nameOf) }))
  return { read: named(read), write: named(write) }
}

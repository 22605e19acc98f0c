import { createDispatch } from '../../cloud/app/dispatch'
import type { Database } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { phoneSealWith } from '../../cloud/gateways/sealing/phone-seal'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { recordPost } from '../../cloud/repositories/post'
import { ensureResident } from '../../cloud/repositories/resident'
import type { EndpointName, Input, Output } from '../../core/contract'
import { parseInstant } from '../../core/kernel/shanghai-time'

const EARLY = parseInstant('2026-01-01T00:00:00Z')

export type Ask = <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>

export type Answer<Name extends EndpointName> =
  | { readonly ok: true; readonly value: Output<Name> }
  | { readonly ok: false; readonly refusal: string; readonly detail?: unknown }

/** So many editors, each of whom asks as themselves. */
export async function editorsAt(db: Database, count: number): Promise<readonly Ask[]> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
    gateways: {
      wechatLogin: wechatLoginWithout,
      holidays: announcedHolidays,
      phoneSeal: phoneSealWith('a bench'),
    },
    onHandled: ({ error }) => {
      if (error instanceof Error) throw error
    },
  })
  const openids = Array.from({ length: count }, (_, at) => `desk-editor-${at + 1}`)
  for (const openid of openids) {
    const residentId = await ensureResident(db, openid, EARLY)
    await recordPost(db, { residentId, role: 'editor', called: '王芳', officeIds: [] }, EARLY)
  }
  return openids.map((openid) => async (endpoint, input) => {
    const reply = await dispatch({ endpoint, input, token: null, openid, address: '127.0.0.1' })
    if (!reply.ok && 'fault' in reply) throw new Error(`${endpoint}: ${JSON.stringify(reply)}`)
    return reply as Answer<typeof endpoint>
  })
}

/** @throws where it was refused */
export function valueOf<Name extends EndpointName>(answer: Answer<Name>): Output<Name> {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value
}

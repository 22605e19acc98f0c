import { randomUUID } from 'node:crypto'
import type { Dispatch } from '../../cloud/app/dispatch'
import type { Database } from '../../cloud/database/connect'
import { recordPost } from '../../cloud/repositories/post'
import { ensureResident, firstOfficeId } from '../../cloud/repositories/resident'
import { instant } from '../../core/kernel/shanghai-time'
import { launch } from '../../tests/support/mini-program/launch'
import { createPhone } from '../../tests/support/mini-program/phone/phone'
import { figure, type Figure } from '../figure'
import { openDispatch } from '../support/crowd'
import { withBenchDatabase } from '../support/database'

const NAME = 'landing, from a cold start by a poster to 打卡成功'
const LIMITS = { setData: 3, bytes: 12_000, calls: 2 }

/** What a first scan costs on a phone that never saw the mini-program: from the start to the stamp. */
export function measureLanding(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    const { dispatch, close } = await openDispatch(url, 2)
    try {
      const { setData, sent } = await checkIn(dispatch, await posterToken(db, dispatch))
      const bytes = setData.reduce((sum, call) => sum + call.bytes, 0)
      return [
        figure('check-in', `${NAME}: setData`, setData.length, 'calls', { most: LIMITS.setData }),
        figure('check-in', `${NAME}: bytes of them`, bytes, 'bytes', { most: LIMITS.bytes }),
        figure('check-in', `${NAME}: calls to the backend`, sent.length, 'calls', { most: LIMITS.calls }),
      ]
    } finally {
      await close()
    }
  })
}

async function checkIn(dispatch: Dispatch, token: string) {
  const api = (event: unknown): Promise<unknown> => {
    const { name, input } = event as { name: string; input: unknown }
    return dispatch({ endpoint: name, input, token: null, openid: 'o-newcomer', address: 'bench' })
  }
  const phone = createPhone({ outside: { functions: { api } } })
  const app = launch({ folder: 'dist/weapp', phone, url: `/pages/scan/index?scene=${token}`, scene: 1047 })
  try {
    await app.tap('打卡')
    await app.sees(/^打卡成功，今天 /)
    await app.settled()
    return app.record
  } finally {
    await app.close()
  }
}

async function posterToken(db: Database, dispatch: Dispatch): Promise<string> {
  const [openid, address] = ['o-admin', 'bench']
  const now = instant(Date.now())
  await recordPost(
    db,
    { residentId: await ensureResident(db, openid, now), role: 'admin', called: '测' },
    now,
  )
  const input = { officeId: await firstOfficeId(db), requestId: randomUUID() }
  const reply = await dispatch({ endpoint: 'poster.forOffice', input, token: null, openid, address })
  if (!reply.ok) throw new Error(`no poster: ${JSON.stringify(reply)}`)
  return (reply.value as { readonly token: string }).token
}

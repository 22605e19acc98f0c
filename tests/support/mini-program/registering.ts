import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import type { Way } from './builds'
import type { MiniProgram } from './mini-program'
import type { Phone } from './phone/phone'
import type { Residents } from './residents'

export const CONFIRMED = /^已报名，号码 \d{4}$/

export const registerUrl = (activityId: string): string => `/activity/pages/register/index?id=${activityId}`

/** The call as it leaves the phone, by either way. */
export const isCallOf =
  (endpoint: string) =>
  (call: string): boolean =>
    call.includes(endpoint)

export async function registrationsIn(db: Database, activityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from registration where activity_id = ${activityId}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Numbers under which an act was sent, each once. */
export const requestIds = ({ record }: MiniProgram, endpoint: string): readonly string[] => [
  ...new Set(
    record.sent
      .filter(({ to, body }) => `${to} ${body}`.includes(endpoint))
      .map(({ body }) => /"requestId":"([^"]+)"/.exec(body)?.[1] ?? ''),
  ),
]

/** A relative, in place, on the page that is open. */
export async function addMember(
  app: MiniProgram,
  relation: string,
  year: string,
  button: string,
): Promise<void> {
  await app.tap('加一位家人')
  await app.tap({ role: 'button', text: relation })
  await app.type({ tag: 'input', label: '哪一年生的？' }, year)
  await app.tap(button)
}

/** Opens the page and registers whoever is ticked. */
export async function register(
  residents: Residents,
  phone: Phone,
  activityId: string,
  button = '给自己报名',
  way: Way = 'callFunction',
): Promise<MiniProgram> {
  const app = await residents.open({ phone, url: registerUrl(activityId), way })
  await app.tap(button)
  return app
}

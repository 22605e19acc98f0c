import { sql, type Kysely, type Transaction } from 'kysely'
import type { Consents, Message } from '../../../core/contract/registration/message'
import { TEMPLATES, type Template } from '../../../core/domain/registration/messages/notice'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { currentPlace } from '../activity/change'

type Reader = Kysely<Schema>

const A_SCREENFUL = 50
/** Beyond this a phone only repeats itself: WeChat's dialogue was not answered so often. */
const MOST_CONSENTS = 100

/** Newest first. */
export async function readInbox(
  db: Reader,
  residentId: string,
  before: number | null,
): Promise<readonly Message[]> {
  const rows = await db
    .selectFrom('message')
    .innerJoin('activity', 'activity.id', 'message.activity_id')
    .select([
      'message.id',
      'message.kind',
      'at',
      'read_at',
      'activity_id',
      'registration_id',
      'message.about',
    ])
    .select(['activity.starts_at', currentPlace.as('place')])
    .where('resident_id', '=', residentId)
    .$if(before !== null, (query) => query.where('message.id', '<', before))
    .orderBy('message.id', 'desc')
    .limit(A_SCREENFUL)
    .execute()
  return rows.map((row) => ({
    messageId: row.id,
    kind: row.kind,
    at: toIso(row.at),
    read: row.read_at !== null,
    activityId: row.activity_id,
    registrationId: row.registration_id,
    about: row.about,
    now: { startsAt: toIso(row.starts_at), place: row.place },
  }))
}

export async function countUnread(db: Reader, residentId: string): Promise<number> {
  const { unread } = await db
    .selectFrom('message')
    .select((message) => message.fn.countAll<number>().as('unread'))
    .where('resident_id', '=', residentId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

export async function markRead(
  tx: Transaction<Schema>,
  residentId: string,
  upTo: number,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('message')
    .set({ read_at: new Date(now) })
    .where('resident_id', '=', residentId)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute()
}

export async function readConsents(db: Reader, residentId: string): Promise<Consents> {
  const rows = await db
    .selectFrom('message_consent')
    .select(['template', 'consents'])
    .where('resident_id', '=', residentId)
    .execute()
  const left = new Map(rows.map(({ template, consents }) => [template, consents]))
  return Object.fromEntries(TEMPLATES.map((template) => [template, left.get(template) ?? 0])) as Consents
}

/** One more message of each template; the same template twice in one answer counts once, as WeChat counts it. */
export async function grantConsents(
  tx: Transaction<Schema>,
  residentId: string,
  templates: readonly Template[],
  now: Instant,
): Promise<void> {
  const granted = TEMPLATES.filter((template) => templates.includes(template))
  if (granted.length === 0) return
  await tx
    .insertInto('message_consent')
    .values(
      granted.map((template) => ({
        resident_id: residentId,
        template,
        consents: 1,
        granted_at: new Date(now),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['resident_id', 'template']).doUpdateSet({
        consents: sql`least(message_consent.consents + 1, ${MOST_CONSENTS})`,
        granted_at: new Date(now),
      }),
    )
    .execute()
}

/** Takes back every yes to messages of one template. */
export async function withdrawConsents(
  tx: Transaction<Schema>,
  residentId: string,
  template: Template,
): Promise<void> {
  await tx
    .updateTable('message_consent')
    .set({ consents: 0 })
    .where('resident_id', '=', residentId)
    .where('template', '=', template)
    .execute()
}

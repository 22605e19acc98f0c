import { sql, type Kysely } from 'kysely'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { ActivityRow, Pack } from '../pack'

type Reader = Kysely<Schema>

/**
 * What the database has of everything that a pack can say, as the rows of a pack. Activities and notices that staff
 * made are no part of it, nor those of the pack that do not take place any more.
 */
export async function readRows(db: Reader): Promise<Pack> {
  return {
    settings: await db.selectFrom('setting').select(['key', 'value']).orderBy('key').execute(),
    ...(await readDirectoryRows(db)),
    ...(await readActivityRows(db)),
    ...(await readLifeCircleRows(db)),
    ...(await readNewsRows(db)),
  }
}

async function readDirectoryRows(db: Reader) {
  const inOrder = <Row extends { edited_at: unknown; version: unknown }>(rows: readonly Row[]) =>
    rows.map(({ edited_at: _edited, version: _version, ...row }) => row)
  return {
    neighbourhoods: inOrder(
      await db.selectFrom('neighbourhood').selectAll().orderBy('sort_order').orderBy('id').execute(),
    ),
    compounds: inOrder(
      await db.selectFrom('compound').selectAll().orderBy('sort_order').orderBy('id').execute(),
    ),
    services: inOrder(
      await db.selectFrom('service').selectAll().orderBy('sort_order').orderBy('id').execute(),
    ),
    offices: inOrder(await db.selectFrom('office').selectAll().orderBy('sort_order').orderBy('id').execute()),
    officeServices: await db
      .selectFrom('office_service')
      .selectAll()
      .orderBy('office_id')
      .orderBy('service_id')
      .execute(),
    zones: await db
      .selectFrom('opening_zone')
      .selectAll()
      .orderBy('sort_order')
      .orderBy('office_id')
      .orderBy('id')
      .execute(),
    hours: await db
      .selectFrom('opening_hours')
      .selectAll()
      .orderBy('office_id')
      .orderBy('zone_id')
      .orderBy('weekday')
      .orderBy('from_minute')
      .execute(),
    exceptions: await db
      .selectFrom('hours_exception')
      .select(['office_id', 'zone_id', 'day', 'intervals', 'note'])
      .orderBy('office_id')
      .orderBy('zone_id')
      .orderBy('day')
      .execute(),
    entrances: await db
      .selectFrom('entrance')
      .selectAll()
      .orderBy('sort_order')
      .orderBy('office_id')
      .orderBy('id')
      .execute(),
  }
}

async function readActivityRows(db: Reader): Promise<Pick<Pack, 'activities' | 'stalls'>> {
  const rows = await db
    .selectFrom('activity')
    .select([
      'id',
      'kind',
      'status',
      'origin',
      'topic',
      'title',
      'about',
      'bring',
      'host',
      'for_whom',
      'place',
      'office_id',
      'part_of',
      'series_id',
      'series_day',
      'sample',
      'starts_at',
      'ends_at',
      'capacity',
      'waitlist_limit',
      'min_age',
      'max_age',
      'toilet',
      'baby_room',
      'drinking_water',
      'service_phone',
    ])
    .where('origin', '=', 'pack')
    .where('status', '=', 'published')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const activities = rows.map((row): ActivityRow => ({
    ...row,
    starts_at: toIso(row.starts_at),
    ends_at: toIso(row.ends_at),
  }))
  const stalls = await db
    .selectFrom('stall')
    .innerJoin('activity', 'activity.id', 'activity_id')
    .select(['activity_id', 'stall.number', 'stall.kind', 'stall.name'])
    .where('origin', '=', 'pack')
    .where('status', '=', 'published')
    .orderBy('activity_id')
    .orderBy('stall.number')
    .execute()
  return { activities, stalls }
}

async function readLifeCircleRows(db: Reader) {
  const kinds = await db.selectFrom('facility_kind').selectAll().orderBy('sort_order').orderBy('id').execute()
  const places = await db.selectFrom('facility').selectAll().orderBy('sort_order').orderBy('id').execute()
  const streets = await db.selectFrom('street_graph').select(['version', 'form']).executeTakeFirst()
  return {
    facilityKinds: kinds.map(({ edited_at: _edited, version: _version, ...row }) => row),
    facilities: places.map(({ edited_at: _edited, version: _version, ...row }) => row),
    streets:
      streets === undefined ? null : { version: streets.version, form: `\\x${streets.form.toString('hex')}` },
  }
}

async function readNewsRows(db: Reader) {
  const articles = await db
    .selectFrom('article')
    .selectAll()
    .orderBy('published_on', 'desc')
    .orderBy('id')
    .execute()
  const notices = await db
    .selectFrom('notice')
    .select(['id', 'origin', 'title', 'body', 'from_at', 'until_at'])
    .where('origin', '=', 'pack')
    .where('withdrawn_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return {
    articles: articles.map(({ edited_at: _edited, version: _version, ...row }) => row),
    articleFiles: await db
      .selectFrom('article_file')
      .select(['name', 'media_type', sql<string>`'\\x' || encode(content, 'hex')`.as('content')])
      .orderBy('name')
      .execute(),
    words: await db.selectFrom('explained_word').selectAll().orderBy('sort_order').orderBy('id').execute(),
    notices: notices.map((row) => ({
      ...row,
      from_at: toIso(row.from_at),
      until_at: toIso(row.until_at),
    })),
  }
}

import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../../database/schema'

/** How these characters are read; those that nobody knows are left out. */
export async function readSounds(
  db: Kysely<Schema>,
  characters: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('search_sound')
    .select(['character', 'sound'])
    .where('character', 'in', [...characters])
    .execute()
  return new Map(rows.map(({ character, sound }) => [character, sound]))
}

export async function knowsSounds(tx: Transaction<Schema>): Promise<boolean> {
  const known = await tx.selectFrom('search_sound').select('character').limit(1).executeTakeFirst()
  return known !== undefined
}

/** `sounds` in the order of `characters`; what is not read in letters is left out. */
export async function writeSounds(
  tx: Transaction<Schema>,
  characters: readonly string[],
  sounds: readonly string[],
): Promise<void> {
  await sql`
    insert into search_sound (character, sound)
    select character, sound from unnest(${characters}::text[], ${sounds}::text[]) as read (character, sound)
    where sound ~ '^[a-z]+$'
    on conflict do nothing`.execute(tx)
}

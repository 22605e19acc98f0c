import { sql } from 'kysely'
import type { Migration } from '../migration'

type Db = Parameters<Migration['up']>[0]

/** Rolls are closed and corrected, a card claimed after walking in is one head, and keys lie sealed. */
export const rollsAndSeals: Migration = {
  name: '0009-rolls-and-seals',
  async up(db) {
    await rolls(db)
    await claims(db)
    await seals(db)
  },
}

/** Whose seat was released and who is found on a closed roll to have come after all, came without a seat. */
async function rolls(db: Db): Promise<void> {
  await sql`
    alter table party_member drop constraint party_member_check,
      add constraint party_member_released check (not released or state in ('confirmed', 'attended', 'no_show'))
  `.execute(db)
  await sql`
    alter table activity_history drop constraint activity_history_act_check,
      add constraint activity_history_act_check check (act in ('saved', 'submitted', 'approved', 'withdrawn',
        'capacity', 'opened-list', 'roll-closed', 'roll-corrected'))
  `.execute(db)
}

async function claims(db: Db): Promise<void> {
  await sql`
    alter table check_in_history drop constraint check_in_history_act_check,
      add constraint check_in_history_act_check check (act in ('recorded', 'gift', 'undone', 'claimed'))
  `.execute(db)
}

/** Keys that were drawn before lie open until the next start of the server, which has the secret to seal them with. */
async function seals(db: Db): Promise<void> {
  await sql`
    alter table screen drop constraint screen_key_check, add column key_sealed boolean not null default false,
      add constraint screen_key_open check (key_sealed or length(key) = 32)
  `.execute(db)
  await sql`
    alter table ticket_key drop constraint ticket_key_seed_check, add column seed_sealed boolean not null default false,
      add constraint ticket_key_seed_open check (seed_sealed or length(seed) = 32)
  `.execute(db)
}

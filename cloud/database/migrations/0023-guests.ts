import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Guests: people without an account whom an office registers, each kept for one activity, with who took their
 * consent. A card of theirs is sent by nobody, and what they are told is told by staff: it has no inbox.
 */
export const guests: Migration = {
  name: '0023-guests',
  async up(db) {
    await sql`
      create table guest (
        id uuid primary key default gen_random_uuid(),
        registration_id uuid not null references registration (id),
        called text check (length(called) between 1 and 20),
        consent text not null check (consent in ('oral', 'written')),
        consent_post uuid references post (id),
        consent_at timestamptz not null,
        keeper_id uuid references resident (id)
      )`.execute(db)
    await sql`create index guest_registration on guest (registration_id)`.execute(db)
    await sql`create index guest_keeper on guest (keeper_id) where keeper_id is not null`.execute(db)
    await sql`
      alter table party_member add column guest_id uuid references guest (id) on delete set null`.execute(db)
    await sql`create index party_member_guest on party_member (guest_id) where guest_id is not null`.execute(
      db,
    )
    await sql`drop index party_member_once`.execute(db)
    await sql`
      create unique index party_member_once
      on party_member (activity_id, coalesce(resident_id, family_member_id, guest_id))
      where state <> 'cancelled'`.execute(db)
    await sql`
      alter table hand_over_card
        alter column sender_id drop not null,
        alter column family_member_id drop not null,
        add column guest_id uuid references guest (id) on delete cascade,
        add check (num_nonnulls(family_member_id, guest_id) <= 1)`.execute(db)
    await sql`create index hand_over_card_guest on hand_over_card (guest_id) where guest_id is not null`.execute(
      db,
    )
    await sql`alter table message alter column resident_id drop not null`.execute(db)
  },
}

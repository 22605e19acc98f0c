import { sql } from 'kysely'
import type { Migration } from '../migration'

/** The suggestions box, who of the staff opened or answered one; and since when messages are consented to. */
export const suggestions: Migration = {
  name: '0011-suggestions',
  async up(db) {
    await sql`
      create table suggestion (
        id uuid primary key default gen_random_uuid(),
        resident_id uuid not null references resident (id),
        text text check (length(text) between 1 and 500),
        phone_sealed bytea,
        checked text not null check (checked in ('passed', 'review', 'unchecked', 'refused')),
        at timestamptz not null,
        reply text check (length(reply) between 1 and 500),
        replied_at timestamptz,
        check ((text is null) = (checked = 'refused')),
        check (text is not null or phone_sealed is null),
        check ((reply is null) = (replied_at is null))
      )`.execute(db)
    await sql`create index suggestion_resident on suggestion (resident_id, at desc)`.execute(db)
    await sql`create index suggestion_newest on suggestion (at desc)`.execute(db)
    await sql`create index suggestion_unchecked on suggestion (at) where checked = 'unchecked'`.execute(db)
    await sql`create index suggestion_phone on suggestion (at) where phone_sealed is not null`.execute(db)
    await sql`
      create table suggestion_history (
        id bigint generated always as identity primary key,
        suggestion_id uuid not null,
        act text not null check (act in ('opened', 'replied')),
        at timestamptz not null,
        by_resident uuid references resident (id)
      )`.execute(db)
    await sql`
      create index suggestion_history_by on suggestion_history (by_resident) where by_resident is not null
    `.execute(db)
    await sql`
      create trigger append_only before update or delete on suggestion_history
      for each row execute function refuse_rewriting()`.execute(db)
    await sql`alter table message_consent add column granted_at timestamptz`.execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from '../migration'

/** What residents are told: inbox and outbox in one table, and how many messages each still consents to. */
export const messages: Migration = {
  name: '0005-messages',
  async up(db) {
    await sql`
      create table message (
        id bigint generated always as identity primary key,
        key text not null unique,
        resident_id uuid not null references resident (id),
        activity_id text not null references activity (id),
        registration_id uuid not null references registration (id),
        kind text not null check (kind in ('promoted', 'no-longer-fits', 'changed', 'withdrawn', 'reminder',
          'lapsed', 'double', 'left-alone')),
        cause text not null,
        about jsonb not null,
        at timestamptz not null,
        read_at timestamptz,
        delivery text not null check (delivery in ('inbox', 'pending', 'sending', 'sent', 'unsent', 'dropped')),
        due_at timestamptz not null,
        claimed_at timestamptz,
        unreached boolean not null default false,
        called_at timestamptz
      )`.execute(db)
    await sql`create index message_resident on message (resident_id, id desc)`.execute(db)
    await sql`create index message_due on message (due_at, id) where delivery = 'pending'`.execute(db)
    await sql`create index message_sending on message (claimed_at) where delivery = 'sending'`.execute(db)
    await sql`create index message_unreached on message (activity_id) where unreached`.execute(db)
    await sql`create index message_registration on message (registration_id)`.execute(db)
    await sql`
      create table message_consent (
        resident_id uuid not null references resident (id),
        template text not null check (template in ('change', 'waitlist', 'reminder')),
        consents integer not null check (consents >= 0),
        primary key (resident_id, template)
      )`.execute(db)
  },
}

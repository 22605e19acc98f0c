import { sql } from 'kysely'
import type { Migration } from '../migration'

/** 志愿者现场码: one code at the entrance that several people use, each of whom becomes an invitation of its own. */
export const volunteers: Migration = {
  name: '0024-volunteers',
  async up(db) {
    await sql`
      alter table invitation
        add column on_the_spot boolean not null default false,
        add column from_code uuid references invitation (id) on delete set null,
        add check (not on_the_spot or (role = 'scanner' and cardinality(activity_ids) = 1)),
        add check (not on_the_spot or (from_code is null and accepted_at is null))`.execute(db)
    await sql`
      create unique index invitation_on_the_spot on invitation ((activity_ids[1])) where on_the_spot`.execute(
      db,
    )
    await sql`
      create unique index invitation_from_code on invitation (from_code, accepted_by)
        where from_code is not null and revoked_at is null`.execute(db)
    // Whoever moves an activity moves the time for which its volunteers were let in.
    await sql`
      create function move_volunteers() returns trigger language plpgsql as $$
      begin
        update post set ends_at = post.ends_at + (new.ends_at - old.ends_at)
        from invitation
        where invitation.post_id = post.id and invitation.from_code is not null
          and invitation.activity_ids = array[new.id] and post.dismissed_at is null;
        update invitation
        set expires_at = greatest(created_at, expires_at + (new.ends_at - old.ends_at)),
          post_ends_at = post_ends_at + (new.ends_at - old.ends_at)
        where activity_ids = array[new.id] and (on_the_spot or from_code is not null);
        return null;
      end $$`.execute(db)
    await sql`
      create trigger activity_moves_volunteers after update of ends_at on activity
        for each row when (old.ends_at <> new.ends_at) execute function move_volunteers()`.execute(db)
  },
}

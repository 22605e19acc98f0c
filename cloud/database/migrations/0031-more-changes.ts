import { sql } from 'kysely'
import type { Migration } from '../migration'

/** 提前, 提前结束 and 补一句. */
export const moreChanges: Migration = {
  name: '0031-more-changes',
  async up(db) {
    await sql`
      alter table activity_change
        add column former_ends_at timestamptz,
        add column note text check (length(note) between 1 and 60),
        drop constraint activity_change_kind_check,
        add constraint activity_change_kind_check check (kind in ('as-planned', 'indoors', 'postponed',
          'brought-forward', 'cancelled', 'ended-early', 'decided-tomorrow', 'note')),
        add constraint activity_change_forward_check check (kind <> 'brought-forward' or former_starts_at is not null),
        add constraint activity_change_early_check check (kind <> 'ended-early' or former_ends_at is not null),
        add constraint activity_change_sentence_check check (kind <> 'note' or note is not null)`.execute(db)
  },
}

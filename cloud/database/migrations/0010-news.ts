import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Articles, their files, explained words, and urgent notices. */
export const news: Migration = {
  name: '0010-news',
  async up(db) {
    await sql`
      create table article (
        id text primary key,
        news_column text not null check (
          news_column in ('self-governance', 'announcements', 'reviews', 'livelihood', 'life-circle', 'opinions')
        ),
        title text not null,
        summary text not null,
        published_on date not null,
        source text not null,
        picture text,
        blocks jsonb not null,
        body_text text not null,
        word_ids text[] not null
      )`.execute(db)
    await sql`create index article_newest on article (published_on desc, id desc)`.execute(db)
    await sql`
      create table article_file (
        name text primary key,
        media_type text not null,
        content bytea not null
      )`.execute(db)
    await sql`
      create table explained_word (
        id text primary key,
        name text not null,
        also_called text[] not null,
        explanation text not null,
        source text not null,
        sort_order integer not null
      )`.execute(db)
    await sql`
      create table notice (
        id text primary key,
        origin text not null check (origin in ('pack', 'staff')),
        title text not null,
        body text not null,
        from_at timestamptz not null,
        until_at timestamptz not null,
        withdrawn_at timestamptz,
        check (until_at >= from_at)
      )`.execute(db)
    await sql`create index notice_until on notice (until_at)`.execute(db)
    await sql`
      create table notice_history (
        id bigint generated always as identity primary key,
        notice_id text not null,
        act text not null check (act in ('published', 'withdrawn')),
        at timestamptz not null,
        by_resident uuid references resident (id)
      )`.execute(db)
    await sql`create index notice_history_person on notice_history (by_resident)`.execute(db)
    await sql`
      create trigger append_only before update or delete on notice_history
      for each row execute function refuse_rewriting()`.execute(db)
  },
}

import { sql } from 'kysely'
import type { Pack } from '../pack'
import { upsert, type Tx } from './rows'

/**
 * Articles, files and words as the pack has them: nobody else writes them, so what it no longer has goes. Of notices
 * only its own; one that staff withdrew stays withdrawn.
 */
export async function loadNews(tx: Tx, { articles, articleFiles, words, notices }: Pack): Promise<void> {
  await tx.deleteFrom('article').execute()
  await tx.deleteFrom('article_file').execute()
  await tx.deleteFrom('explained_word').execute()
  await upsert(tx, 'article', ['id'], articles)
  await upsert(tx, 'article_file', ['name'], articleFiles)
  await upsert(tx, 'explained_word', ['id'], words)
  const ids = notices.map(({ id }) => id)
  await sql`delete from notice where origin = 'pack' and not (id = any(${ids}::text[]))`.execute(tx)
  await upsert(tx, 'notice', ['id'], notices)
}

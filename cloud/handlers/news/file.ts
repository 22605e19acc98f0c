import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findFile } from '../../repositories/news/articles'

export const file: Handler<'news.file'> = async ({ name }, { db }) => {
  const found = await findFile(db, name)
  if (found === undefined) return refuse('file_not_found')
  return accept({ mediaType: found.media_type, content: found.content.toString('base64') })
}

import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findShown, MEDIA_TYPES } from '../../repositories/file'

export const read: Handler<'file.read'> = async ({ name, width, type }, { db }) => {
  const found = await findShown(db, name, width, type)
  if (found === undefined) return refuse('file_not_found')
  return accept({ mediaType: MEDIA_TYPES[type], content: found.content.toString('base64') })
}

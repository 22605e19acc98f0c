import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findFile, findFileOwner } from '../../repositories/file'

export const look: Handler<'file.look'> = async ({ name }, { db, permit }) => {
  const found = await findFile(db, name, 960, 'jpg')
  if (found === undefined) return refuse('file_not_found')
  const { ownerId, width, height, content, isShown } = found
  if (!isShown) {
    const owner = await findFileOwner(db, ownerId)
    // Of a draft that was discarded: about to be erased.
    if (owner === null) return refuse('file_not_found')
    const permitted = permit({ officeId: owner.officeId, activityId: ownerId })
    if (!permitted.ok) return permitted
  }
  return accept({ name, width, height, base64: content.toString('base64') })
}

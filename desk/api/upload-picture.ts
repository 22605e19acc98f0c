import type { StoredPicture } from '../../core/contract/file'
import type { FileKind } from '../../core/domain/staff/picture'
import { failureText } from '../text/failures'
import { PHOTO } from '../text/photo'
import { call, upload } from './client'

export type Uploaded =
  | { readonly kind: 'stored'; readonly picture: StoredPicture }
  | { readonly kind: 'failed'; readonly sentence: string }

/**
 * Sends a picture for an activity, or for the draft of one.
 * @param activityId the activity's, or the `recordId` of the draft
 */
export async function uploadPicture(file: File, kind: FileKind, activityId: string): Promise<Uploaded> {
  // What is empty or too large is refused by its size, before it is read.
  const begun = await call('file.begin', { kind, size: Math.max(1, file.size), activityId })
  if (!begun.ok) return { kind: 'failed', sentence: failureText(begun) }
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    // Moved, or held by another program, since it was chosen.
    if (error instanceof DOMException) return null
    throw error
  })
  if (bytes === null) return { kind: 'failed', sentence: PHOTO.unread }
  const reply = await upload(begun.value.ticket, bytes)
  return reply.ok
    ? { kind: 'stored', picture: reply.value }
    : { kind: 'failed', sentence: failureText(reply) }
}

import type { Kysely } from 'kysely'
import type { DraftContent } from '../../../core/contract/activity/draft'
import type { StaffContext } from '../../app/permit'
import type { Schema } from '../../database/schema'
import { findFileOwner, readFiles } from '../../repositories/file'

type Photo = DraftContent['photo']

/** What was written, with the photo of before where it says nothing of one. */
export const withPhoto = <Written extends { readonly photo?: Photo | undefined }>(
  written: Written,
  before: Photo,
): Omit<Written, 'photo'> & { photo: Photo } => ({
  ...written,
  photo: written.photo === undefined ? before : written.photo,
})

/**
 * Whether an activity may have this photo: none, the one that it has, one that residents see already, or one of an
 * activity that the caller's post reaches.
 */
export async function mayShow(
  db: Kysely<Schema>,
  permit: StaffContext<'activity'>['permit'],
  photo: Photo,
  before: Photo | undefined,
): Promise<boolean> {
  if (photo === null || photo.name === before?.name) return true
  const [found] = await readFiles(db, [photo.name], 'photo')
  if (found === undefined || found.isShown) return found !== undefined
  const owner = await findFileOwner(db, found.ownerId)
  return owner !== null && permit({ officeId: owner.officeId, activityId: owner.id }).ok
}

import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { changedWords, readCorrections, recordCorrection } from '../../repositories/activity/correction'
import { findActivity, lockActivities } from '../../repositories/activity/lock-activity'
import { mayShow, withPhoto } from './photo'
import { readComing, wordsIn } from '../../repositories/activity/records'

export const correct: Handler<'draft.correct'> = async (input, { db, now, permit, logAs }) => {
  const { activityId, version, dates } = input
  const found = await findActivity(db, activityId)
  const others = found === null || dates === 'this' ? [] : await readComing(db, found.row, now)
  const all = await lockActivities(db, [activityId, ...others.map(({ id }) => id)])
  const locked = all.find((one) => one.row.id === activityId)
  if (locked === undefined || locked.row.status === 'draft') return refuse('activity_not_found')
  const { row } = locked
  const words = withPhoto(input.words, wordsIn(row).photo)
  const permitted = permit(placeOfActivity(row))
  if (!permitted.ok) return permitted
  if (row.version !== version) {
    const last = (await readCorrections(db, activityId))[0]
    return refuse('record_changed', {
      version: row.version,
      words: wordsIn(row),
      called: last?.called ?? null,
      at: toIso(last?.at ?? now),
    })
  }
  if (words.title === '') return refuse('title_missing')
  if (words.photo?.alt === '') return refuse('photo_words_missing')
  if (!(await mayShow(db, permit, words.photo, wordsIn(row).photo))) return refuse('file_not_found')
  const changed = Object.keys(changedWords(wordsIn(row), words).after)
  let activities = 0
  for (const { row: one } of all) {
    const own = withPhoto(input.words, wordsIn(one).photo)
    const isChanged = await recordCorrection(db, permitted.value, one, own, now)
    if (isChanged) activities += 1
  }
  logAs({ record: { kind: 'activity', id: activityId }, changed: { words: changed } })
  return accept({ version: changed.length === 0 ? version : version + 1, activities })
}

import { createHash } from 'node:crypto'
import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readLive } from '../../repositories/search/live'
import { readEverydaySounds, readShelf } from '../../repositories/search/shelf'

/** Dates of a series that a phone without a network can still name weeks later. */
const DATES = 4

export const shelf: Handler<'search.shelf'> = async (input, { db, now }) => {
  const listed = await readShelf(db, now)
  const live = new Map((await readLive(db, listed, now, DATES)).map((one) => [`${one.kind} ${one.id}`, one]))
  const documents = listed.flatMap(({ about, offices, ...document }) => {
    const shownNow = live.get(`${document.kind} ${document.id}`)
    if (shownNow === undefined) return []
    const { status, times } = shownNow
    return [{ ...document, card: { about, offices, status, times } }]
  })
  const content = { documents, sounds: await readEverydaySounds(db) }
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return accept({ version, content: version === input.version ? null : content })
}

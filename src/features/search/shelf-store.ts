import type { ShelfDocument } from '../../../core/contract/search'
import { openDocument } from '../../../core/domain/search/matching/match'
import { read } from '../../api/client'
import { ApiError } from '../../api/result'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import type { Shelf } from './search-shelf'

interface Content {
  readonly documents: readonly ShelfDocument[]
  readonly sounds: string
}

interface StoredShelf {
  readonly version: string
  readonly content: Content
}

const isStored = (found: unknown): found is StoredShelf | null => {
  if (found === null) return true
  const { version, content } = found as Partial<StoredShelf>
  return (
    typeof version === 'string' && Array.isArray(content?.documents) && typeof content.sounds === 'string'
  )
}

const store = storedOnPhone<StoredShelf | null>('shelf-1', null, isStored)

/**
 * The shelf as this phone has it, renewed where the backend has a newer one. Without an answer the kept one serves.
 * @throws ApiError when there is neither
 */
export async function loadShelf(): Promise<Shelf> {
  const found = store.read()
  try {
    const { version, content } = await read('search.shelf', { version: found?.version ?? null })
    if (content !== null) {
      store.write({ version, content })
      return opened(content)
    }
  } catch (error) {
    if (!(error instanceof ApiError) || found === null) throw error
  }
  if (found === null) throw new ApiError({ kind: 'lost', why: 'unreadable' })
  return opened(found.content)
}

function opened({ documents, sounds }: Content): Shelf {
  const readings = new Map<string, string>()
  for (const line of sounds.split('\n')) {
    const [sound = '', characters = ''] = line.split(':')
    for (const character of characters) readings.set(character, sound)
  }
  return { documents: documents.map(openDocument), soundOf: (character) => readings.get(character) ?? null }
}

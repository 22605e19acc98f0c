import type { ShelfDocument } from '../../../core/contract/search/search'
import { openDocument, type OpenDocument } from '../../../core/domain/search/matching/match'
import type { SoundOf } from '../../../core/domain/search/query'
import { read } from '../../api/call/call'
import { TroubleError } from '../../api/call/trouble'
import { kept } from '../../platform/storage/kept'

/** What this phone can search by itself. */
export interface Shelf {
  readonly documents: readonly OpenDocument<ShelfDocument>[]
  readonly soundOf: SoundOf
}

interface Content {
  readonly documents: readonly ShelfDocument[]
  readonly sounds: string
}

interface KeptShelf {
  readonly version: string
  readonly content: Content
}

const isKept = (found: unknown): found is KeptShelf | null => {
  if (found === null) return true
  const { version, content } = found as Partial<KeptShelf>
  return (
    typeof version === 'string' && Array.isArray(content?.documents) && typeof content.sounds === 'string'
  )
}

const store = kept<KeptShelf | null>('shelf-1', null, isKept)

/**
 * The shelf as this phone has it, renewed where the backend has a newer one. Without an answer the kept one serves.
 * @throws TroubleError when there is neither
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
    if (!(error instanceof TroubleError) || found === null) throw error
  }
  if (found === null) throw new TroubleError({ kind: 'lost', why: 'unreadable' })
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

import type { OpenField } from './field'
import type { Agreement, Hit } from './hit'

/** Two letters at least, to be looked for at the beginning of a later word. */
const SHORTEST_WITHIN = 2
/** Characters that are taken for others because they sound the same. */
const SHORTEST_SAME_SOUND = 2

/**
 * Letters as pinyin: each syllable by its beginning, of one letter or more, so that jmy, jinmy and jinmeiyuan all
 * mean 金梅园. From the beginning of the field or of one of its words. O(letters × syllables).
 */
export function findSound(letters: string, field: OpenField): Hit | null {
  let best: Hit | null = null
  for (const from of field.starts) {
    if (from > 0 && letters.length < SHORTEST_WITHIN) break
    const taken = syllablesTaken(letters, field.syllables, from)
    if (taken === null) continue
    const hit = { agreement: agreementOf(letters, field, from, taken), from, to: from + taken }
    if (from === 0) return hit
    best ??= hit
  }
  return best
}

/** How many syllables the letters reach, as few as possible; `null` where they do not fit. */
function syllablesTaken(letters: string, syllables: readonly string[], from: number): number | null {
  // Which letters can be used up after each number of syllables.
  let reached = new Set([0])
  for (let count = 1; from + count <= syllables.length && reached.size > 0; count += 1) {
    const syllable = syllables[from + count - 1] ?? ''
    const next = new Set<number>()
    for (const used of reached) {
      for (
        let take = 1;
        take <= syllable.length && letters[used + take - 1] === syllable[take - 1];
        take += 1
      )
        next.add(used + take)
    }
    if (next.has(letters.length)) return count
    reached = next
  }
  return null
}

function agreementOf(letters: string, { syllables }: OpenField, from: number, taken: number): Agreement {
  const read = syllables.slice(from, from + taken)
  const isFull = read.join('').startsWith(letters)
  const isInitials = letters.length === taken
  if (from > 0) return isFull ? 'soundWord' : 'initialsWord'
  if (taken === syllables.length) {
    if (isFull && read.join('') === letters) return 'soundWhole'
    if (isInitials) return 'initialsWhole'
  }
  return isFull ? 'soundPrefix' : 'initialsPrefix'
}

/** Characters that sound the same from the beginning of a word: 金每园 for 金梅园. */
export function findSameSound(sounds: readonly string[], { syllables, starts }: OpenField): Hit | null {
  if (sounds.length < SHORTEST_SAME_SOUND) return null
  const from = starts.find((start) => sounds.every((sound, index) => syllables[start + index] === sound))
  return from === undefined ? null : { agreement: 'sameSound', from, to: from + sounds.length }
}

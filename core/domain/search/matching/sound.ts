import type { OpenField, Reading } from './field'
import { AGREEMENT, type Agreement, type Hit } from './hit'

/** Two letters at least, to be looked for at the beginning of a later word. */
const SHORTEST_WITHIN = 2
/** Characters that are taken for others because they sound the same. */
const SHORTEST_SAME_SOUND = 2
/** One of so many of them is the right one. */
const SAME_SOUND_SHARE = 3

/**
 * Letters as pinyin: each syllable by its beginning, of one letter or more, so that jmy, jinmy and jinmeiyuan all
 * mean 金梅园; a character between the letters is itself (梧桐8cun). From the beginning of the field or of one of its
 * words, numbers as they are typed or spoken. O(letters × syllables).
 */
export function findSound(letters: string, field: OpenField): Hit | null {
  let best: Hit | null = null
  for (const reading of field.readings) {
    const hit = soundIn(letters, field.plain.text, reading)
    if (hit !== null && (best === null || AGREEMENT[hit.agreement] > AGREEMENT[best.agreement])) best = hit
  }
  return best
}

function soundIn(letters: string, text: string, reading: Reading): Hit | null {
  let best: Hit | null = null
  for (const from of reading.starts) {
    if (from > 0 && letters.length < SHORTEST_WITHIN) break
    const taken = syllablesTaken(letters, text, reading, from)
    if (taken === null) continue
    const [first = 0, end = 0] = [reading.at[from], reading.at[from + taken]]
    const hit = { agreement: agreementOf(letters, reading, from, taken), from: first, to: end }
    if (from === 0) return hit
    best ??= hit
  }
  return best
}

/** How many syllables the letters reach, as few as possible; `null` where they do not fit. */
function syllablesTaken(
  letters: string,
  text: string,
  { syllables, at }: Reading,
  from: number,
): number | null {
  // Which letters can be used up after each number of syllables.
  let reached = new Set([0])
  for (let count = 1; from + count <= syllables.length && reached.size > 0; count += 1) {
    const index = from + count - 1
    const syllable = syllables[index] ?? ''
    const character = text.charAt(at[index] ?? 0)
    const next = new Set<number>()
    for (const used of reached) {
      if (letters[used] === character && !/[a-z0-9]/.test(character)) next.add(used + 1)
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

function agreementOf(letters: string, { syllables }: Reading, from: number, taken: number): Agreement {
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

/**
 * Characters that sound the same from the beginning of a word: 金每园 for 金梅园. One of three has to be the very
 * character that was typed, or the sense is another one: 理发 is not 立法. Numbers are never taken for others.
 */
export function findSameSound(
  text: string,
  sounds: readonly string[],
  { plain, readings: [typed] }: OpenField,
): Hit | null {
  if (typed === undefined || sounds.length < SHORTEST_SAME_SOUND) return null
  const { syllables, starts } = typed
  const from = starts.find((start) => {
    if (!sounds.every((sound, index) => syllables[start + index] === sound)) return false
    const same = sounds.filter((_, index) => text.charAt(index) === plain.text.charAt(start + index))
    return same.length * SAME_SOUND_SHARE >= sounds.length
  })
  return from === undefined ? null : { agreement: 'sameSound', from, to: from + sounds.length }
}

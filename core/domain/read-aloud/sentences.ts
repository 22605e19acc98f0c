/** What ends a sentence, with the quotation marks and brackets that close after it. */
const END = /[。！？!?；;…]+[”’」』）)】》]*|\n+/gu
/** Where a long sentence may be cut when it has to be. */
const PAUSE = /[，、：,:）)」”》\s]/u

/** Text cut after each sentence; the parts put together are the text again, and none is empty. */
export function sentencesOf(text: string): readonly string[] {
  const parts: string[] = []
  const end = new RegExp(END)
  let from = 0
  // Without matchAll, which older phones lack.
  while (end.exec(text) !== null) {
    parts.push(text.slice(from, end.lastIndex))
    from = end.lastIndex
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** Bytes of one character in UTF-8. The mini-program has no TextEncoder. */
const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

export const utf8Bytes = (text: string): number =>
  [...text].reduce((sum, character) => sum + bytesOf(character), 0)

/**
 * A sentence in pieces of at most `mostBytes` of UTF-8 (4 or more, or a single character would not fit), cut after a
 * comma where there is one in the second half of the piece, never within a character. Put together they are the
 * sentence again.
 */
export function fitting(sentence: string, mostBytes: number): readonly string[] {
  const pieces: string[] = []
  let rest = [...sentence]
  while (rest.length > 0) {
    const room = charactersWithin(rest, mostBytes)
    const cut = room === rest.length ? room : afterPause(rest, room)
    pieces.push(rest.slice(0, cut).join(''))
    rest = rest.slice(cut)
  }
  return pieces
}

function charactersWithin(characters: readonly string[], mostBytes: number): number {
  let bytes = 0
  const over = characters.findIndex((character) => (bytes += bytesOf(character)) > mostBytes)
  return over === -1 ? characters.length : Math.max(1, over)
}

function afterPause(characters: readonly string[], room: number): number {
  for (let at = room; at > room / 2; at -= 1) if (PAUSE.test(characters[at - 1] ?? '')) return at
  return room
}

/** A source of the same choices for the same text, on every phone and for ever. */
export type Choose = <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice

/** FNV-1a over the characters, then one xorshift step a choice; quick, and spread well enough for pictures. */
export function chooserOf(text: string): Choose {
  let state = 0x811c9dc5
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (choices) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return choices[(state >>> 0) % choices.length] ?? choices[0]
  }
}

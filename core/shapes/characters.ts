/** Rare characters of names (𠮷, 𬭎) are two units in JavaScript, one to people and to the database. */
export const charactersIn = (text: string): number => Array.from(text).length

/** What a field that counts units has to be given so that it takes `longest` characters beside those that it holds. */
export const unitsFor = (longest: number, held: string): number => {
  const characters = charactersIn(held)
  const units = longest + held.length - characters
  return characters < longest ? Math.max(units, held.length + 2) : units
}

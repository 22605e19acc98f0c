/** An edge keeps its name's index in sixteen bits. */
const MOST_NAMES = 65_535

/** Each name once; index 0 is the empty name. */
export class NameTable {
  private readonly names: string[] = ['']
  private readonly indices = new Map<string, number>([['', 0]])

  indexOf(name: string): number {
    const known = this.indices.get(name)
    if (known !== undefined) return known
    if (this.names.length > MOST_NAMES) {
      throw new RangeError(`a graph has at most ${MOST_NAMES} different names; import a smaller area`)
    }
    const index = this.names.push(name) - 1
    this.indices.set(name, index)
    return index
  }

  all(): readonly string[] {
    return this.names
  }
}

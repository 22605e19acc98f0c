/** What was to be read is not there, or cannot be what was written. */
export class UnreadableBytes extends Error {}

/** Reads what `ByteWriter` wrote; throws `UnreadableBytes` at the end of the bytes and at impossible values. */
export class ByteReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.at === this.bytes.length
  }

  byte(): number {
    if (this.at >= this.bytes.length) throw new UnreadableBytes('the bytes end too early')
    return this.bytes[this.at++]!
  }

  unsigned(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const next = this.byte()
      value |= (next & 0x7f) << shift
      if (next < 0x80) return value >>> 0
    }
    throw new UnreadableBytes('a number is longer than 32 bits')
  }

  signed(): number {
    const folded = this.unsigned()
    return (folded >>> 1) ^ -(folded & 1)
  }

  /** A count of things that take at least one byte each, so a damaged count cannot ask for endless memory. */
  count(): number {
    const value = this.unsigned()
    if (value > this.bytes.length - this.at) throw new UnreadableBytes(`a count of ${value} is impossible`)
    return value
  }

  /** An index below `limit`. */
  index(limit: number): number {
    const value = this.unsigned()
    if (value >= limit) throw new UnreadableBytes(`index ${value} is not below ${limit}`)
    return value
  }

  text(): string {
    const length = this.count()
    let value = ''
    for (let index = 0; index < length; index++) value += String.fromCharCode(this.unsigned())
    return value
  }
}

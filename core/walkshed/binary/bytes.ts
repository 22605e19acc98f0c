/** Grows as it is written to. Integers take one byte per seven bits; signed ones are zigzag-folded first. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16)
  private length = 0

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = value
  }

  /** A whole number from 0 to 2^32 - 1. */
  unsigned(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new RangeError(`a whole number from 0 to 4294967295 is needed, got ${value}`)
    }
    let rest = value
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** A whole number from -2^31 to 2^31 - 1. */
  signed(value: number): void {
    if ((value | 0) !== value) throw new RangeError(`a 32-bit whole number is needed, got ${value}`)
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0)
  }

  /** Text as its UTF-16 units: the mini-program has no TextDecoder. */
  text(value: string): void {
    this.unsigned(value.length)
    for (let index = 0; index < value.length; index++) this.unsigned(value.charCodeAt(index))
  }

  written(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

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

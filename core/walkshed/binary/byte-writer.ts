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

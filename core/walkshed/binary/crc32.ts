const TABLE: Readonly<Int32Array> = makeTable()

function makeTable(): Int32Array {
  const made = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    made[byte] = value
  }
  return made
}

/** CRC-32 (IEEE 802.3) of the bytes, unsigned: finds every single damaged byte. Linear. */
export function crc32(bytes: Uint8Array): number {
  let value = -1
  for (let index = 0; index < bytes.length; index++) {
    value = TABLE[(value ^ bytes[index]!) & 0xff]! ^ (value >>> 8)
  }
  return ~value >>> 0
}

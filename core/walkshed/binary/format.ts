/**
 * The binary form of a street graph: a header of 16 bytes (little-endian), then the payload of varints.
 *
 *     0  "WSHD"          magic
 *     4  uint16          version
 *     6  uint16          reserved, 0
 *     8  uint32          payload bytes
 *    12  uint32          CRC-32 of the payload
 *
 * A reader knows exactly one version; the phone fetches the graph anew when it meets another.
 */
export const MAGIC = 0x44485357
export const VERSION = 1
export const HEADER_BYTES = 16

/** Degrees are kept as whole numbers of 1e-7. */
export const DEGREE_SCALE = 1e7

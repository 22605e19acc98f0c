/** A map file cannot be used; the message says which part of it and what to do. */
export class MapFileError extends Error {
  override readonly name = 'MapFileError'
}

/** 4 MB: a table of ten thousand rows has less, and the networks of offices let it through. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024
/** Characters of base64 for it. */
export const MOST_BASE64 = Math.ceil(MOST_FILE_BYTES / 3) * 4

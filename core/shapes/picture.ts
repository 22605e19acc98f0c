/** 8 MB: what the cameras of phones make is smaller. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024

/** Every picture that staff bring is stored in these widths, in pixels; a smaller one is not made larger. */
export const PICTURE_WIDTHS = [480, 960, 1440] as const
export type PictureWidth = (typeof PICTURE_WIDTHS)[number]

/** WebP, and JPEG for what does not read WebP. */
export const PICTURE_TYPES = ['webp', 'jpg'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** 128 random bits. */
export const PICTURE_NAME = /^[0-9a-f]{32}$/

/** Where browsers and phones find one width of a picture, below the origin of a server. */
export const picturePath = (name: string, width: PictureWidth, type: PictureType): string =>
  `/files/${name}/${width}.${type}`

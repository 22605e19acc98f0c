import sharp from 'sharp'

/** What a camera takes: a picture of that size, the left half red and the right half blue. */
export async function photo(
  width: number,
  height: number,
  finish: (picture: ReturnType<typeof sharp>) => ReturnType<typeof sharp> = (picture) => picture.jpeg(),
): Promise<Buffer> {
  const half = await sharp({
    create: { width: Math.ceil(width / 2), height, channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer()
  const picture = sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: half, left: Math.floor(width / 2), top: 0 },
  ])
  return finish(sharp(await picture.png().toBuffer())).toBuffer()
}

/** Noise, which no format makes small. */
export const noise = (width: number, height: number, quality = 95): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality })
    .toBuffer()

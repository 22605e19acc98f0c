import type { PictureOrder } from '../gateways/picture-maker'
import { makePicture } from './make-picture'

// The process of `cloud/gateways/picture-maker`: bytes in, the picture in its widths out.
process.once('message', ({ bytes, kind }: PictureOrder) => {
  void makePicture(Buffer.from(bytes), kind).then((making) => process.send?.(making))
})

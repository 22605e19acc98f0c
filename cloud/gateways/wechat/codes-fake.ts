import {
  refusedWith,
  REFUSALS,
  requestOf,
  SCENE,
  WIDTHS,
  type DrawWechatCode,
  type WechatCodeRequest,
} from './codes'

export interface FakeWechatCodes {
  readonly draw: DrawWechatCode
  /** What was drawn, in order. */
  readonly drawn: WechatCodeRequest[]
}

/** Calls a minute, then 45009. */
const QUOTA = 5_000

/**
 * WeChat as its documentation describes it. The picture says what it would lead to, as SVG: our own QR codes
 * stand for themselves, and a real 小程序码 can only be drawn by WeChat.
 * @param released pages of the released version; none before the first release
 */
export function fakeWechatCodes(
  released: readonly string[] = [],
  { quota = QUOTA, checksPath = (request: WechatCodeRequest): boolean => requestOf(request).check_path } = {},
): FakeWechatCodes {
  const drawn: WechatCodeRequest[] = []
  let calls = 0
  const errcodeFor = (request: WechatCodeRequest): number => {
    const { page, scene, width } = request
    if (calls > quota) return 45009
    if (scene.length > 32) return REFUSALS.sceneLength
    if (!SCENE.test(scene)) return REFUSALS.sceneCharacters
    if (width < WIDTHS.least || width > WIDTHS.most) return REFUSALS.argument
    if (page.startsWith('/') || page.includes('?')) return REFUSALS.page
    return checksPath(request) && !released.includes(page) ? REFUSALS.page : 0
  }
  return {
    drawn,
    draw(request) {
      calls += 1
      const errcode = errcodeFor(request)
      if (errcode !== 0) return Promise.resolve(refusedWith(errcode))
      drawn.push(request)
      const label = `${request.page}?scene=${request.scene}`
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>${label.replace('&', '&amp;')}</title><circle cx="50" cy="50" r="48" fill="none" stroke="#000"/></svg>`
      return Promise.resolve({ kind: 'picture', bytes: Buffer.from(svg), mime: 'image/svg+xml' })
    },
  }
}

/** What a scanned text is, as far as it tells by itself. The backend alone knows whether a code is real. */
export type ReadCode = { readonly kind: 'place'; readonly code: string } | { readonly kind: 'foreign' }

/** Screens show `/c/<code>`, posters `/p/<code>`, on whichever host serves the 街道. */
const PLACE_LINK = /^https?:\/\/[^/\s]+\/([cp])\/([A-Za-z0-9._~-]{1,128})\/?$/
/** A 小程序码 opens the scan page with the poster's token as `scene`. */
const SCENE_PATH = /^\/?pages\/scan\/index\?(?:.*&)?scene=([^&]{1,96})/

export function readCode(text: string): ReadCode {
  const link = PLACE_LINK.exec(text.trim())
  if (link !== null) return { kind: 'place', code: `${link[1]}/${link[2]}` }
  const scene = SCENE_PATH.exec(text.trim())
  return scene === null ? { kind: 'foreign' } : { kind: 'place', code: `p/${scene[1]}` }
}

/** How WeChat hands over a code at the start of the scan page, and our own scanner as `code`. */
export function codeIn({ code, q, scene }: Readonly<Record<string, string>>): ReadCode | null {
  if (code !== undefined && code !== '') return readCode(code)
  if (q !== undefined && q !== '') return readCode(q)
  if (scene !== undefined && scene !== '') return { kind: 'place', code: `p/${scene}` }
  return null
}

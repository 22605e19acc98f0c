import { SLUG_LETTERS } from '../../../shapes/slug'
/** The poster at the door, as 小程序码 (`scene`) and as an ordinary QR: a random token, never a name. */
export interface PosterCode {
  readonly kind: 'poster'
  readonly token: string
}

/** The wall screen's code of one slot of 15 s. */
export interface RollingCode {
  readonly kind: 'rolling'
  readonly screenId: string
  readonly slot: number
  readonly mac: string
}

/** What a screen shows while it waits for staff to pair it. */
export interface PairingCode {
  readonly kind: 'pairing'
  readonly pairingId: string
}

/** A resident's own code for one registration, shown to staff. */
export interface TicketCode {
  readonly kind: 'ticket'
  readonly activityId: string
  readonly registrationId: string
  /** The check-in window when it was issued, in seconds since epoch, `[from, until)`. */
  readonly from: number
  readonly until: number
  readonly signature: string
}

export type PlaceCode = PosterCode | RollingCode
export type Code = PlaceCode | PairingCode | TicketCode

/** No code is longer; a scanner may hand over any book it finds in a QR. */
const LONGEST = 400

/** WeChat's `scene` takes at most 32 of these; a token uses the part of them that no URL has to encode. */
const TOKEN = '[A-Za-z0-9._~-]{1,32}'
const ROLLING = /^([a-z0-9]{1,16})\.(0|[1-9]\d{0,11})\.([A-Za-z0-9_-]{1,64})$/
const PAIRING = /^pair\.([A-Za-z0-9_-]{1,32})$/
const POSTER = new RegExp(`^${TOKEN}$`)
const LINK = /^(?:https?:\/\/[^/\s?#]+\/)?([cp])\/([^/?#\s]+)\/?$/
const SCENE_PATH = /^\/?pages\/scan\/index(?:\.html)?\?(?:[^#]*&)?scene=([^&#]+)/
const TICKET = new RegExp(
  `^cy1\\.(${SLUG_LETTERS})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(0|[1-9]\\d{0,11})\\.(0|[1-9]\\d{0,11})\\.([A-Za-z0-9_-]{1,128})$`,
)

/**
 * What a scanned text is, as far as it tells by itself; `null` when it is none of ours. Total: any text
 * has an answer. Understands links on whichever host, their short form `c/…` and `p/…`, the path inside a
 * 小程序码, and each of them URL-encoded, as WeChat hands a link over. Whether it is genuine, the backend knows.
 */
export function parseCode(text: string): Code | null {
  if (text.length > LONGEST) return null
  const plain = text.trim()
  return parsePlain(plain) ?? parsePlain(decoded(plain))
}

/** What a 小程序码 hands over as `scene`. */
export function parseScene(scene: string): PosterCode | null {
  if (scene.length > LONGEST) return null
  const token = decoded(scene.trim())
  return POSTER.test(token) ? { kind: 'poster', token } : null
}

/** How a place's code travels to the backend: `p/<token>` or `c/<screen>.<slot>.<mac>`. */
export const shortForm = (code: PlaceCode | PairingCode): string => {
  if (code.kind === 'poster') return `p/${code.token}`
  return code.kind === 'pairing' ? `c/pair.${code.pairingId}` : `c/${signedPart(code)}.${code.mac}`
}

/** The link in an ordinary QR; its host is of no account when it is read. */
export const linkOf = (host: string, code: PlaceCode | PairingCode): string =>
  `https://${host}/${shortForm(code)}`

/** The text in a ticket's QR. */
export const ticketText = (ticket: TicketCode): string => `${ticketBody(ticket)}.${ticket.signature}`

/** What a screen's key signs. */
export const signedPart = ({ screenId, slot }: Pick<RollingCode, 'screenId' | 'slot'>): string =>
  `${screenId}.${slot}`

/** What the server signs of a ticket. */
export const ticketBody = ({
  activityId,
  registrationId,
  from,
  until,
}: Omit<TicketCode, 'kind' | 'signature'>): string => `cy1.${activityId}.${registrationId}.${from}.${until}`

function parsePlain(text: string): Code | null {
  const [, door, rest] = LINK.exec(text) ?? []
  if (door === 'p' && rest !== undefined) return POSTER.test(rest) ? { kind: 'poster', token: rest } : null
  if (door === 'c' && rest !== undefined) return parseScreen(rest)
  const scene = SCENE_PATH.exec(text)?.[1]
  return scene === undefined ? parseTicket(text) : parseScene(scene)
}

function parseScreen(rest: string): RollingCode | PairingCode | null {
  const [, screenId, slot, mac] = ROLLING.exec(rest) ?? []
  if (screenId !== undefined && mac !== undefined)
    return { kind: 'rolling', screenId, slot: Number(slot), mac }
  const pairingId = PAIRING.exec(rest)?.[1]
  return pairingId === undefined ? null : { kind: 'pairing', pairingId }
}

function parseTicket(text: string): TicketCode | null {
  const [, activityId, registrationId, from, until, signature] = TICKET.exec(text) ?? []
  if (activityId === undefined || registrationId === undefined || signature === undefined) return null
  return { kind: 'ticket', activityId, registrationId, from: Number(from), until: Number(until), signature }
}

/** As it is where it was not encoded, or not well. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

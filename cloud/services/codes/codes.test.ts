import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { linkOf, parseCode, ticketText } from '../../../core/domain/check-in/codes/code'
import { isGenuine, makeScreenKey, rollingCode } from './rolling-mac'
import { ticketSignerWith } from './signing-keys'

const key = makeScreenKey()
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The text with one character exchanged for another one. */
const forged = (text: string, at: number, by: number): string => {
  const place = at % text.length
  const next = ALPHABET[(ALPHABET.indexOf(text[place] ?? '') + 1 + (by % 63)) % 64] ?? ''
  return text.slice(0, place) + next + text.slice(place + 1)
}

describe('a rolling code', () => {
  it('is genuine as its screen made it, also through the link', () => {
    const code = rollingCode(key, 's1', 117_630_912)
    expect(isGenuine(key, code)).toBe(true)
    expect(parseCode(encodeURIComponent(linkOf('a.example', code)))).toEqual(code)
  })

  it('has 96 bits of HMAC-SHA-256 (a known answer, which every screen must give)', () => {
    const known = Buffer.alloc(32, 7)
    expect(rollingCode(known, 'a1b2c3', 117_630_912).mac).toBe('cw2Bp2-ni_VuZjLr')
  })

  it('is forged with any other mac, slot, screen or key', () => {
    const code = rollingCode(key, 's1', 117_630_912)
    expect(isGenuine(key, { ...code, slot: code.slot + 1 })).toBe(false)
    expect(isGenuine(key, { ...code, screenId: 's2' })).toBe(false)
    expect(isGenuine(makeScreenKey(), code)).toBe(false)
    expect(isGenuine(key, { ...code, mac: '' })).toBe(false)
    expect(isGenuine(key, { ...code, mac: code.mac.slice(0, 14) })).toBe(false)
    expect(isGenuine(key, { ...code, mac: `${code.mac}A` })).toBe(false)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (at, by) => {
        expect(isGenuine(key, { ...code, mac: forged(code.mac, at, by) })).toBe(false)
      }),
    )
  })
})

describe('a ticket', () => {
  const signer = ticketSignerWith(randomBytes(32))
  const body = {
    activityId: 'paper-cutting',
    registrationId: '0b0c1de0-0000-4000-8000-000000000001',
    from: 1_764_288_000,
    until: 1_764_300_600,
  }

  it('is genuine as it was signed, also through the QR', () => {
    const ticket = signer.sign(body)
    expect(signer.isGenuine(ticket)).toBe(true)
    expect(parseCode(ticketText(ticket))).toEqual(ticket)
    expect(Buffer.from(signer.publicKey, 'base64url')).toHaveLength(32)
  })

  it('is forged with anything changed in it, or signed by another server', () => {
    const ticket = signer.sign(body)
    expect(signer.isGenuine({ ...ticket, activityId: 'paper-cutting-2' })).toBe(false)
    expect(signer.isGenuine({ ...ticket, until: ticket.until + 1 })).toBe(false)
    expect(signer.isGenuine({ ...ticket, signature: '' })).toBe(false)
    expect(signer.isGenuine(ticketSignerWith(randomBytes(32)).sign(body))).toBe(false)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (at, by) => {
        expect(signer.isGenuine({ ...ticket, signature: forged(ticket.signature, at, by) })).toBe(false)
      }),
    )
  })
})

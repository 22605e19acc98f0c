import fc from 'fast-check'
import { anyCharacter } from '../../../../tests/support/any-character'
import {
  linkOf,
  parseCode,
  parseScene,
  shortForm,
  ticketText,
  type PairingCode,
  type PosterCode,
  type RollingCode,
  type TicketCode,
} from './code'

/** What WeChat allows in `scene`. */
const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/

const base64url = (most: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{1,${most}}$`))
const count = fc.nat({ max: 999_999_999_999 })
const poster = fc.record<PosterCode>({ kind: fc.constant('poster'), token: base64url(32) })
const rolling = fc.record<RollingCode>({
  kind: fc.constant('rolling'),
  screenId: fc.stringMatching(/^[a-z0-9]{1,16}$/),
  slot: count,
  mac: base64url(64),
})
const pairing = fc.record<PairingCode>({ kind: fc.constant('pairing'), pairingId: base64url(32) })
const ticket = fc.record<TicketCode>({
  kind: fc.constant('ticket'),
  activityId: fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12}){0,3}$/),
  registrationId: fc.uuid(),
  from: count,
  until: count,
  signature: base64url(86),
})
const linked = fc.oneof(poster, rolling, pairing)
const host = fc.domain()

describe('parseCode', () => {
  it('reads back what was built: as a link, as WeChat encodes it in q, and in its short form', () => {
    fc.assert(
      fc.property(linked, host, (code, where) => {
        const link = linkOf(where, code)
        for (const text of [link, encodeURIComponent(link), ` ${link}\n`, `${link}/`, shortForm(code)]) {
          expect(parseCode(text)).toEqual(code)
        }
      }),
    )
  })

  it('reads back tickets', () => {
    fc.assert(
      fc.property(ticket, (code) => {
        expect(parseCode(ticketText(code))).toEqual(code)
      }),
    )
  })

  it('has an answer for any text, and reads nothing that it would not build so again', () => {
    const mutilated = fc
      .tuple(
        fc.oneof(
          linked.map((code) => linkOf('a.example', code)),
          ticket.map(ticketText),
        ),
        fc.nat(),
        fc.string({ maxLength: 3 }),
      )
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1))
    const any = fc.oneof(
      fc.string({ maxLength: 500 }),
      fc.string({ unit: anyCharacter, maxLength: 200 }),
      mutilated,
    )
    fc.assert(
      fc.property(any, (text) => {
        const code = parseCode(text)
        if (code === null) return
        const again = code.kind === 'ticket' ? ticketText(code) : shortForm(code)
        expect(parseCode(again)).toEqual(code)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['https://caoyang.example/c/s1.117630912.Zm9v', 'rolling'],
    ['https%3A%2F%2Fcaoyang.example%2Fc%2Fs1.117630912.Zm9v', 'rolling'],
    ['pages/scan/index?scene=Ab3x', 'poster'],
    ['/pages/scan/index?from=poster&scene=Ab3x', 'poster'],
    ['pages/scan/index.html?scene=Ab3x', 'poster'],
    ['https://caoyang.example/c/pair.Ab3x', 'pairing'],
  ])('knows %s for a %s code', (text, kind) => {
    expect(parseCode(text)).toMatchObject({ kind })
  })

  it.each([
    '',
    '%',
    '%E0%A4%A',
    'weixin://pay',
    'https://pay.example/c',
    'https://a.example/c/../etc',
    'https://a.example/c/abc',
    'https://a.example/x/c/s1.1.m',
    'https://a.example/c/s1.-1.m',
    'https://a.example/c/s1.01.m',
    'https://a.example/c/S1.1.m',
    'https://a.example/c/s1.1.m?x=1',
    `https://a.example/p/${'a'.repeat(33)}`,
    `https://${'a'.repeat(400)}.example/p/abc`,
    'cy1.class.1.2.3.sig',
  ])('takes %p for none of ours', (text) => {
    expect(parseCode(text)).toBeNull()
  })
})

describe('parseScene', () => {
  it('takes what fits into a 小程序码, encoded or not', () => {
    fc.assert(
      fc.property(poster, (code) => {
        expect(code.token).toMatch(SCENE)
        expect(parseScene(code.token)).toEqual(code)
        expect(parseScene(encodeURIComponent(code.token))).toEqual(code)
      }),
    )
    expect(parseScene('two words')).toBeNull()
    expect(parseScene('')).toBeNull()
    expect(parseScene('%')).toBeNull()
  })
})

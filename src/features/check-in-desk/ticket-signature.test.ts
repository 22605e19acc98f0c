import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { parseCode, ticketBody, type TicketCode, ticketText } from '../../../core/domain/check-in/codes/code'
import { isGenuineTicket } from './offline-list'

const signer = generateKeyPairSync('ed25519')
const keyOf = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url')
const PUBLIC_KEY = keyOf(signer.publicKey)
const unsigned = {
  activityId: 'knots-class-20261124',
  registrationId: '3f1c7a52-9a3e-4f0e-8f3e-0d6f4a1b2c3d',
  from: 1_764_032_400,
  until: 1_764_041_400,
}
const ticket: TicketCode = {
  kind: 'ticket',
  ...unsigned,
  signature: sign(null, Buffer.from(ticketBody(unsigned)), signer.privateKey).toString('base64url'),
}

describe('a ticket that is checked on the phone', () => {
  it('is genuine where the backend signed it, also after it went through a QR', () => {
    expect(isGenuineTicket(ticket, PUBLIC_KEY)).toBe(true)
    expect(isGenuineTicket(parseCode(ticketText(ticket)) as TicketCode, PUBLIC_KEY)).toBe(true)
  })

  it.each([
    ['another registration', { registrationId: '3f1c7a52-9a3e-4f0e-8f3e-0d6f4a1b2c3e' }],
    ['another activity', { activityId: 'knots-class-20261201' }],
    ['a longer window', { until: unsigned.until + 1 }],
    ['a signature that is too short', { signature: ticket.signature.slice(0, -2) }],
    ['a signature of something else', { signature: 'A'.repeat(86) }],
    ['a signature that is no base64url', { signature: `${ticket.signature.slice(0, -1)}*` }],
  ])('is not with %s', (_, change) => {
    expect(isGenuineTicket({ ...ticket, ...change }, PUBLIC_KEY)).toBe(false)
  })

  it('has one spelling: bits left over in the signature are zero', () => {
    const last = ticket.signature.slice(-1)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const same = alphabet.charAt(alphabet.indexOf(last) + 1)
    expect(isGenuineTicket({ ...ticket, signature: ticket.signature.slice(0, -1) + same }, PUBLIC_KEY)).toBe(
      false,
    )
  })

  it('is not by another key, and by none at all', () => {
    expect(isGenuineTicket(ticket, keyOf(generateKeyPairSync('ed25519').publicKey))).toBe(false)
    expect(isGenuineTicket(ticket, '')).toBe(false)
  })
})

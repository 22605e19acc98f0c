import { figure, type Figure } from '../figure'
import { median } from '../support/median'
import { isAccepted, makeKeys, shownCodes, shownTickets } from './codes'

const ROUNDS = 9
const ROLLING = 20_000
const TICKETS = 1_500

/** How many scanned texts one core tells genuine in a second: parsing, HMAC or Ed25519, and the slot. */
export function measureVerification(): Figure[] {
  const keys = makeKeys()
  const rateOf = (texts: readonly string[]): number =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const begun = performance.now()
        const accepted = texts.filter((text) => isAccepted(text, keys)).length
        const rate = (texts.length / (performance.now() - begun)) * 1_000
        if (accepted !== texts.length) throw new Error('a genuine code was turned away')
        return rate
      }),
    )
  return [
    figure(
      'check-in',
      'rolling codes verified on one core',
      Math.round(rateOf(shownCodes(keys, ROLLING))),
      '/s',
      {
        least: 50_000,
      },
    ),
    figure('check-in', 'tickets verified on one core', Math.round(rateOf(shownTickets(keys, TICKETS))), '/s'),
  ]
}

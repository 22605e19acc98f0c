import { randomBytes, randomInt } from 'node:crypto'
import { slotAt } from '../../core/domain/check-in/codes/rolling'
import { rollingCode, makeScreenKey } from '../../cloud/services/codes/rolling-mac'
import { linkOf } from '../../core/domain/check-in/codes/code'
import { figure, type Figure } from '../figure'
import { isAccepted, makeKeys, NOW, shownCodes, shownTickets, type Keys } from './codes'

const FORGED = 100_000
const TICKET_SHARE = 20

type Forgery = (genuine: string, keys: Keys) => string

/** One character exchanged for another of its alphabet, somewhere in the last `tail` characters. */
function withOneOther(text: string, tail: number): string {
  const place = text.length - 1 - randomInt(tail)
  const other = BASE64URL[randomInt(BASE64URL.length)] ?? 'A'
  return text[place] === other || text[place] === '.'
    ? withOneOther(text, tail)
    : text.slice(0, place) + other + text.slice(place + 1)
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const MAC_CHARACTERS = 16
const SIGNATURE_CHARACTERS = 86

/** What somebody without the key may try on what a screen shows. */
const ON_ROLLING: readonly Forgery[] = [
  (genuine) => withOneOther(genuine, MAC_CHARACTERS),
  (genuine) => genuine.slice(0, -MAC_CHARACTERS) + randomBytes(12).toString('base64url'),
  // Another slot under the same mac, a mac cut short, one padded, and none to speak of.
  (genuine) => genuine.replace(/\.(\d+)\./, (_, slot: string) => `.${Number(slot) + 1 + randomInt(1_000)}.`),
  (genuine) => genuine.slice(0, -1 - randomInt(MAC_CHARACTERS - 1)),
  (genuine) => `${genuine}${'A'.repeat(1 + randomInt(8))}`,
  (genuine) => genuine.slice(0, -MAC_CHARACTERS) + 'A'.repeat(MAC_CHARACTERS),
  // A well-made code under a key of one's own.
  (_, { screens }) => {
    const ids = [...screens.keys()]
    return linkOf(
      'life.example.org',
      rollingCode(makeScreenKey(), ids[randomInt(ids.length)] ?? '', slotAt(NOW)),
    )
  },
]

const ON_TICKET: readonly Forgery[] = [
  (genuine) => withOneOther(genuine, SIGNATURE_CHARACTERS),
  (genuine) =>
    genuine.replace(
      /\.(\d+)\.(\d+)\./,
      (_, from: string, until: string) => `.${from}.${Number(until) + 1 + randomInt(9_000)}.`,
    ),
  (genuine) => genuine.replace('-1128', `-${1129 + randomInt(1_000)}`),
  (genuine) => genuine.slice(0, -SIGNATURE_CHARACTERS) + randomBytes(64).toString('base64url'),
]

/** A hundred thousand forgeries of what the house would accept, of every sort; none may pass. */
export function measureForged(): Figure[] {
  const keys = makeKeys()
  const codes = shownCodes(keys, 1_000)
  const tickets = shownTickets(keys, 200)
  let accepted = 0
  for (let index = 0; index < FORGED; index += 1) {
    const [genuine, sorts] =
      index % TICKET_SHARE === 0 ? ([tickets, ON_TICKET] as const) : ([codes, ON_ROLLING] as const)
    const forge = sorts[randomInt(sorts.length)]
    const text = forge?.(genuine[index % genuine.length] ?? '', keys) ?? ''
    if (isAccepted(text, keys)) accepted += 1
  }
  return [figure('check-in', `accepted of ${FORGED} forged codes`, accepted, '', { most: 0 })]
}

import { randomBytes, randomUUID } from 'node:crypto'
import { linkOf, parseCode, ticketText, type Code } from '../../core/domain/check-in/codes/code'
import { judgeRolling, slotAt } from '../../core/domain/check-in/codes/rolling'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import { isGenuine, makeScreenKey, rollingCode } from '../../cloud/services/codes/rolling-mac'
import { ticketSignerWith, type TicketSigner } from '../../cloud/services/codes/signing-keys'

/** What a 街道 has: its screens with their keys, and the key of its tickets. */
export interface Keys {
  readonly screens: ReadonlyMap<string, Buffer>
  readonly tickets: TicketSigner
}

const SCREENS = 36
export const NOW: Instant = instant(Date.UTC(2026, 10, 28, 1))

export const makeKeys = (): Keys => ({
  screens: new Map(
    Array.from({ length: SCREENS }, () => [randomBytes(6).toString('hex'), makeScreenKey()] as const),
  ),
  tickets: ticketSignerWith(randomBytes(32)),
})

/** What the screens show around `NOW`, as their links are scanned. */
export function shownCodes({ screens }: Keys, count: number): readonly string[] {
  const all = [...screens]
  return Array.from({ length: count }, (_, index) => {
    const [id, key] = all[index % all.length] ?? ['', Buffer.alloc(0)]
    return linkOf('life.example.org', rollingCode(key, id, slotAt(NOW) - (index % 2)))
  })
}

export const shownTickets = ({ tickets }: Keys, count: number): readonly string[] =>
  Array.from({ length: count }, () =>
    ticketText(
      tickets.sign({
        activityId: 'zhongguojie-1128',
        registrationId: randomUUID(),
        from: NOW / 1_000 - 3_600,
        until: NOW / 1_000 + 9_000,
      }),
    ),
  )

/** Everything the house does with a scanned text but asking the database for the key. */
export function isAccepted(text: string, keys: Keys): boolean {
  const code = parseCode(text)
  return code !== null && isOurs(code, keys)
}

function isOurs(code: Code, { screens, tickets }: Keys): boolean {
  if (code.kind === 'ticket') return tickets.isGenuine(code)
  if (code.kind !== 'rolling') return false
  const key = screens.get(code.screenId)
  const facts = key === undefined ? null : { revoked: false, genuine: isGenuine(key, code) }
  return judgeRolling(code, facts, NOW).ok
}

import type { Input } from '../../core/contract'
import type { SheetPage } from '../../core/contract/check-in/sheet'
import type { CheckInParty } from '../../core/contract/check-in/check-in-desk'
import { hasPlace } from '../../core/domain/registration/party'

/** A line of the list, in the order of a printed sheet where there is one. */
export interface SheetLine {
  /** Its number on paper, from 1; `null` for who registered afterwards. */
  readonly order: number | null
  readonly party: CheckInParty
  /** Members with a place, or who came without one. */
  readonly persons: number
  /** Members who are checked in already. */
  readonly came: number
}

/** What was read off paper, line by line: how many of each party came. */
export type Typed = Readonly<Record<string, number>>

const counts = (member: CheckInParty['members'][number]): boolean => hasPlace(member) || member.entry !== null

/** The lines of the sheet that is typed; parties that it does not have stand below, those who only wait last. */
export function linesOf({ parties, sheets }: SheetPage, sheetId: string | null): readonly SheetLine[] {
  const sheet = sheets.find((one) => one.sheetId === sheetId)
  const printed = sheet?.registrations ?? []
  const line = (party: CheckInParty, order: number | null): SheetLine => ({
    order,
    party,
    persons: party.members.filter(counts).length,
    came: party.members.filter(({ entry }) => entry !== null).length,
  })
  const byId = new Map(parties.map((party) => [party.registrationId, party]))
  const onPaper = printed.flatMap((id, at) => {
    const party = byId.get(id)
    return party === undefined ? [] : [line(party, at + 1)]
  })
  const others = parties
    .filter(({ registrationId, members }) => !printed.includes(registrationId) && members.some(isConcerned))
    .map((party) => line(party, null))
    .sort((one, other) => Number(one.persons === 0) - Number(other.persons === 0))
  return [...onPaper, ...others]
}

const isConcerned = (member: CheckInParty['members'][number]): boolean =>
  counts(member) || member.state === 'waiting' || member.state === 'lapsed'

/** Whoever is ticked: of each party as many as came, those first who are checked in already. */
export function membersTyped(lines: readonly SheetLine[], typed: Typed): readonly string[] {
  return lines.flatMap(({ party }) => {
    const came = typed[party.registrationId] ?? 0
    const inOrder = [...party.members]
      .filter(({ state, entry }) => state !== 'cancelled' || entry !== null)
      .sort((one, other) => Number(one.entry === null) - Number(other.entry === null))
    return inOrder.slice(0, came).map(({ memberId }) => memberId)
  })
}

/** What the backend is sent, without the id of the act. */
export const paperInput = (
  activityId: string,
  lines: readonly SheetLine[],
  typed: Typed,
  heads: { readonly walkIns: number; readonly elders: number },
): Omit<Input<'sheet.record'>, 'requestId'> => ({
  activityId,
  members: [...membersTyped(lines, typed)],
  ...heads,
})

import type { CheckInParty } from '../../core/contract/check-in/check-in-desk'
import type { SheetPage } from '../../core/contract/check-in/sheet'
import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { linesOf, membersTyped } from './paper-model'

const AT = '2026-11-28T01:00:00.000Z' as IsoInstant
const entry = {
  entryId: 'e',
  at: AT,
  grade: 'staff',
  doorFlag: null,
  flags: [],
  giftAt: null,
  giftTwice: false,
} as const

const party = (id: string, states: readonly string[]): CheckInParty => ({
  registrationId: id,
  number: id,
  wantsHelp: false,
  members: states.map((state, at) => ({
    memberId: `${id}-${at}`,
    name: '王**',
    child: false,
    state: state as 'confirmed',
    released: false,
    entry: state === 'attended' ? entry : null,
  })),
})

const page = (parties: readonly CheckInParty[], registrations: readonly string[]): SheetPage => ({
  activityId: 'class',
  title: '',
  place: '',
  startsAt: AT,
  endsAt: AT,
  waiting: 0,
  counts: {
    registered: 0,
    attended: 0,
    walkedIn: 0,
    withoutPhone: 0,
    doorRecords: 0,
    heads: 0,
    capacity: 9,
    free: 9,
  },
  parties,
  sheets: [{ sheetId: 's', printedAt: AT, registrations }],
  paper: { walkIns: 0, elders: 0 },
  mayRecord: true,
})

it('keeps the order of paper when somebody registers or cancels afterwards', () => {
  const shown = page(
    [
      party('1', ['confirmed']),
      party('2', ['cancelled']),
      party('3', ['confirmed', 'confirmed']),
      party('4', ['waiting']),
      party('5', ['cancelled']),
    ],
    ['3', '2'],
  )
  expect(
    linesOf(shown, 's').map(({ order, party: { number }, persons }) => [order, number, persons]),
  ).toEqual([
    [1, '3', 2],
    [2, '2', 0],
    [null, '1', 1],
    [null, '4', 0],
  ])
})

it('ticks as many of a party as came, and counts who is checked in already first', () => {
  const lines = linesOf(page([party('1', ['confirmed', 'attended', 'confirmed'])], ['1']), 's')
  expect(membersTyped(lines, { '1': 2 })).toEqual(['1-1', '1-0'])
  expect(membersTyped(lines, {})).toEqual([])
})

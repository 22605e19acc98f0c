import type { CounterActivity } from '../../core/contract/registration/counter'
import {
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  type ShanghaiDay,
} from '../../core/kernel/shanghai-time'
import { said } from '../../core/tables/cell'
import type { ChainEntry, ChainHead } from '../../core/tables/sign-up-chain'
import { dateText } from '../../src/text/time'
import { CHAIN } from '../text/chain'
import { emptyForm, faultsOf, type FormFaults, type GuestForm } from './counter-model'

/** What whoever pasted the chain said about one line. */
export interface LineAnswers {
  readonly intent?: 'join' | 'change' | 'cancel' | 'skip'
  /** The line that a 取消 or 改成 means. */
  readonly of?: number
  readonly persons?: number
  readonly phone?: string
  /** How many of the children without an age are below 14. */
  readonly young?: number
  /** What else was typed, years of birth among it. */
  readonly more?: Partial<GuestForm>
  readonly isLeftOut?: boolean
}

/** What is not certain about a line: nothing of it is sent before it was answered. */
export interface LineQuestion {
  readonly question: string
  readonly choices: readonly { readonly say: string; readonly answers: LineAnswers }[]
}

/** A line of the chain as a party, or why it is none. */
export interface ChainRow {
  /** Stays with the line when others are typed around it. */
  readonly key: string
  readonly entry: ChainEntry
  readonly form: GuestForm
  readonly questions: readonly LineQuestion[]
  readonly faults: FormFaults
  /** Why nobody is registered by this line; `null` for a party. */
  readonly folded: string | null
  /** The later line that says how many come. */
  readonly changedBy: number | null
  /** A later line that is not answered yet and may mean this party. */
  readonly waitsFor: number | null
  readonly isLeftOut: boolean
}

export type Answers = Readonly<Record<string, LineAnswers>>

export const withAnswers = (given: LineAnswers, more: LineAnswers): LineAnswers => ({
  ...given,
  ...more,
  ...(given.more === undefined && more.more === undefined ? {} : { more: { ...given.more, ...more.more } }),
})

/** Whether a row can be sent: a party, nothing open, nothing wrong. */
export const isComplete = ({ folded, waitsFor, questions, faults }: ChainRow): boolean =>
  folded === null && waitsFor === null && questions.length === 0 && Object.keys(faults).length === 0

interface Reading {
  readonly activity: CounterActivity | null
  readonly answers: Answers
  readonly today: ShanghaiDay
}

/** The lines in their order, as they were answered; a later line may change or cancel an earlier one. */
export function rowsOf(entries: readonly ChainEntry[], reading: Reading): readonly ChainRow[] {
  const rows: ChainRow[] = []
  const times = new Map<string, number>()
  for (const entry of entries) {
    const nth = (times.get(entry.text) ?? 0) + 1
    times.set(entry.text, nth)
    const key = `${entry.text}#${nth}`
    const given = reading.answers[key] ?? {}
    const party = partyOf(key, entry, reading)
    const intent = given.intent ?? (entry.intent.asks.length === 0 ? entry.intent.value : null)
    const at = given.of === undefined ? -1 : rows.findIndex(({ entry: { line } }) => line === given.of)
    const earlier = rows[at]
    if (intent === 'join') rows.push(party)
    else if (intent === 'skip') rows.push(folded(party, CHAIN.skipped))
    else if (intent === 'cancel' && earlier !== undefined) {
      rows[at] = folded(earlier, CHAIN.cancelledBy(entry.line))
      rows.push(folded(party, CHAIN.cancels(earlier.form.called, earlier.entry.line)))
    } else if (intent === 'change' && earlier !== undefined) {
      const persons = given.persons ?? entry.count.value
      const asked = personsAsked(entry, given)
      if (persons === null) rows.push({ ...party, questions: asked, faults: {} })
      else {
        rows[at] = changed(earlier, entry, persons, reading)
        rows.push(
          folded(
            party,
            CHAIN.changes(earlier.form.called || earlier.entry.text, earlier.entry.line, persons),
          ),
        )
      }
    } else {
      for (const [index, row] of rows.entries())
        if (mayMean(entry, row)) rows[index] = { ...row, waitsFor: entry.line }
      rows.push({ ...party, questions: whatIsMeant(entry, rows), faults: {} })
    }
  }
  return rows
}

const folded = (row: ChainRow, why: string): ChainRow => ({ ...row, folded: why, questions: [], faults: {} })

/** The party of the earlier line, as many as the later one says, with the children of whom it speaks. */
function changed(earlier: ChainRow, later: ChainEntry, persons: number, reading: Reading): ChainRow {
  const speaksOfChildren = later.childAges.length + later.childrenWithoutAge > 0
  const { childAges, childrenWithoutAge } = speaksOfChildren ? later : earlier.entry
  const entry = { ...earlier.entry, count: said(persons), childAges, childrenWithoutAge }
  const given = { ...reading.answers[earlier.key], persons }
  const answers = { ...reading.answers, [earlier.key]: given }
  const { waitsFor } = earlier
  return { ...partyOf(earlier.key, entry, { ...reading, answers }), changedBy: later.line, waitsFor }
}

/** A line whose meaning is open concerns the party of its name, or where it names nobody anybody above. */
const mayMean = ({ intent, sameAs }: ChainEntry, { entry, folded: why }: ChainRow): boolean =>
  why === null &&
  (sameAs === null ? !intent.asks.some(({ answers }) => answers.length > 0) : sameAs === entry.line)

function whatIsMeant(entry: ChainEntry, rows: readonly ChainRow[]): readonly LineQuestion[] {
  const { intent, who, sameAs } = entry
  const [ask] = intent.asks
  if (ask !== undefined && ask.answers.length > 0) {
    const of = sameAs === null ? {} : { of: sameAs }
    return [
      {
        question: ask.question,
        choices: [
          ...ask.answers.map(({ say, value }) => ({
            say,
            answers: { intent: value, ...(value === 'join' ? {} : of) },
          })),
          ...(ask.answers.length > 1 ? [] : [{ say: CHAIN.notThem, answers: { intent: 'skip' as const } }]),
        ],
      },
    ]
  }
  const meant = intent.value ?? 'cancel'
  return [
    {
      question: ask?.question ?? who.asks[0]?.question ?? CHAIN.whoCancels,
      choices: [
        ...rows
          .filter(
            (row) => row.folded === null && row.entry.intent.value !== 'cancel' && row.form.called !== '',
          )
          .map(({ form, entry: { line } }) => ({
            say: CHAIN.ofLine(form.called, line),
            answers: { intent: meant, of: line },
          })),
        { say: CHAIN.skip, answers: { intent: 'skip' } },
      ],
    },
  ]
}

const personsAsked = ({ count }: ChainEntry, { persons }: LineAnswers): readonly LineQuestion[] =>
  persons === undefined
    ? count.asks.map(({ question, answers }) => ({
        question,
        choices: answers.map(({ say, value }) => ({ say, answers: { persons: value } })),
      }))
    : []

function partyOf(key: string, entry: ChainEntry, { activity, answers, today }: Reading): ChainRow {
  const given = answers[key] ?? {}
  const form = formOf(entry, given)
  const named =
    given.more?.called === undefined
      ? entry.who.asks.map(({ question, answers: names }) => ({
          question,
          choices: names.map(({ say, value }) => ({ say, answers: { more: { called: value } } })),
        }))
      : []
  const born = bornWhen(entry, form, today)
  const consent =
    form.children > 0 && !form.guardianConsent
      ? [
          {
            question: CHAIN.guardian,
            choices: [{ say: CHAIN.guardianYes, answers: { more: { guardianConsent: true } } }],
          },
        ]
      : []
  const asked = { called: named.length > 0, childYears: born.length > 0, guardian: true, activity: true }
  const faults = Object.fromEntries(
    Object.entries(faultsIn(entry, given, form, activity)).filter(
      ([field]) => !(asked as Record<string, boolean>)[field],
    ),
  )
  return {
    key,
    entry,
    form,
    questions: [...named, ...personsAsked(entry, given), ...howYoung(entry, given), ...born, ...consent],
    faults,
    folded: null,
    changedBy: null,
    waitsFor: null,
    isLeftOut: given.isLeftOut === true,
  }
}

function formOf({ line, who, count, childAges, phone }: ChainEntry, given: LineAnswers): GuestForm {
  const persons = given.persons ?? count.value ?? 1
  const typed = given.phone ?? phone.value ?? ''
  return {
    ...emptyForm(line),
    called: who.value ?? '',
    persons,
    children: Math.min(childAges.length + (given.young ?? 0), persons),
    phone: typed,
    hasNoPhone: typed.trim() === '',
    consent: 'written',
    ...given.more,
  }
}

function faultsIn(
  { count, phone }: ChainEntry,
  given: LineAnswers,
  form: GuestForm,
  activity: CounterActivity | null,
): FormFaults {
  const [badCount] = given.persons === undefined ? count.refusals : []
  const [badPhone] = given.phone === undefined ? phone.refusals : []
  const isTooLarge = activity !== null && form.persons > activity.largestParty
  return {
    ...faultsOf(form, activity),
    ...(isTooLarge ? { persons: CHAIN.faults.tooMany(activity.largestParty) } : {}),
    ...(badCount === undefined ? {} : { persons: badCount }),
    ...(badPhone === undefined ? {} : { phone: badPhone }),
  }
}

/** A son who comes along may be fifty: whether a child is one is asked where no age is said. */
function howYoung({ childrenWithoutAge }: ChainEntry, given: LineAnswers): readonly LineQuestion[] {
  if (childrenWithoutAge === 0 || given.young !== undefined || given.more?.children !== undefined) return []
  if (childrenWithoutAge === 1)
    return [
      {
        question: CHAIN.young,
        choices: [
          { say: CHAIN.youngYes, answers: { young: 1 } },
          { say: CHAIN.youngNo, answers: { young: 0 } },
        ],
      },
    ]
  return [
    {
      question: CHAIN.youngOnes(childrenWithoutAge),
      choices: Array.from({ length: childrenWithoutAge + 1 }, (_, young) => ({
        say: CHAIN.youngCount(young),
        answers: { young },
      })),
    },
  ]
}

/** An age says one of two years of birth. */
function bornWhen({ childAges }: ChainEntry, form: GuestForm, today: ShanghaiDay): readonly LineQuestion[] {
  const year = Number(today.slice(0, 4))
  return childAges.slice(0, form.children).flatMap((age, at) => {
    if (form.childYears[at] !== undefined && form.childYears[at] !== '') return []
    const choices = [year - age, year - age - 1].map((born) => ({
      say: CHAIN.bornYear(born),
      answers: {
        more: {
          childYears: Array.from({ length: form.children }, (__, one) =>
            one === at ? String(born) : (form.childYears[one] ?? ''),
          ),
        },
      },
    }))
    return [{ question: CHAIN.born(age), choices }]
  })
}

/** What in the head of the chain speaks against this activity; empty where nothing does. */
export function doubtsOf({ day, time }: ChainHead, activity: CounterActivity): readonly string[] {
  const start = parseInstant(activity.startsAt)
  const own = shanghaiDay(start)
  const minute = minuteOfDay(start)
  return [
    ...day.asks.map(({ question }) => question),
    ...day.refusals,
    ...(day.value !== null && day.value !== own ? [CHAIN.otherDay(dateText(day.value), dateText(own))] : []),
    ...(time !== null && time.from !== minute
      ? [CHAIN.otherTime(clockText(time.from), clockText(minute))]
      : []),
  ]
}

/** The one activity that begins when the head says; `null` where none does, or more than one. */
export function activityOfHead(
  { day, time }: ChainHead,
  activities: readonly CounterActivity[],
): CounterActivity | null {
  if (day.value === null) return null
  const fitting = activities.filter(({ startsAt }) => {
    const start = parseInstant(startsAt)
    return shanghaiDay(start) === day.value && (time === null || minuteOfDay(start) === time.from)
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Faults as sentences, each once. */
export const faultTexts = ({ faults }: ChainRow): readonly string[] => [
  ...new Set(Object.values(faults) as readonly string[]),
]

/** Whether something is missing that the columns do not ask for. */
export const needsMore = ({ faults }: ChainRow): boolean =>
  Object.keys(faults).some((field) => !['called', 'persons', 'phone'].includes(field))

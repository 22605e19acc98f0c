import { charactersIn } from '../../core/shapes/characters'
import { LONGEST_NAME } from '../../core/shapes/person-name'
import type { Input } from '../../core/contract'
import type { StaffRole } from '../../core/domain/staff/post'
import { INVITE } from '../text/invite'

/** One line of the form, as it was typed or pasted. */
export interface InviteRow {
  readonly key: number
  readonly called: string
  /** Names of offices, several with 、 between. */
  readonly offices: string
  readonly role: string
  readonly until: string
}

export type InviteColumn = 'called' | 'offices' | 'role' | 'until'
export type InviteFaults = Readonly<Partial<Record<InviteColumn, string>>>

interface Office {
  readonly id: string
  readonly name: string
}

export const emptyRow = (key: number): InviteRow => ({
  key,
  called: '',
  offices: '',
  role: '社工',
  until: '',
})

const ROLE_WORDS: Readonly<Record<string, StaffRole>> = {
  社工: 'office',
  负责人: 'lead',
  书记: 'lead',
  站长: 'lead',
  编辑: 'editor',
  管理员: 'admin',
  只看: 'viewer',
  志愿者: 'scanner',
}

/** Cells copied from a table are parted by tabs; a first line that names its columns is none of them. */
export function rowsIn(pasted: string, firstKey: number): readonly InviteRow[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [head] = lines
  const body = head?.[0] === '姓名' || head?.[0] === '称呼' ? lines.slice(1) : lines
  return body.map(([called = '', offices = '', role = '', until = ''], at) => ({
    key: firstKey + at,
    called,
    offices,
    role,
    until,
  }))
}

const namesIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** By its whole name, or by a part that only one of them has. */
function findOffice(name: string, offices: readonly Office[]): Office | null {
  const exact = offices.find((office) => office.name === name)
  if (exact !== undefined) return exact
  const like = offices.filter((office) => office.name.includes(name))
  return like.length === 1 ? (like[0] ?? null) : null
}

/** 2026-12-31 in the ways that people write it; `null` for none, `undefined` for what is no day. */
function dayIn(text: string): string | null | undefined {
  if (text === '' || text === '长期') return null
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (found === null) return undefined
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}

const needsOffice = (role: StaffRole): boolean => role === 'office' || role === 'lead'

/** What is wrong with a line, cell by cell; empty where nothing is. */
export function faultsOf(row: InviteRow, offices: readonly Office[]): InviteFaults {
  const role = ROLE_WORDS[row.role]
  const names = namesIn(row.offices)
  const unknown = names.find((name) => findOffice(name, offices) === null)
  return {
    ...(row.called === '' || charactersIn(row.called) > LONGEST_NAME ? { called: INVITE.faults.called } : {}),
    ...(role === undefined ? { role: INVITE.faults.role } : {}),
    ...(role === 'scanner' ? { role: INVITE.faults.scanner } : {}),
    ...(unknown === undefined ? {} : { offices: INVITE.faults.officeUnknown(unknown) }),
    ...(role !== undefined && needsOffice(role) && names.length === 0
      ? { offices: INVITE.faults.officeMissing }
      : {}),
    ...(dayIn(row.until) === undefined ? { until: INVITE.faults.day } : {}),
  }
}

type Invited = Input<'staff.invite'>['invitations'][number]

/** What the backend is sent; only of lines without a fault. */
export function invitationOf(row: InviteRow, offices: readonly Office[]): Invited {
  const role = ROLE_WORDS[row.role]
  const endsOn = dayIn(row.until)
  if (role === undefined || endsOn === undefined) throw new Error('a line with a fault was sent')
  const officeIds = namesIn(row.offices).flatMap((name) => findOffice(name, offices)?.id ?? [])
  const holdsAtOffices = needsOffice(role) || role === 'viewer'
  return {
    called: row.called,
    role,
    officeIds: holdsAtOffices ? officeIds : [],
    activityIds: [],
    mayReadLog: false,
    endsOn,
  }
}

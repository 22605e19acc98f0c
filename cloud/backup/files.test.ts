import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant, parseInstant } from '../../core/kernel/shanghai-time'
import { nameOf, rotate, type FileKind } from './files'

const NOW = parseInstant('2026-11-30T15:30:00.000Z')
const daysAgo = (days: number) => instant(NOW - days * 86_400_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caoyang-backups-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (kind: FileKind, days: number) => writeFileSync(join(folder, nameOf(kind, daysAgo(days))), 'x')
const putBackup = (days: number) => {
  for (const kind of ['dump', 'about', 'erasures'] as const) put(kind, days)
}

it('names a file by its moment in UTC', () => {
  expect(nameOf('dump', NOW)).toBe('living-room-20261130T153000Z.dump.age')
})

it('deletes backups that are too old with all that lies beside them, and nothing else', async () => {
  for (const days of [34, 35, 36, 400]) putBackup(days)
  writeFileSync(join(folder, 'notes.txt'), 'x')
  await rotate(folder, 35, NOW)
  const dumps = readdirSync(folder).filter((name) => name.includes('.dump.'))
  expect(dumps).toEqual([nameOf('dump', daysAgo(35)), nameOf('dump', daysAgo(34))])
  expect(readdirSync(folder)).toContain('notes.txt')
  expect(readdirSync(folder).filter((name) => name.includes('.about.'))).toHaveLength(2)
})

it('never deletes the last backup, however old it is', async () => {
  putBackup(100)
  await rotate(folder, 35, NOW)
  expect(readdirSync(folder)).toHaveLength(3)
})

it('keeps the lists of the last two days by the hour, always the newest one', async () => {
  for (let hours = 0; hours < 60; hours += 1) put('erasures', hours / 24)
  await rotate(folder, 35, NOW)
  expect(readdirSync(folder)).toHaveLength(48)
  expect(readdirSync(folder).at(-1)).toBe(nameOf('erasures', NOW))
})

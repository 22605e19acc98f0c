import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { anyCharacter } from '../../tests/support/any-character'
import type { Pack, PackFiles } from './pack'
import { parsePack } from './parse-pack'
import { readFolder } from './read-folder'
import { STREET_FILES } from './sheets/life-circle/streets'

let fixture: PackFiles
beforeAll(async () => {
  fixture = await readFolder(resolve(__dirname, '../../tests/fixtures/pack'))
  // No sheet speaks of the streets, and to build their graph takes longer than all the sheets.
  for (const file of STREET_FILES) (fixture as Map<string, Uint8Array>).delete(file)
})

const SHEETS = [
  'settings.csv',
  'neighbourhoods.csv',
  'compounds.csv',
  'services.csv',
  'offices.csv',
  'hours.csv',
  'hours-exceptions.csv',
  'entrances.csv',
  'news.csv',
  'notices.csv',
  'words.csv',
]

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const cellsOf = (file: string): string[][] =>
  new TextDecoder()
    .decode(fixture.get(file))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))

/** One whole pack, or problems that an editor can find. */
function expectAnswer(files: PackFiles): void {
  const reading = parsePack(files)
  if (reading.ok) return expectConsistent(reading.pack)
  expect(reading.problems.length).toBeGreaterThan(0)
  const known = new Set([...SHEETS, ...files.keys()])
  const lost = reading.problems.filter(
    ({ reason, row, file }) => reason === '' || (row !== null && row < 1) || !known.has(file),
  )
  expect(lost).toEqual([])
}

/** What the database and the readers rely on. */
function expectConsistent(pack: Pack): void {
  const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id))
  const [offices, neighbourhoods, services] = [
    idsOf(pack.offices),
    idsOf(pack.neighbourhoods),
    idsOf(pack.services),
  ]
  const zones = new Set(pack.zones.map((zone) => `${zone.office_id} ${zone.id}`))
  expect(offices.size).toBe(pack.offices.length)
  expect(zones.size).toBe(pack.zones.length)
  expect(idsOf(pack.compounds).size).toBe(pack.compounds.length)
  const mainZones = (id: string) => pack.zones.filter((zone) => zone.office_id === id && zone.main)
  const lost = [
    ...pack.offices.filter(({ id }) => mainZones(id).length !== 1),
    ...pack.compounds.filter(({ neighbourhood_id: own }) => own !== null && !neighbourhoods.has(own)),
    ...pack.neighbourhoods.filter((row) => row.office_id !== null && !offices.has(row.office_id)),
    ...pack.offices.filter(
      (row) => row.neighbourhood_id !== null && !neighbourhoods.has(row.neighbourhood_id),
    ),
    ...pack.offices.filter((row) => row.successor_id !== null && !offices.has(row.successor_id)),
    ...pack.officeServices.filter((row) => !offices.has(row.office_id) || !services.has(row.service_id)),
    ...[...pack.zones, ...pack.entrances].filter((row) => !offices.has(row.office_id)),
    ...[...pack.hours, ...pack.exceptions].filter((row) => !zones.has(`${row.office_id} ${row.zone_id}`)),
  ]
  expect(lost).toEqual([])
}

const sheet = fc.constantFrom(...SHEETS)

describe('whatever the files of a pack hold, it is one whole pack or a list of problems', () => {
  it('for bytes that are no text', () => {
    const garbage = fc.uint8Array({ maxLength: 400 })
    fc.assert(
      fc.property(sheet, garbage, (file, bytes) => expectAnswer(new Map([...fixture, [file, bytes]]))),
    )
  })

  it('for text full of commas, quotes and line ends', () => {
    const sign = fc.oneof(
      fc.constantFrom(',', '"', '\n', '\r', '，', '\ufeff', '\t', '是', '1'),
      fc.string({ unit: anyCharacter, maxLength: 3 }),
    )
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(sheet, text, fc.boolean(), (file, body, withHeader) => {
        const header = withHeader ? `${cellsOf(file)[0]!.join(',')}\n` : ''
        expectAnswer(new Map([...fixture, [file, utf8(header + body)]]))
      }),
      { numRuns: 300 },
    )
  })

  it('for cells of one sheet put into others, rows dropped and rows doubled', () => {
    const slip = fc.record({
      file: sheet,
      row: fc.nat(20),
      column: fc.nat(20),
      from: sheet,
      act: fc.constantFrom('cell', 'drop', 'double', 'swap'),
    })
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        const sheets = new Map(SHEETS.map((file) => [file, cellsOf(file)]))
        for (const { file, row, column, from, act } of slips) {
          const rows = sheets.get(file)!
          const source = sheets.get(from)!
          const at = 1 + (row % Math.max(1, rows.length - 1))
          if (act === 'drop') rows.splice(at, 1)
          else if (act === 'double') rows.splice(at, 0, [...(rows[at] ?? [])])
          else if (act === 'swap') rows.push(...rows.splice(at, 1))
          else if (rows[at]) {
            const donor = source[row % source.length] ?? ['']
            rows[at][column % rows[at].length] = donor[column % donor.length] ?? ''
          }
        }
        const files = [...sheets].map(([file, rows]): [string, Uint8Array] => [
          file,
          utf8(rows.map((cells) => cells.join(',')).join('\n')),
        ])
        expectAnswer(new Map([...fixture, ...files]))
      }),
      { numRuns: 500 },
    )
  })
})

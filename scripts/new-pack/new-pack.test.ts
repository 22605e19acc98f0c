import { readFileSync } from 'node:fs'
import { parsePack } from '../../cloud/pack/parse-pack'
import { newPack, type PackAnswers } from './new-pack'

const ANSWERS: PackAnswers = {
  name: '青溪镇',
  kind: '镇',
  appName: '青溪会客厅',
  organiser: '青溪镇人民政府',
  hotline: '96300',
  guideline: '《青溪县社区生活圈导则》, 2025',
  west: '119.9',
  east: '120.1',
  south: '30.1',
  north: '30.3',
  neighbourhoods: ['溪东', '溪西'],
  offices: ['溪东会客厅'],
}
const KIND = {
  编号: 'market',
  名称: '菜场',
  字: '菜',
  五宜: '宜居',
  目标分钟: '10',
  目标已核对: '是',
  已收全: '是',
}

const made = (changed: Partial<PackAnswers> = {}) => newPack({ ...ANSWERS, ...changed }, [KIND])
const reading = (changed: Partial<PackAnswers> = {}) =>
  parsePack(new Map([...made(changed)].map(([file, text]) => [file, Buffer.from(text)])))

it('a new pack passes the check of packs', () => {
  const read = reading()
  expect(read.ok ? [] : read.problems).toEqual([])
  expect(read.ok && read.pack.offices).toMatchObject([{ name: '溪东会客厅', status: 'open' }])
})

it('says what was answered, and nothing of any other place or guideline', () => {
  const all = [...made().values()].join('')
  expect(all).toContain('街道名称,青溪镇,')
  expect(all).toContain('类别,镇,')
  expect(all).toContain('"《青溪县社区生活圈导则》, 2025"')
  expect(all).not.toMatch(/上海|新村/)
})

it('calls no goal checked and no list whole that somebody else checked', () => {
  expect(made().get('facility-kinds.csv')).toContain('market,菜场,菜,宜居,10,否,否')
})

it('without offices, with edges the wrong way round or a hotline in words the check says what is wrong', () => {
  expect(reading({ offices: [] }).ok).toBe(false)
  expect(reading({ west: '120.1', east: '119.9' }).ok).toBe(false)
  expect(reading({ hotline: '热线' }).ok).toBe(false)
})

it('streets that were copied from another pack are refused with a sentence', () => {
  const files = new Map([...made()].map(([file, text]) => [file, Buffer.from(text)]))
  files.set('streets.geojson', readFileSync('tests/fixtures/pack/streets.geojson'))
  const here = { west: '120.0', east: '120.2', south: '30.1', north: '30.3' }
  const elsewhere = parsePack(files)
  expect(elsewhere.ok ? [] : elsewhere.problems).toMatchObject([
    {
      file: 'streets.geojson',
      reason: expect.stringMatching(/^画的是别处的街道（中间在 120\.1\d+/) as string,
    },
  ])
  for (const [file, text] of made(here)) files.set(file, Buffer.from(text))
  expect(parsePack(files).ok).toBe(true)
})

import path from 'node:path'
import { parsePack } from '../cloud/pack/parse-pack'
import { readFolder } from '../cloud/pack/read-folder'
import { buildSettings } from './settings'
import { subdistrictOf } from './subdistrict'

const root = path.resolve(__dirname, '..')

describe('subdistrictOf', () => {
  it.each(['data/caoyang', 'tests/fixtures/pack'])('reads of %s what the pack loader reads', async (pack) => {
    const parsed = parsePack(await readFolder(path.join(root, pack)))
    if (!('pack' in parsed)) throw new Error('the pack is not clean')
    const settings = new Map(parsed.pack.settings.map(({ key, value }) => [key, value]))
    expect(subdistrictOf(path.join(root, pack))).toEqual({
      name: settings.get('name'),
      kind: settings.get('kind'),
      organiser: settings.get('organiser'),
      appName: settings.get('app_name'),
      phone: settings.get('phone') || null,
      hotline: settings.get('hotline'),
      guideline: settings.get('guideline'),
      mapLicence: settings.get('map_licence') || null,
      closingSoonMinutes: Number(settings.get('closing_soon_minutes')),
    })
  })
})

describe('a build', () => {
  const named = (environment: Record<string, string>) =>
    buildSettings({ DATA_PACK: 'tests/fixtures/pack', ...environment })

  it('of the mini-program is named by its data pack, and kept apart from one of another', () => {
    const weapp = named({ TARO_ENV: 'weapp' })
    expect(weapp.env['TARO_APP_SUBDISTRICT']).toContain('云溪会客厅')
    expect(weapp.cacheName).not.toBe(buildSettings({ TARO_ENV: 'weapp' }).cacheName)
  })

  it("of the residents' pages names nobody: the server does", () => {
    expect(named({ TARO_ENV: 'h5', NODE_ENV: 'production' }).env['TARO_APP_SUBDISTRICT']).toBe('""')
    expect(named({ TARO_ENV: 'h5', NODE_ENV: 'development' }).env['TARO_APP_SUBDISTRICT']).toContain('云溪')
  })
})

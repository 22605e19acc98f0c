import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSettings } from './settings'

describe('buildSettings', () => {
  it('builds for cloud functions, without the staff pages, when nothing is set', () => {
    const { outputRoot, env } = buildSettings({})
    expect(outputRoot).toBe('dist/weapp')
    expect(env).toMatchObject({
      TARO_APP_SEND: '"cloud"',
      TARO_APP_STAFF: '"0"',
      TARO_APP_SPEECH: '"0"',
      TARO_APP_LOCATION: '"precise"',
    })
  })

  it('refuses HTTPS without an origin, or with a path behind it', () => {
    const https = { TARO_ENV: 'weapp', TARO_APP_SEND: 'https' }
    expect(() => buildSettings(https)).toThrow(/TARO_APP_ORIGIN/)
    expect(() => buildSettings({ ...https, TARO_APP_ORIGIN: 'https://a.example/api/' })).toThrow(
      /without a slash/,
    )
    expect(buildSettings({ ...https, TARO_APP_ORIGIN: 'https://a.example' }).env.TARO_APP_ORIGIN).toBe(
      '"https://a.example"',
    )
  })

  it('needs no origin in a browser, which has its own', () => {
    expect(buildSettings({ TARO_ENV: 'h5', TARO_APP_SEND: 'https' }).outputRoot).toBe('dist/h5')
  })

  it('shows the staff pages in a browser, where only a demonstration lends somebody who may see them', () => {
    expect(buildSettings({ TARO_ENV: 'h5' }).env.TARO_APP_STAFF).toBe('"1"')
    expect(buildSettings({ TARO_ENV: 'h5', TARO_APP_STAFF: '0' }).env.TARO_APP_STAFF).toBe('"0"')
  })

  it('names the setting whose value it does not know', () => {
    expect(() => buildSettings({ TARO_APP_SEND: 'http' })).toThrow(
      'TARO_APP_SEND is cloud or https, got "http"',
    )
  })

  it('keeps builds apart that differ in more than their place', () => {
    const https = buildSettings({ TARO_APP_SEND: 'https', TARO_APP_ORIGIN: 'http://127.0.0.1:1' })
    expect(https.cacheName).not.toBe(buildSettings({}).cacheName)
  })

  it('reads no variable that docs/deploy.md does not name, and none stands there that nothing reads', () => {
    const root = join(__dirname, '..')
    const namesIn = (text: string) => text.match(/TARO_APP_[A-Z_]*[A-Z]/g) ?? []
    const read = namesIn(readFileSync(join(root, 'config/settings.ts'), 'utf8'))
    const documented = namesIn(readFileSync(join(root, 'docs/deploy.md'), 'utf8'))
    // Set by the build itself: the version of package.json, and whom the data pack names.
    const set = ['TARO_APP_VERSION', 'TARO_APP_SUBDISTRICT']
    const chosen = [...new Set(read)].filter((name) => !set.includes(name)).sort()
    expect([...new Set(documented)].sort()).toEqual(chosen)
  })
})

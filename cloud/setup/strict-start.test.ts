import { readSettings } from './settings'
import { clockFinding, settingFindings } from './strict-start'

const COMPLETE = {
  DATABASE_URL: 'postgres:///app',
  PHONE_KEY: '8f0c5a1e7b3d92468f0c5a1e7b3d9246',
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 'secret',
}
const FRONT = { PUBLIC_ORIGIN: 'https://example.cn', TRUST_PROXY: '1' }

const findings = (env: Record<string, string>) => settingFindings(env, readSettings(env))

describe('settings with which real people’s data may be kept', () => {
  it.each([
    ['alone on this machine', {}],
    ['behind a proxy that ends TLS', { HOST: '0.0.0.0', ...FRONT }],
    ['in plain words on a network that is trusted', { HOST: '10.0.0.7', PLAIN_HTTP: '1' }],
    ['without WeChat where that is meant', { WECHAT_APP_ID: '', WECHAT_APP_SECRET: '', WITHOUT_WECHAT: '1' }],
  ])('%s', (_how, env) => {
    expect(findings({ ...COMPLETE, ...env })).toEqual([])
  })

  it.each([
    ['no key', { PHONE_KEY: '' }, 'PHONE_KEY is not set'],
    ['a key of one letter', { PHONE_KEY: 'x' }, 'PHONE_KEY is too weak'],
    ['a long key of one letter', { PHONE_KEY: 'x'.repeat(64) }, 'PHONE_KEY is too weak'],
    ['no account', { WECHAT_APP_ID: '', WECHAT_APP_SECRET: '' }, 'WECHAT_APP_ID and WECHAT_APP_SECRET'],
    ['others on the line and no TLS', { HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
    ['a proxy that is trusted and not there', { TRUST_PROXY: '1' }, 'TRUST_PROXY is 1'],
    [
      'a proxy that is there and not trusted',
      { PUBLIC_ORIGIN: 'https://example.cn' },
      'TRUST_PROXY is not 1',
    ],
  ])('are not those with %s', (_what, env, words) => {
    expect(findings({ ...COMPLETE, ...env })).toEqual([expect.stringContaining(words)])
  })

  it('are told together, and how to make a key', () => {
    const all = findings({ HOST: '0.0.0.0', PHONE_KEY: 'x', WITHOUT_WECHAT: '1', DATABASE_URL: '' })
    expect(all).toHaveLength(3)
    expect(all[1]).toContain('openssl rand -hex 32')
  })

  it('are not asked for where everybody is invented', () => {
    expect(findings({ DEMO: '1' })).toEqual([])
  })
})

describe('two clocks', () => {
  it.each([
    ['agree', 1_000_000, 999_000, 1_000_500, null],
    ['agree as far as a slow answer tells', 1_000_000, 1_000_000, 1_060_000, null],
    ['differ by five seconds, which is let pass', 1_000_000, 1_005_000, 1_005_100, null],
    ['differ', 1_000_000, 1_006_000, 1_006_100, 'is 6 s ahead of'],
    ['differ the other way', 1_000_000, 990_000, 991_000, 'is 9 s behind'],
  ])('%s', (_what, database, asked, answered, words) => {
    const finding = clockFinding(database, asked, answered)
    expect(finding).toEqual(words === null ? null : expect.stringContaining(words))
  })
})

import { readSettings } from './settings'

describe('readSettings', () => {
  it('listens on this machine, port 8787, and starts no PostgreSQL by itself', () => {
    expect(readSettings({})).toEqual({
      isDemo: false,
      demoWorld: false,
      host: '127.0.0.1',
      port: 8787,
      dataDir: '.data',
      dataPack: 'data/caoyang',
      databaseUrl: null,
      mayEmbed: false,
      ownerUrl: null,
      wechat: null,
      trustProxy: false,
      publicOrigin: null,
      withoutWechat: false,
      plainHttp: false,
      metrics: null,
    })
  })

  it.each([
    ['DEMO', 'yes'],
    ['EMBEDDED', 'yes'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80 80'],
    ['METRICS_PORT', 'x'],
    ['TRUST_PROXY', 'true'],
    ['PUBLIC_ORIGIN', 'caoyang.example.cn'],
    ['PUBLIC_ORIGIN', 'http://caoyang.example.cn'],
    ['PUBLIC_ORIGIN', 'https://caoyang.example.cn/s'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
  })

  it.each([
    ['HOST', { HOST: '0.0.0.0' }],
    ['WECHAT_APP_SECRET', { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'secret' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://someone:secret@db.example.org/app' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres:///app?host=db.example.org' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres:///app?host=127.0.0.1&host=db.example.org' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres:///app?host=127.0.0.1,db.example.org' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example.org/app?host=127.0.0.1' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://127.0.0.1,db.example.org/app' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres:///app', PGHOST: 'db.example.org' }],
  ])('refuses demo mode when %s would open it to others', (name, env) => {
    expect(() => readSettings({ DEMO: '1', ...env })).toThrow(name)
    expect(() => readSettings(env)).not.toThrow()
  })

  it.each([
    'postgres://a:b@127.0.0.1:5432/app',
    'postgres://a:b@[::1]/app',
    'postgres://a@localhost/app',
    'postgres:///app?host=/run/postgresql',
  ])('lets demo mode use the database at %s', (url) => {
    expect(readSettings({ DEMO: '1', DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  it.each([{ DEMO: '1' }, { EMBEDDED: '1' }])('lets %j start a PostgreSQL of its own', (env) => {
    expect(readSettings(env).mayEmbed).toBe(true)
  })

  it('names every variable that cannot be read at once, a line each', () => {
    const read = () => readSettings({ DEMO: 'yes', PORT: '0', TRUST_PROXY: 'true' })
    expect(read).toThrow(/^DEMO is yes.*\nPORT is 0.*\nTRUST_PROXY is true.*$/)
  })

  it('never repeats a password in its messages', () => {
    const open = () =>
      readSettings({ DEMO: '1', DATABASE_URL: 'postgres://someone:topsecret@db.example.org/app' })
    expect(open).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('topsecret') as string }),
    )
  })

  it.each([
    ['https://caoyang.example.cn/', 'https://caoyang.example.cn'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('takes %s for the address that links begin with', (value, origin) => {
    expect(readSettings({ PUBLIC_ORIGIN: value }).publicOrigin).toBe(origin)
  })

  it('wants the app id beside the secret', () => {
    expect(() => readSettings({ WECHAT_APP_SECRET: 'secret' })).toThrow('WECHAT_APP_ID')
  })

  it('knows all templates of messages, or none', () => {
    const account = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'secret' }
    expect(readSettings(account).wechat).toEqual({ appId: 'wx1', appSecret: 'secret', templateIds: null })
    const two = { ...account, WECHAT_TEMPLATE_CHANGE: 'c', WECHAT_TEMPLATE_REMINDER: 'r' }
    expect(() => readSettings(two)).toThrow('WECHAT_TEMPLATE_WAITLIST not set')
    expect(readSettings({ ...two, WECHAT_TEMPLATE_WAITLIST: 'w' }).wechat?.templateIds).toEqual({
      change: 'c',
      waitlist: 'w',
      reminder: 'r',
    })
  })
})

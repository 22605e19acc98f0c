interface Packages {
  readonly subPackages: readonly { readonly root: string }[]
}

/** The app as Taro would configure it for that build. */
function packagesOf(platform: string, mode: string): readonly string[] {
  process.env['TARO_ENV'] = platform
  process.env['NODE_ENV'] = mode
  let found: Packages = { subPackages: [] }
  jest.isolateModules(() => {
    found = (jest.requireActual('./app.config') as { readonly default: Packages }).default
  })
  return found.subPackages.map(({ root }) => root)
}

const environment = { ...process.env }
beforeAll(() => Object.assign(globalThis, { defineAppConfig: (config: unknown) => config }))
afterEach(() => {
  process.env = { ...environment }
})

describe('the gallery of components', () => {
  it('is in the browser build of whoever works on them', () => {
    expect(packagesOf('h5', 'development')).toContain('gallery')
  })

  it.each([
    ['h5', 'production'],
    ['weapp', 'production'],
    ['weapp', 'development'],
  ])('is not for residents: %s, %s', (platform, mode) => {
    expect(packagesOf(platform, mode)).not.toContain('gallery')
  })
})

describe('the pages for staff', () => {
  it.each([
    ['h5', undefined, true],
    ['h5', '0', false],
    ['weapp', undefined, false],
    ['weapp', '1', true],
  ])('on %s with TARO_APP_STAFF %s: %s', (platform, setting, are) => {
    if (setting === undefined) delete process.env['TARO_APP_STAFF']
    else process.env['TARO_APP_STAFF'] = setting
    expect(packagesOf(platform, 'production').includes('staff')).toBe(are)
  })
})

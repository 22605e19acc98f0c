import { modulesPath } from './code-picture'

describe('modulesPath', () => {
  it('draws each run of dark modules as one box', () => {
    expect(
      modulesPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe('M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z')
  })

  it('of nothing is nothing', () => {
    expect(modulesPath([])).toBe('')
  })
})

import { brokenInto } from './picture-sheet'

const upTo = (most: number) => (part: string) => part.length <= most

describe('lines of a poster', () => {
  it('break where the width ends', () => {
    expect(brokenInto('学编中国结', upTo(2), 3)).toEqual(['学编', '中国', '结'])
    expect(brokenInto('学编', upTo(2), 1)).toEqual(['学编'])
  })

  it('neither end in an opening mark nor begin with a closing one', () => {
    expect(brokenInto('梧桐市集（示例）', upTo(5), 3)).toEqual(['梧桐市集', '（示例）'])
    expect(brokenInto('学编中国结，来', upTo(5), 3)).toEqual(['学编中国', '结，来'])
  })

  it('show that something was left out', () => {
    expect(brokenInto('学编中国结', upTo(3), 1)).toEqual(['学编…'])
  })
})

import { withoutInvisible } from './invisible'

describe('a text as it is seen', () => {
  it.each([
    ['a blank of no width before a name', '\u200b王小明', '王小明'],
    ['marks around a number from the contacts', '\u202a13812345678\u202c', '13812345678'],
    ['a sign that turns the order', '梅川路\u202e32号', '梅川路32号'],
    ['a byte order mark and a soft hyphen', '\ufeff兰\u00ad溪', '兰溪'],
  ])('has no %s', (_, typed, seen) => expect(withoutInvisible(typed)).toBe(seen))

  it('keeps everything that is seen', () => {
    for (const text of ['王 小明', '👧🏽 好！', 'Zoë', '𠮷野家']) expect(withoutInvisible(text)).toBe(text)
  })
})

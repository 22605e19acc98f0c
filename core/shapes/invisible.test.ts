import { withoutInvisible } from './invisible'

describe('a text as it is seen', () => {
  it.each([
    ['a blank of no width before a name', '\u200b王小明', '王小明'],
    ['marks around a number from the contacts', '\u202a13812345678\u202c', '13812345678'],
    ['a sign that turns the order', '梅川路\u202e32号', '梅川路32号'],
    ['a Hangul filler, or a blank of Braille', 'ㅤ王⠀小ﾠ明', '王小明'],
    ['a variant of the character before', '葛\u{e0100}小\ufe00明', '葛小明'],
    ['a joiner of graphemes, or a tag', '兰\u034f溪\u{e0061}', '兰溪'],
    ['a mark of Mongolian, or an inherent vowel of Khmer', '\u180b王\u17b4', '王'],
    ['a byte order mark and a soft hyphen', '\ufeff兰\u00ad溪', '兰溪'],
  ])('has no %s', (_, typed, seen) => expect(withoutInvisible(typed)).toBe(seen))

  it('keeps everything that is seen', () => {
    for (const text of ['王 小明', '👧🏽 好！', '☎️ 1️⃣', '٠\u0600', 'Zoë', '𠮷野家'])
      expect(withoutInvisible(text)).toBe(text)
  })
})

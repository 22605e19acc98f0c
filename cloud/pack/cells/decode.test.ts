import { decode } from './decode'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const flawOf = (bytes: Uint8Array, file = 'offices.csv'): string => {
  const decoded = decode(bytes, file)
  return 'flaw' in decoded ? decoded.flaw : `accepted ${decoded.text}`
}

describe('decode', () => {
  it('reads UTF-8 with or without a byte order mark, whatever ends its lines', () => {
    for (const text of ['编号\n源园\n', '\ufeff编号\r\n源园\r\n', '编号\r源园\r']) {
      expect(decode(utf8(text), 'offices.csv')).toEqual({ text: '编号\n源园\n' })
    }
  })

  it('tells the editor how to save a file that WPS wrote in GBK', () => {
    // 编号,名称 in GBK.
    const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6])
    expect(flawOf(gbk)).toMatch(/是 GBK（GB18030）编码，不是 UTF-8；请在 Excel 或 WPS 里“另存为”/)
  })

  it('gives the advice that fits the kind of file', () => {
    const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5])
    expect(flawOf(gbk, 'news/canteens.md')).toMatch(/GBK.*；请用记事本打开，“另存为”，编码选“UTF-8”$/)
    expect(flawOf(gbk, 'about/wuning.md')).not.toContain('Excel')
    expect(flawOf(gbk, 'streets.geojson')).toMatch(/请用导出它的软件再存一次/)
    expect(flawOf(Uint8Array.from([0x31, 0, 0x0d, 0, 0x0a, 0]))).toContain('UTF-16')
    expect(flawOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04]), 'news/a.md')).toMatch(
      /这其实是 ?Excel、WPS 或 Word 文件，只是改了名字；请打开它，把文字复制到记事本里/,
    )
    expect(flawOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'news/a.md')).toContain('这其实是 JPEG 照片')
  })

  it('knows UTF-16 and renamed workbooks by their first bytes', () => {
    expect(flawOf(Uint8Array.from([0xff, 0xfe, 0x16, 0x7f]))).toContain('UTF-16')
    expect(flawOf(Uint8Array.from([0xfe, 0xff, 0x7f, 0x16]))).toContain('UTF-16')
    expect(flawOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]))).toContain('Excel')
    expect(flawOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toContain('Excel')
  })

  it('refuses bytes that are no text, and files far too large', () => {
    expect(flawOf(Uint8Array.from([0xff, 0xff, 0xff]))).toContain('不是 UTF-8 编码')
    expect(flawOf(new Uint8Array(2_000_001))).toContain('超过 2 MB')
    expect(flawOf(new Uint8Array(2_000_000).fill(0x61))).toContain('accepted')
  })
})

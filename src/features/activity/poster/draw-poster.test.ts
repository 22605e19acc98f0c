import jsqr from 'jsqr'
import { posterWords } from '../../../text/activity/poster'
import { page } from '../../../testing/activity-fixture'
import { PAPER_SIZE } from '../../../platform/picture/picture-sheet'
import { writingPen } from '../../../testing/writing-pen'
import { posterOf } from './draw-poster'

describe('a poster', () => {
  const longest = page({ title: '一二三四五六七八九十'.repeat(4), place: '云溪社区综合服务中心'.repeat(4) })

  it('says what, when, where and how one gets in', () => {
    const { pen, written } = writingPen()
    posterOf(posterWords(page(), '柳园会客厅'), null).draw(pen, null)
    const lines = written.map(({ text }) => text)
    expect(lines).toEqual(
      expect.arrayContaining(['学编中国结', '周六 11月28日', '9:00–11:00', '柳园会客厅', '要报名']),
    )
  })

  it('keeps the longest words on the paper, one under the other', () => {
    const { pen, written } = writingPen()
    posterOf(posterWords(longest, '柳园会客厅'), null).draw(pen, null)
    for (const { text, right } of written) expect([text, right <= PAPER_SIZE.width]).toEqual([text, true])
    const heights = written.map(({ y }) => y)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(Math.max(...heights)).toBeLessThan(PAPER_SIZE.height - 30)
  })

  it('carries a code that a scanner reads, in place of the way to find it', () => {
    const link = 'https://living-room.example/activity/pages/activity/index?id=paper-cutting-20261127'
    const { pen, written } = writingPen()
    const pixels = new Uint8ClampedArray(PAPER_SIZE.width * PAPER_SIZE.height * 4).fill(255)
    pen.fillRect = (x, y, width, height) => {
      const shade = Number.parseInt(String(pen.fillStyle).slice(1, 3), 16)
      for (let down = y; down < y + height; down += 1)
        for (let across = x; across < x + width; across += 1)
          pixels.fill(
            shade,
            (down * PAPER_SIZE.width + across) * 4,
            (down * PAPER_SIZE.width + across) * 4 + 3,
          )
    }
    posterOf(posterWords(longest, '柳园会客厅'), link).draw(pen, null)
    expect(jsqr(pixels, PAPER_SIZE.width, PAPER_SIZE.height, { inversionAttempts: 'dontInvert' })?.data).toBe(
      link,
    )
    expect(written.map(({ text }) => text)).toContain('扫一扫，看详细、报名')
    expect(written.some(({ text }) => text.includes('微信搜'))).toBe(false)
  })

  it('carries 小程序码 where there is one, in place of the plain code, and the plain one where it cannot be read', () => {
    const link = 'https://living-room.example/'
    const picture = { name: 'code.png', mediaType: 'image/png', content: 'AAAA' }
    const drawn: number[][] = []
    const poster = posterOf(posterWords(page(), '柳园会客厅'), link, picture)
    const { pen, written } = writingPen()
    pen.drawImage = (_, ...box) => void drawn.push(box)
    poster.draw(pen, { width: 430, height: 430 })
    expect([poster.picture, drawn]).toEqual([picture, [[378, 770, 164, 164]]])
    expect(written.map(({ text }) => text)).toContain('扫一扫，看详细、报名')
    poster.draw(pen, null)
    expect(drawn).toHaveLength(1)
    posterOf(posterWords(page(), '柳园会客厅'), null, picture).draw(pen, { width: 430, height: 430 })
    expect(drawn).toHaveLength(2)
  })

  it('names where it was moved to, and marks what is made up', () => {
    const change = {
      kind: 'indoors',
      at: page().startsAt,
      place: '二楼',
      formerStartsAt: null,
      decisionAt: null,
    } as const
    const words = posterWords(page({ change, sample: true, terms: null }), '柳园会客厅')
    expect(words).toMatchObject({ place: '二楼', title: '学编中国结（示例）', entry: '不用报名，直接来' })
  })
})

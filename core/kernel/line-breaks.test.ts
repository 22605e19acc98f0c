import { lineUnits, withBreaks, withoutBreaks } from './line-breaks'

const lines = (text: string, names: readonly string[] = []) => lineUnits(text, names).join('|')

describe('where a line of Chinese may break', () => {
  it.each([
    ['请先打电话', '请先|打电话'],
    ['步行 15 分钟：2 家食堂', '步行| |15\u00a0分钟：|2\u00a0家|食堂'],
    ['现在空 1 个名额，不够一起来。', '现在|空| |1\u00a0个|名额，|不够|一起来。'],
    ['还有 15 个名额（共 16 个）', '还有| |15\u00a0个|名额|（共\u00a016\u00a0个）'],
    ['门口看到的是王**）', '门口|看到|的是|王**）'],
    ['周六 12月5日 14:00–16:00', '周六| |12月|5日| |14:00–16:00'],
  ])('%s', (text, units) => {
    expect(lines(text)).toBe(units)
  })

  it('never tears a name that the directory knows', () => {
    const text = '离您最近的是金梧园和武定片区'
    expect(lines(text)).not.toMatch(/金梧园.*武定片区/)
    expect(lines(text, ['金梧园', '武定片区'])).toMatch(/金梧园.*武定片区/)
  })

  it('keeps closing punctuation with its word, and opening with what follows', () => {
    for (const unit of lineUnits('加梯（示例）：请看“我的报名”。'))
      expect(unit).not.toMatch(/^[，。、：）”]|[（“]$/)
  })

  it('lets no single character stand alone at the end', () => {
    for (const text of ['会客厅搬到了马路边', '这里的消息从哪里来', '您走得快还是慢？', '不要钱吗'])
      expect(
        lineUnits(text)
          .at(-1)
          ?.replace(/[，。？！]/g, '').length,
      ).toBeGreaterThanOrEqual(2)
  })

  it('is the text, whatever it is', () => {
    for (const text of ['', '好', 'Wi-Fi 免费', '12345', '  ', '💡 小提示：别忘了\n带伞'])
      expect(lineUnits(text).join('').replaceAll('\u00a0', ' ')).toBe(text)
  })

  it('leaves the text alone where nobody can tell words', () => {
    expect(lineUnits('离您最近的会客厅', [], null)).toEqual(['离您最近的会客厅'])
  })

  it('breaks beside a link, but not before punctuation or a last character', () => {
    const beside = { afterElement: true, beforeElement: true }
    expect(withBreaks('，先看', [], beside)).toBe('，\u200b先看\u200b')
    expect(withBreaks('上。', [], { afterElement: true })).toBe('上。')
    expect(withBreaks('邻居（', [], beside)).toMatch(/^\u200b邻居\S?（$/)
  })

  it('tears no code at its hyphens, and is copied without what holds it', () => {
    const text = '邀请码像 K7M-P3X-47，回到这里输入'
    expect(withBreaks(text)).toContain('K7M-\u2060P3X-\u206047')
    expect(withoutBreaks(withBreaks(text))).toBe(text)
    expect(withBreaks('K7MP-3XQ9')).toBe('K7MP-3XQ9')
    expect(withBreaks('会客厅电话 021-62548888')).toContain('021-62548888')
  })

  it('is copied from a page as it was written', () => {
    const text = '步行 15 分钟：2 家食堂'
    expect(withBreaks(text)).not.toBe(text)
    expect(withoutBreaks(withBreaks(text))).toBe(text)
  })
})

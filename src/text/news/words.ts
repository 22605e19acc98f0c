export const EXPLAINED = '看不懂的词'
export const EXPLAINED_HINT = '会客厅、加梯、一网通办……一句话说清'

export const WORDS_PAGE = {
  title: EXPLAINED,
  heading: EXPLAINED,
  hint: '新闻里带点线的词，点一下就有解释。全部的词在这里。',
  alsoCalled: '也叫',
  source: '来源：',
  share: EXPLAINED_HINT,
  none: '还没有解释过的词',
  noneAdvice: (hotline: string): string => `有看不懂的，请打 ${hotline} 问一问。`,
} as const

/** For screen readers: what a tap on the word does. */
export const wordLabel = (word: string): string => `${word}，看解释`

export const WORD_SHEET = { close: '知道了', all: '看全部的词' } as const

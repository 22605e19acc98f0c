import { ALL_NEWS, MORE_ITEMS, OPENING, SEND_TO_FAMILY } from './vocabulary'
const EXPLAINED = '看不懂的词'
const EXPLAINED_HINT = '会客厅、加梯、一网通办……一句话说清'

export const NEWS_LIST = {
  title: (kind: string): string => `${kind}新闻`,
  all: '全部',
  more: MORE_ITEMS,
  loading: '正在找更早的…',
  end: '就这些了',
  none: '这一栏还没有新闻',
  noneAtAll: '还没有新闻',
  noneAdvice: '换一栏看看，或到会客厅问问工作人员。',
  showAll: ALL_NEWS,
  moreLost: '更早的没有取到，先看到这里。连上网再试。',
  words: EXPLAINED,
  wordsHint: EXPLAINED_HINT,
  share: (kind: string): string => `${kind}新闻：通知、活动、身边的事，能读给您听`,
} as const

export const ARTICLE = {
  fallbackTitle: '新闻',
  source: '来源：',
  goThere: '去看看',
  office: '会客厅',
  activity: '活动',
  compound: '小区',
  all: '看别的新闻',
  forward: SEND_TO_FAMILY,
  copyLink: '长按下面这行，复制了发给家人：',
  openWeb: '在浏览器打开',
  webTitle: '这是外面的网页',
  webAdvice: '网页不是会客厅办的，要您填验证码、银行卡的，请关掉。',
  webCopy: '长按网址复制，再到浏览器里打开。',
  openFile: '打开文件',
  fileOpening: OPENING,
  fileLost: '文件没有取到。请看看网络，再点一次。',
  fileFailed: '这部手机打不开这种文件。请换一部，或请会客厅打印一份。',
  photoLost: '图片没有取到，文字照样能看。',
} as const

/** 一页纸，PDF，约 200 kB. */
export function fileHint(file: string, bytes: number): string {
  const kind = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[file.split('.').pop() ?? ''] ?? '文件'
  const size =
    bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${kind}，约 ${size}`
}

export const drawingOf = (caption: string): string => `${caption}（画）`

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

import { COPY_LINK, OPENING, SEND_TO_FAMILY } from '../vocabulary'

export const ARTICLE = {
  fallbackTitle: '新闻',
  source: '来源：',
  goThere: '去看看',
  office: '会客厅',
  activity: '活动',
  compound: '小区',
  all: '看别的新闻',
  forward: SEND_TO_FAMILY,
  copyLink: COPY_LINK,
  openWeb: '在浏览器打开',
  openArticle: '打开这篇公众号文章',
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

import { encode } from 'uqr'
import { modulesPath } from '../../core/domain/check-in/codes/code-picture'
import type { WechatPicture } from '../gateways/wechat/ask-wechat'

export type PaperSize = 'A4' | 'A3'

/** What stands on one sheet. */
export interface Sheet {
  /** 金梅园百姓会客厅, or the title of an activity. */
  readonly name: string
  /** When and where, for an activity. */
  readonly lines: readonly string[]
  /** In the plain QR code. */
  readonly link: string
  /** 小程序码; without one the plain QR takes its place. */
  readonly wechatCode: WechatPicture | null
  readonly trust: string
}

const STEPS = ['打开微信', '点右上“＋”', '扫一扫'] as const
const QUIET = 4

/** Millimetres of A4; A3 is the same sheet, larger by √2. */
const PAPER = {
  A4: { width: 210, height: 297, unit: 1 },
  A3: { width: 297, height: 420, unit: Math.SQRT2 },
} as const

/** One page to print, with nothing to load from elsewhere. All lengths are millimetres of A4, in `--mm`. */
export function sheetHtml(sheet: Sheet, size: PaperSize): string {
  const { width, height, unit } = PAPER[size]
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(sheet.name)} 打卡码 ${size}</title>
<style>
  @page { size: ${width}mm ${height}mm; margin: 0; }
  :root { --mm: ${unit.toFixed(4)}mm; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  html, body { background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .sheet { position: relative; display: flex; flex-direction: column; align-items: center; width: ${width}mm;
    height: ${height - 0.2}mm; overflow: hidden; padding: calc(14 * var(--mm)) calc(14 * var(--mm)) calc(10 * var(--mm));
    border-top: calc(10 * var(--mm)) solid #FF7A1A; color: #2B2118; text-align: center;
    font: calc(8 * var(--mm)) / 1.35 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif; }
  h1 { font-size: calc(${sheet.name.length > 12 ? 13 : 17} * var(--mm)); line-height: 1.25; }
  .lines { margin-top: calc(2 * var(--mm)); font-size: calc(9 * var(--mm)); color: #66564A; }
  .what { margin-top: calc(4 * var(--mm)); font-size: calc(${sheet.lines.length === 0 ? 24 : 18} * var(--mm)); font-weight: 700; color: #C2500A; line-height: 1.2; }
  .codes { display: flex; flex: 1; align-items: center; justify-content: center; gap: calc(10 * var(--mm)); min-height: 0; }
  .code { display: block; }
  .code svg, .code img { display: block; width: 100%; height: auto; }
  .code--large { width: calc(${largeCode(sheet)} * var(--mm)); }
  .code--small { width: calc(58 * var(--mm)); }
  .code p { margin-top: calc(2 * var(--mm)); font-size: calc(6 * var(--mm)); color: #66564A; }
  ol { display: flex; gap: calc(6 * var(--mm)); list-style: none; }
  li { display: flex; align-items: center; gap: calc(2 * var(--mm)); font-size: calc(9 * var(--mm)); font-weight: 700; white-space: nowrap; }
  li b { flex: none; display: grid; place-items: center; width: calc(12 * var(--mm)); height: calc(12 * var(--mm)); border-radius: 50%;
    background: #C2500A; color: #fff; font-size: calc(8 * var(--mm)); }
  .help { margin-top: calc(4 * var(--mm)); font-size: calc(7 * var(--mm)); }
  .trust { margin-top: calc(5 * var(--mm)); padding-top: calc(4 * var(--mm)); border-top: 1px solid #A08A73; width: 100%;
    font-size: calc(6 * var(--mm)); color: #66564A; }
</style>
</head>
<body>
<main class="sheet">
  <h1>${escaped(sheet.name)}</h1>
  ${sheet.lines.length === 0 ? '' : `<div class="lines">${sheet.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`}
  <p class="what">扫码打卡</p>
  <div class="codes">${codes(sheet)}</div>
  <ol>${STEPS.map((step, index) => `<li><b>${index + 1}</b>${step}</li>`).join('')}</ol>
  <p class="help">不会扫？请工作人员帮您记一下。</p>
  <p class="trust">${escaped(sheet.trust)}</p>
</main>
</body>
</html>
`
}

/** Millimetres: as large as the words leave room for. */
const largeCode = ({ lines, wechatCode }: Sheet): number =>
  (lines.length === 0 ? 142 : 100) - (wechatCode === null ? 0 : lines.length === 0 ? 34 : 4)

/** The plain code stands beside the 小程序码 for who scans inside the open app, where there may be no network. */
function codes({ wechatCode, link }: Sheet): string {
  if (wechatCode === null) return `<div class="code code--large">${plainCode(link)}</div>`
  const { mime, bytes } = wechatCode
  return `<div class="code code--large"><img alt="小程序码" src="data:${mime};base64,${bytes.toString('base64')}"></div>
  <div class="code code--small">${plainCode(link)}<p>没有网时，<br>在小程序里扫这个</p></div>`
}

function plainCode(link: string): string {
  const { data: modules, size } = encode(link, { ecc: 'Q', border: QUIET })
  return `<svg class="plain" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="二维码"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${modulesPath(modules)}"/></svg>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

import type { CSSProperties, ReactNode } from 'react'
import { ORANGES, PALETTES } from '../src/theme/tokens'

const { paper, ink, card, line } = PALETTES.light
const inkSoft = PALETTES.light['ink-soft']

interface RoomProps {
  readonly title: string
  readonly children: ReactNode
  /** Type size in CSS pixels: larger where people stand metres away. */
  readonly size: number
}

/** One quiet page on paper ground: what stands here, in one column. */
export function Room({ title, children, size }: RoomProps) {
  const page: CSSProperties = {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: size * 3,
    background: paper,
    color: ink,
    font: `${size}px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif`,
  }
  const panel: CSSProperties = {
    maxWidth: '40em',
    margin: '0 auto',
    padding: size * 2,
    background: card,
    border: `1px solid ${line}`,
    borderTop: `${size / 4}px solid ${ORANGES.vital}`,
    borderRadius: 12,
  }
  return (
    <main style={page}>
      <section style={panel}>
        <h1 style={{ margin: 0, fontSize: size * 1.8, lineHeight: 1.3 }}>{title}</h1>
        <div style={{ color: inkSoft }}>{children}</div>
        <p style={{ margin: 0 }}>
          <a href="/" style={{ color: ORANGES.firm }}>
            看居民的页面
          </a>
        </p>
      </section>
    </main>
  )
}

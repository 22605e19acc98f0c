import type { CSSProperties } from 'react'
import { Heading, View } from '../../../components/elements/elements'
import { asPage } from '../../../features/page/as-page'
import { PALETTES } from '../../../theme/tokens'
import { Controls } from '../../sections/controls'
import { Paints } from '../../sections/paints'
import { Pictures } from '../../sections/pictures'
import { Screens } from '../../sections/screens'
import { Sheets } from '../../sections/sheets'
import './gallery.scss'

type Theme = 'light' | 'dark'

/** Each component as residents meet it: three ways of looking, one beside the other. */
const WAYS = [
  { name: '标准版', elder: false, scale: 1, theme: 'light' },
  { name: '深色', elder: false, scale: 1, theme: 'dark' },
  { name: '长辈版 1.8', elder: true, scale: 1.8, theme: 'light' },
] as const

/** Every component in every state, for whoever works on them; in development builds of H5 only. */
function GalleryPage() {
  return (
    <View className="gallery">
      {WAYS.map(({ name, elder, scale, theme }) => (
        <View
          key={name}
          className={elder ? 'frame frame--elder gallery__way' : 'frame gallery__way'}
          style={looksOf(theme, scale)}
        >
          <Heading level={1} className="title">
            {name}
          </Heading>
          <Paints theme={theme} />
          <Controls />
          <Sheets />
          <Pictures theme={theme} />
          <Screens theme={theme} />
        </View>
      ))}
    </View>
  )
}

/** The tokens themselves, so that both themes stand on one page whatever the system asks for. */
const looksOf = (theme: Theme, scale: number): CSSProperties =>
  Object.fromEntries([
    ...Object.entries(PALETTES[theme]).map(([role, colour]) => [`--color-${role}`, colour]),
    ['--text-scale', String(scale)],
    ['colorScheme', theme],
  ]) as CSSProperties

export default asPage(GalleryPage)

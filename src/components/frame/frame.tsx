import type { CSSProperties, ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { Foot, Main, Tappable, Text, View } from '../elements/elements'
import { BackRoom } from './back-room'
import './frame.scss'

interface FrameProps {
  readonly elder: boolean
  readonly theme: 'light' | 'dark'
  readonly textScale: number
  /** Bars that the platform does not draw itself. */
  readonly top?: ReactNode
  readonly tabs?: ReactNode
  /** The one primary button of the page, where the thumb is. */
  readonly bottom?: ReactNode
  /** Shown while the elder edition came by itself. */
  readonly enlarged?: { readonly text: string; readonly back: string; readonly onBack: () => void } | null
  /** Under everything else. */
  readonly foot?: ReactNode
  /** Its content stands in two columns where the window is wide enough. */
  readonly columns?: boolean
  readonly children: ReactNode
}

/** The outermost part of every page: sets theme and text scale, holds the bars, keeps the bottom in reach. */
export function Frame(props: FrameProps) {
  const { elder, theme, textScale, top, tabs, bottom, enlarged, foot, columns = false, children } = props
  const scale = { '--text-scale': String(textScale) } as CSSProperties
  return (
    <View
      className={classNames('frame', `theme-${theme}`, elder && 'frame--elder', columns && 'frame--columns')}
      style={scale}
    >
      <BackRoom>
        {top}
        <Main className="frame__content">
          {children}
          {enlarged ? (
            <Tappable className="tappable frame__enlarged" onTap={enlarged.onBack}>
              {enlarged.text}
              <Text className="frame__back">{enlarged.back}</Text>
            </Tappable>
          ) : null}
          {foot}
        </Main>
        {bottom ? <Foot className="frame__bottom">{bottom}</Foot> : null}
        {tabs}
      </BackRoom>
    </View>
  )
}

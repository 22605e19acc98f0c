import { useEffect, useState, type ReactNode } from 'react'
import { TabNav, TopBar } from '../../components/bars/bars'
import { Button } from '../../components/controls/button'
import { Frame } from '../../components/frame/frame'
import { paintBars } from '../../platform/display/paint'
import { showTabBar } from '../../platform/display/tab-bar'
import { useShown } from '../../platform/navigate/lifecycle'
import { useArrival } from '../../platform/navigate/arrival'
import { goBack, isFirstPage, setTitle } from '../../platform/navigate/navigate'
import { isTab, routes } from '../../platform/navigate/routes'
import { isSinglePage } from '../../platform/start/single-page'
import { Note } from '../../components/sheets/note'
import { BACK_TO_STANDARD, ELDER_NOW, ENLARGED, GO_HOME, READ_IN_MOMENTS } from '../../text/rooms'
import { useDisplay } from '../display/display-provider'
import { ErasureNote } from '../erasure/erasure-note'
import { tabLinks } from './tab-links'

interface PageProps {
  readonly title: string
  readonly route: string
  readonly bottom?: ReactNode
  /** Under the way back to the standard edition. */
  readonly foot?: ReactNode
  /** It offers its own way back, so that none home is added where a card or link opened it first. */
  readonly ownWayBack?: boolean
  readonly children: ReactNode
}

/** Every page stands in this: edition, text scale, bars, and a way home whoever opened it from where. */
export function Page({ title, route, bottom, foot, ownWayBack, children }: PageProps) {
  const { edition, theme, textScale, startedByItself, chooseEdition } = useDisplay()
  const elder = edition === 'elder'
  const tab = isTab(route)
  useEffect(() => setTitle(title), [title])
  const [alone] = useState(isFirstPage)
  const wayHome = ownWayBack !== true && route !== routes.home && !isSinglePage && (tab ? elder : alone)
  useBarOfEdition(tab, elder)
  usePaint(tab)
  useArrival(edition)

  return (
    <Frame
      elder={elder}
      theme={theme}
      textScale={textScale}
      top={<TopBar title={title} onBack={tab ? null : goBack} />}
      tabs={tab && !elder ? <TabNav tabs={tabLinks(route)} /> : null}
      bottom={bottom}
      foot={foot}
      enlarged={
        startedByItself || (elder && route === routes.home)
          ? {
              text: startedByItself ? ENLARGED : ELDER_NOW,
              back: BACK_TO_STANDARD,
              onBack: () => chooseEdition('standard'),
            }
          : null
      }
    >
      {isSinglePage ? <Note>{READ_IN_MOMENTS}</Note> : null}
      {isSinglePage || route === routes.privacy ? null : <ErasureNote />}
      {children}
      {wayHome ? (
        <Button icon="house" to={routes.home}>
          {GO_HOME}
        </Button>
      ) : null}
    </Frame>
  )
}

function useBarOfEdition(tab: boolean, elder: boolean): void {
  const show = () => {
    if (tab) showTabBar(!elder)
  }
  useEffect(show, [tab, elder])
  useShown(show)
}

/** Each page has bars of its own, and none of them asks what was chosen. */
function usePaint(tab: boolean): void {
  const { theme, themeChoice } = useDisplay()
  const paint = () => paintBars(theme, themeChoice !== null, tab)
  useEffect(paint, [theme, themeChoice, tab])
  useShown(paint)
}

import { useEffect, type ReactNode } from 'react'
import { TabNav, TopBar } from '../../components/bars/bars'
import { Button } from '../../components/controls/button'
import { Frame } from '../../components/frame/frame'
import { showTabBar } from '../../platform/display/tab-bar'
import { useShown } from '../../platform/navigate/lifecycle'
import { goBack, setTitle } from '../../platform/navigate/navigate'
import { isTab, routes } from '../../platform/navigate/routes'
import { BACK_TO_STANDARD, ENLARGED } from '../../text/rooms'
import { useDisplay } from '../display/display-provider'
import { tabLinks } from './tab-links'

interface PageProps {
  readonly title: string
  readonly route: string
  readonly bottom?: ReactNode
  readonly children: ReactNode
}

/** Every page stands in this: edition, text scale, bars, and a way home whoever opened it from where. */
export function Page({ title, route, bottom, children }: PageProps) {
  const { edition, textScale, startedByItself, chooseEdition } = useDisplay()
  const elder = edition === 'elder'
  const tab = isTab(route)
  useEffect(() => setTitle(title), [title])
  useBarOfEdition(tab, elder)

  return (
    <Frame
      elder={elder}
      textScale={textScale}
      top={<TopBar title={title} onBack={tab ? null : goBack} />}
      tabs={tab && !elder ? <TabNav tabs={tabLinks(route)} /> : null}
      bottom={bottom}
      enlarged={
        startedByItself
          ? { text: ENLARGED, back: BACK_TO_STANDARD, onBack: () => chooseEdition('standard') }
          : null
      }
    >
      {children}
      {elder && tab && route !== routes.home ? (
        <Button icon="house" to={routes.home}>
          回首页
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

import { type ReactNode, useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries'
import type { Home } from './use-home'
import { WholeNames } from '../../components/elements/whole-names'
import { usePhoneClockWrong, now } from '../../api/clock'
import type { TabLink } from '../../components/bars/bar-props'
import { TabNav, TopBar, WayHome } from '../../components/bars/bars'
import { Frame } from '../../components/frame/frame'
import { Note } from '../../components/sheets/note'
import { paintBars } from '../../platform/display/paint'
import { markTab, showTabBar } from '../../platform/display/tab-bar'
import { useShown } from '../../platform/navigate/lifecycle'
import { goBack, isFirstPage, setTitle } from '../../platform/navigate/navigate'
import { usePageFocus } from '../../platform/navigate/page-focus'
import { isTab, routes } from '../../platform/navigate/routes'
import { isInWechat } from '../../platform/send/credential'
import { isSinglePage } from '../../platform/start/single-page'
import {
  BACK_TO_STANDARD,
  ELDER_NOW,
  ENLARGED,
  ERASING,
  ERASING_HINT,
  READ_IN_MOMENTS,
  TAB_NAMES,
} from '../../text/page'
import { PHONE_CLOCK_WRONG } from '../../text/failed-page'
import { useUnread } from '../messages/use-unread'
import { useDisplay } from '../display/display-provider'
import { NewVersionRow } from './new-version-row'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { pendingErasure, onPendingErasure } from '../../api/erasure'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { fullMomentText } from '../../text/time'

interface PageProps {
  /** What the page is about: the browser's own title, and what the bar says. */
  readonly title: string
  /** What the bar says instead, where the title stands as the page's heading. */
  readonly bar?: string
  readonly route: string
  readonly bottom?: ReactNode
  /** Under the way back to the standard edition. */
  readonly foot?: ReactNode
  /** It offers its own way back, so that none home is added where a card or link opened it first. */
  readonly ownWayBack?: boolean
  /** Its content stands in two columns where the window is wide enough: not in the elder edition. */
  readonly columns?: boolean
  readonly children: ReactNode
}

/** Every page stands in this: edition, text scale, bars, and a way home whoever opened it from where. */
export function Page({
  title,
  bar = title,
  route,
  bottom,
  foot,
  ownWayBack,
  columns = false,
  children,
}: PageProps) {
  const { edition, theme, textScale, startedByItself, chooseEdition } = useDisplay()
  const elder = edition === 'elder'
  const tab = isTab(route)
  const ownTitle = isInWechat ? bar : title
  useEffect(() => setTitle(ownTitle), [ownTitle])
  const [alone] = useState(isFirstPage)
  const wayHome = ownWayBack !== true && route !== routes.home && !isSinglePage && (tab ? elder : alone)
  const unread = useUnread() ?? 0
  useBarOfEdition(tab, elder)
  useUnreadDot(tab && !elder, unread > 0)
  usePaint(tab)
  usePageFocus(edition)
  const isClockWrong = usePhoneClockWrong()
  const names = useWholeNames()

  return (
    <WholeNames.Provider value={names}>
      <Frame
        elder={elder}
        theme={theme}
        textScale={textScale}
        top={
          <TopBar title={bar} onBack={tab || wayHome ? null : goBack} home={wayHome ? routes.home : null} />
        }
        tabs={tab && !elder ? <TabNav tabs={tabLinks(route, unread)} /> : null}
        bottom={bottom}
        foot={foot}
        columns={columns && !elder}
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
        {isClockWrong ? <Note icon="clock">{PHONE_CLOCK_WRONG}</Note> : null}
        {isSinglePage || route === routes.privacy ? null : <ErasureNote />}
        {children}
        {route === routes.home || route === routes.me ? <NewVersionRow /> : null}
        {wayHome ? <WayHome home={routes.home} /> : null}
      </Frame>
    </WholeNames.Provider>
  )
}

function useBarOfEdition(tab: boolean, elder: boolean): void {
  const show = () => {
    if (tab) showTabBar(!elder)
  }
  useEffect(show, [tab, elder])
  useShown(show)
}

/** On WeChat's own bar, which only a tab may mark. */
function useUnreadDot(hasBar: boolean, dotted: boolean): void {
  useEffect(() => {
    if (hasBar) markTab(TABS.length - 1, dotted)
  }, [hasBar, dotted])
}

/** Each page has bars of its own, and none of them asks what was chosen. */
function usePaint(tab: boolean): void {
  const { theme, themeChoice } = useDisplay()
  const paint = () => paintBars(theme, themeChoice !== null, tab)
  useEffect(paint, [theme, themeChoice, tab])
  useShown(paint)
}

/** The four tabs; app.config lists the same for WeChat, which draws its own bar. */
const TABS = [
  { to: routes.home, text: TAB_NAMES.home, icon: 'house' },
  { to: routes.lifeCircle, text: TAB_NAMES.lifeCircle, icon: 'target' },
  { to: routes.activities, text: TAB_NAMES.activities, icon: 'calendar-days' },
  { to: routes.me, text: TAB_NAMES.me, icon: 'user-round' },
] as const

export const tabLinks = (current: string, unread: number): readonly TabLink[] =>
  TABS.map((tab) => ({
    ...tab,
    current: tab.to === current,
    unread: tab.to === routes.me ? unread : 0,
  }))

/** While an erasure is ahead, every page leads to where one can stay. */
function ErasureNote() {
  const [eraseAfter, setEraseAfter] = useState(pendingErasure)
  useEffect(() => onPendingErasure(() => setEraseAfter(pendingErasure())), [])
  if (eraseAfter === null || now() >= parseInstant(eraseAfter)) return null
  return (
    <NavRows>
      <NavRow
        icon="info"
        title={ERASING(fullMomentText(parseInstant(eraseAfter)))}
        hint={ERASING_HINT}
        to={routes.privacy}
      />
    </NavRows>
  )
}

/** What a name of an office is without its kind: 武宁片区 of 武宁片区党群服务中心. */
const KIND = /(百姓|会客厅|居民区|党群服务(中心|站)|居委会|社区)+$/
/** More does not fit a line of the largest type. */
const LONGEST = 5

/** Names of offices and neighbourhoods that the phone has seen; nothing is asked for. */
export function useWholeNames(): readonly string[] {
  const { data } = useQuery({ ...queries.home(), enabled: false, select: namesIn })
  return data ?? NONE
}

const NONE: readonly string[] = []

const namesIn = ({ directory }: Home): readonly string[] => {
  const names = [
    ...directory.offices.flatMap(({ name, shortName }) => [shortName, name.replace(KIND, '')]),
    ...directory.neighbourhoods.map(({ name }) => name),
  ]
  return [...new Set(names)].filter((name) => name.length >= 2 && name.length <= LONGEST)
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ActivityPage, PreviewedPage } from '../../../../core/contract/activity/activity-page'
import type { PreviewMessage } from '../../../../core/contract/activity/preview-message'
import { toIso, type Instant } from '../../../../core/kernel/shanghai-time'
import { now as clockNow, sayTime, useNow } from '../../../api/clock'
import { queries } from '../../../api/queries'
import { TopBar } from '../../../components/bars/bars'
import { RouteOpenerProvider } from '../../../components/elements/route-opener'
import { Button } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { WholeNames } from '../../../components/elements/whole-names'
import { Frame } from '../../../components/frame/frame'
import { MessageScreen } from '../../../components/screen/message-screen'
import { paintBars } from '../../../platform/display/paint'
import { setTitle } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { holdTaps, isFramed, leaveTo, onEscape, onPosted, postToFrame } from '../../../platform/start/preview'
import { ACTIVITY } from '../../../text/activity/activity'
import { PREVIEW } from '../../../text/activity/preview'
import { GO_HOME } from '../../../text/page'
import { FixedDisplay, useDisplay } from '../../display/display-provider'
import { useWholeNames } from '../../page/page'
import type { Home } from '../../page/use-home'
import { ActivityDetails } from '../page/activity-details'
import { nextStep } from '../page/next-step'
import type { ShownActivity } from '../page/use-activity'
import './preview-screen.scss'

const nothing = (): void => undefined

/** Asks nobody: it has what was posted, which never ages. */
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, gcTime: Infinity, retry: false } },
})

/** Draws what the desk posts with the parts of the real page, as the phone of a resident would, and does nothing else. */
export function PreviewScreen() {
  const [posted, setPosted] = useState<PreviewMessage | null>(null)
  useEffect(() => setTitle(PREVIEW.title), [])
  useEffect(() => {
    const stop = onPosted((message) => {
      sayTime(message.now)
      client.setQueryData(queries.home().queryKey, message.home)
      setPosted(message)
    })
    postToFrame('preview-ready')
    return stop
  }, [])
  useEffect(() => onEscape(() => postToFrame('preview-left')), [])
  if (!isFramed) return <Alone />
  if (posted === null) return null
  const { page, home, edition, theme } = posted
  return (
    <QueryClientProvider client={client}>
      <RouteOpenerProvider value={nothing}>
        <FixedDisplay edition={edition} theme={theme}>
          <Previewed page={page} home={home} />
        </FixedDisplay>
      </RouteOpenerProvider>
    </QueryClientProvider>
  )
}

/** Opened by its address: there is nothing to show, and who asks is told where it is to be had. */
function Alone() {
  const { edition, theme, textScale } = useDisplay()
  return (
    <RouteOpenerProvider value={leaveTo}>
      <Frame
        elder={edition === 'elder'}
        theme={theme}
        textScale={textScale}
        top={<TopBar title={PREVIEW.title} onBack={null} home={routes.home} />}
      >
        <MessageScreen title={PREVIEW.aloneTitle} text={PREVIEW.aloneText} theme={theme}>
          <Button icon="house" to={routes.home}>
            {GO_HOME}
          </Button>
        </MessageScreen>
      </Frame>
    </RouteOpenerProvider>
  )
}

interface PreviewedProps {
  readonly page: PreviewedPage
  readonly home: Home
}

function Previewed({ page, home }: PreviewedProps) {
  const { edition, theme, textScale } = useDisplay()
  const now = useNow()
  const names = useWholeNames()
  useEffect(() => paintBars(theme, true, false), [theme])
  const shown = shownOf(page, home, now)
  return (
    <WholeNames.Provider value={names}>
      <Frame
        elder={edition === 'elder'}
        theme={theme}
        textScale={textScale}
        top={<TopBar title={ACTIVITY.fallbackTitle} onBack={nothing} home={null} />}
        bottom={shown.unwritten === undefined ? nextStep(shown, now) : null}
      >
        <ActivityDetails key={edition} shown={shown} />
        <Held />
      </Frame>
    </WholeNames.Provider>
  )
}

const SAID_MS = 2_500

/** Says so when something is tapped that would do something on the real page. */
function Held() {
  const [heldAt, setHeldAt] = useState<Instant | null>(null)
  useEffect(() => holdTaps(ACTIVITY.lessButton, () => setHeldAt(clockNow())), [])
  useEffect(() => {
    const timer = setTimeout(() => setHeldAt(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [heldAt])
  return (
    <View className="preview-held" ariaRole="status">
      {heldAt === null ? null : <Text className="preview-held__words">{PREVIEW.held}</Text>}
    </View>
  )
}

/** As the page's own parts take it: what is not written says so in its place. */
function shownOf(page: PreviewedPage, home: Home, now: Instant): ShownActivity {
  const any = toIso(now)
  const { title, place, terms, startsAt } = page
  const activity: ActivityPage = {
    ...page,
    title: title === '' ? PREVIEW.untitled : title,
    place: place === '' ? PREVIEW.noPlace : place,
    startsAt: startsAt ?? any,
    endsAt: page.endsAt ?? any,
    checkInFrom: page.checkInFrom ?? any,
    checkInUntil: page.checkInUntil ?? any,
    terms: terms && {
      ...terms,
      capacity: terms.capacity ?? 0,
      free: terms.free ?? 0,
      largestParty: terms.largestParty ?? 0,
      closesAt: terms.closesAt ?? any,
      promotionEndsAt: terms.promotionEndsAt ?? any,
    },
  }
  const noSeats = terms !== null && terms.capacity === null
  return {
    activity,
    office: home.directory.offices.find(({ id }) => id === page.officeId) ?? null,
    home,
    own: null,
    ...(startsAt !== null && !noSeats
      ? {}
      : {
          unwritten: {
            when: startsAt === null ? PREVIEW.noTime : null,
            seats: noSeats ? PREVIEW.noSeats : null,
          },
        }),
  }
}

import { useState } from 'react'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { WaitReason } from '../../api/outbox/delivery'
import { useOutbox } from '../../api/outbox/device-outbox'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { MessageScreen } from '../../components/screen/message-screen'
import { Note } from '../../components/sheets/note'
import { TrustLine } from '../../components/sheets/trust-line'
import { pairingRoute, routes } from '../../platform/navigate/routes'
import { canScan } from '../../platform/scan/scan'
import { build } from '../../platform/start/build'
import { isSinglePage } from '../../platform/start/single-page'
import { SENDING } from '../../text/sending'
import { OPENING_FAILED, SCAN_PAGE, STORED_SCAN, tapText } from '../../text/check-in/scan'
import { FIND_OFFICE } from '../../text/home'
import { trustLine } from '../../text/office/office'
import { PAGE } from '../../text/page'
import { now } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { Page } from '../page/page'
import { useSubdistrict } from '../page/use-home'
import type { CheckInResult, OpenedCode } from './check-in-result'
import { CheckedInHere, SeePlace } from './checked-in'
import { OpenedPlace } from './opened-place'
import { PendingScans } from './pending-scans'
import type { ReadCode } from './read-code'
import { RefusedCode, ScanAgain } from './refused-code'
import { askedOf, firstTicks, isAllSaid, type Ticks } from './ticks'
import { useCheckInResult } from './use-check-in-result'
import { faultText } from '../page/reply-text'

/** What was scanned, and what to do with it. */
export function ScanScreen({ code }: { readonly code: ReadCode | null }) {
  const { theme } = useDisplay()
  if (code?.kind === 'place' && !isSinglePage) return <PlaceScreen {...code} />
  const { title, promise } = isSinglePage ? IN_MOMENTS : wordsFor(code)
  return (
    <Page title={SCAN_PAGE.title} route={routes.scan}>
      <MessageScreen title={title} text={promise} picture="code" theme={theme}>
        {code?.kind === 'pairing' && build.staff && !isSinglePage ? (
          <Button icon="user-round" to={pairingRoute(code.pairingId)}>
            {SCAN_PAGE.toPairing}
          </Button>
        ) : null}
        {canScan && !isSinglePage ? <ScanAgain first={code === null} /> : null}
        <Button icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </MessageScreen>
      <PendingScans />
      <HomeTrustLine />
    </Page>
  )
}

const IN_MOMENTS = { title: SCAN_PAGE.title, promise: SCAN_PAGE.inMoments }

function wordsFor(code: ReadCode | null): {
  readonly title: string
  readonly promise: string
} {
  switch (code?.kind) {
    case 'ticket':
      return { title: SCAN_PAGE.ticket, promise: SCAN_PAGE.ticketAdvice }
    case 'pairing':
      return { title: SCAN_PAGE.pairing, promise: SCAN_PAGE.pairingAdvice }
    case 'foreign':
      return { title: SCAN_PAGE.foreign, promise: SCAN_PAGE.foreignAdvice }
    default:
      return { title: SCAN_PAGE.scan, promise: canScan ? SCAN_PAGE.how : SCAN_PAGE.inWeChat }
  }
}

interface PlaceScreenProps {
  readonly code: string
  readonly isPoster: boolean
}

/** Where a code of a place leads: where one is, one tap, and what became of it. */
function PlaceScreen({ code, isPoster }: PlaceScreenProps) {
  const { result, slow, confirm, openAgain, store } = useCheckInResult(code)
  const [ticked, setTicked] = useState<{ readonly of: OpenedCode; readonly ticks: Ticks } | null>(null)
  const opened = result.kind === 'opened' ? result.opened : null
  const ticks = result.kind !== 'opened' ? null : ticked?.of === opened ? ticked.ticks : ticksAtFirst(result)
  return (
    <Page
      title={SCAN_PAGE.title}
      route={routes.scan}
      bottom={
        opened === null || ticks === null || isAllSaid(opened, ticks) ? null : (
          <Button look="primary" size="large" onTap={() => confirm(ticks)}>
            {slow ? SENDING : tapText(askedOf(opened).length > 0, ticks.members?.length ?? 0)}
          </Button>
        )
      }
    >
      {opened === null || ticks === null ? (
        <Outcome result={result} slow={slow} onStore={store} onOpenAgain={openAgain} isPoster={isPoster} />
      ) : (
        <OpenedPlace
          opened={opened}
          ticks={ticks}
          onTicks={(next) => setTicked({ of: opened, ticks: next })}
        />
      )}
      {result.kind !== 'opened' || result.fault === null ? null : (
        <Note icon="info">{faultText(result.fault, result.trace)}</Note>
      )}
      <Trust result={result} />
    </Page>
  )
}

const ticksAtFirst = ({ opened, walkIns }: Extract<CheckInResult, { kind: 'opened' }>): Ticks => ({
  ...firstTicks(opened),
  walkIns,
})

/** The receipt brings the line along, so that nothing else has to be asked. */
function Trust({ result }: { readonly result: CheckInResult }) {
  if (result.kind === 'opening') return null
  const opened = result.kind === 'opened' || result.kind === 'done' ? result.opened : null
  if (opened === null) return <HomeTrustLine />
  return <TrustLine text={trustLine(opened.subdistrict)} />
}

interface OutcomeProps {
  readonly result: CheckInResult
  readonly slow: boolean
  readonly isPoster: boolean
  readonly onStore: () => void
  readonly onOpenAgain: () => void
}

/** What became of a code, in every case but the one that still waits for the tap. */
function Outcome({ result, slow, isPoster, onStore, onOpenAgain }: OutcomeProps) {
  const { theme } = useDisplay()
  switch (result.kind) {
    case 'opening':
    case 'opened':
      return <Opening />
    case 'only-in-wechat':
      return (
        <MessageScreen title={SCAN_PAGE.onlyHere} text={SCAN_PAGE.inWeChat} picture="code" theme={theme}>
          <SeePlace place={result.opened.place} />
          <Text className="soft">{SCAN_PAGE.closeBy}</Text>
        </MessageScreen>
      )
    case 'refused':
      return <RefusedCode result={result} onOpenAgain={isPoster ? onOpenAgain : null} />
    case 'broken':
      return (
        <MessageScreen
          title={OPENING_FAILED.title}
          text={faultText(result.fault, result.trace)}
          picture="lamp-out"
          theme={theme}
        >
          <Button look="primary" onTap={onOpenAgain}>
            {PAGE.again}
          </Button>
          {result.afterTap ? null : <Button onTap={onStore}>{slow ? SENDING : OPENING_FAILED.store}</Button>}
          <Text className="soft">{SCAN_PAGE.closeBy}</Text>
        </MessageScreen>
      )
    case 'stored':
      return <StoredScan why={result.why} />
    case 'not-stored':
      return <NotStored why={result.why} />
    case 'done': {
      const { checkedIn, opened } = result
      const moment = opened === null ? now() : parseInstant(opened.openedAt)
      return <CheckedInHere checkedIn={checkedIn} opened={opened} now={moment} />
    }
  }
}

function Opening() {
  return (
    <View className="stack" ariaRole="alert">
      <Heading level={1} className="title">
        {SCAN_PAGE.opening}
      </Heading>
      <Text className="soft">{SCAN_PAGE.wait}</Text>
    </View>
  )
}

/** The trust line where the code brought none, as of a scan without a network: then as this build names it. */
function HomeTrustLine() {
  return <TrustLine text={trustLine(useSubdistrict())} />
}

/** Written down on the phone: nothing more is to be done. */
function StoredScan({ why }: { readonly why: WaitReason }) {
  const { theme } = useDisplay()
  const { queued, waitsFor } = useOutbox()
  return (
    <MessageScreen
      title={STORED_SCAN.stored(queued.length === 0 ? why : waitsFor)}
      text={STORED_SCAN.storedWhy}
      picture="code"
      theme={theme}
    >
      <PendingScans />
      <Button icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
    </MessageScreen>
  )
}

/** Neither sent nor written down: it is not said to be done. */
function NotStored({ why }: { readonly why: WaitReason }) {
  const { theme } = useDisplay()
  return (
    <MessageScreen
      title={STORED_SCAN.notStored}
      text={STORED_SCAN.notStoredWhy[why]}
      picture="lamp-out"
      theme={theme}
    >
      <ScanAgain />
    </MessageScreen>
  )
}

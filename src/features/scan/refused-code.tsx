import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { MessageScreen } from '../../components/screen/message-screen'
import { officeRoute, routes } from '../../platform/navigate/routes'
import { canScan } from '../../platform/scan/scan'
import {
  CODE_TITLES,
  goToSuccessor,
  OPEN_AGAIN,
  SCAN_PAGE,
  TOO_EARLY,
  TOO_LATE,
  WAITED_LONG,
} from '../../text/check-in/scan'
import { FIND_OFFICE, WHAT_ACTIVITIES } from '../../text/home'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import type { Detail } from '../../text/refusals/sentence'
import { now } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import type { CodeRefusal, CheckInResult } from './check-in-result'
import { scanAgain } from './start-scan'

interface RefusedCodeProps {
  readonly result: Extract<CheckInResult, { kind: 'refused' }>
  /** A poster stays the same: it can be opened again without another scan. */
  readonly onOpenAgain: (() => void) | null
}

/** Why this code does not count, and the next step. */
export function RefusedCode({ result, onOpenAgain }: RefusedCodeProps) {
  const { theme } = useDisplay()
  const { refusal, detail, afterTap } = result
  return (
    <MessageScreen
      title={titleOf(refusal, detail, afterTap)}
      text={refusalSentence(refusal, detail)}
      picture="code"
      theme={theme}
    >
      <NextStep result={result} onOpenAgain={onOpenAgain} />
      <Text className="soft">{SCAN_PAGE.closeBy}</Text>
    </MessageScreen>
  )
}

function NextStep({ result: { refusal, detail, afterTap }, onOpenAgain }: RefusedCodeProps) {
  if (refusal === 'place_closed') return <Successor detail={detail} />
  if (refusal === 'activity_not_now' || refusal === 'activity_withdrawn') {
    return (
      <Button look="primary" icon="calendar-days" to={routes.activities}>
        {WHAT_ACTIVITIES}
      </Button>
    )
  }
  if (afterTap && onOpenAgain !== null) {
    return (
      <Button look="primary" size="large" onTap={onOpenAgain}>
        {OPEN_AGAIN}
      </Button>
    )
  }
  return <ScanAgain />
}

/** The camera, or how to get one. */
export function ScanAgain({ first = false }: { readonly first?: boolean }) {
  if (!canScan) return <Text>{SCAN_PAGE.inWeChat}</Text>
  return (
    <Button look="primary" size="large" icon="scan-line" onTap={() => void scanAgain()}>
      {first ? SCAN_PAGE.open : SCAN_PAGE.again}
    </Button>
  )
}

function Successor({ detail }: { readonly detail: Detail }) {
  const { id, name } = Object(detail['successor']) as { id?: unknown; name?: unknown }
  if (typeof id !== 'string' || typeof name !== 'string') {
    return (
      <Button look="primary" icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
    )
  }
  return (
    <Button look="primary" icon="store" to={officeRoute(id)}>
      {goToSuccessor(name)}
    </Button>
  )
}

function titleOf(refusal: CodeRefusal, detail: Detail, afterTap: boolean): string {
  if (refusal === 'code_expired' && afterTap) return WAITED_LONG
  const { from, until } = detail
  if (refusal !== 'activity_not_now' || typeof from !== 'string' || typeof until !== 'string')
    return CODE_TITLES[refusal]
  // By the phone's clock, which may be wrong: then neither is said.
  if (now() < parseInstant(from)) return TOO_EARLY
  return now() >= parseInstant(until) ? TOO_LATE : CODE_TITLES[refusal]
}

import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Room } from '../../../components/screen/room'
import { FAULT_SENTENCES, SENDING } from '../../../text/acts'
import { BROKEN_OPENING, SCAN_PAGE } from '../../../text/check-in/scan'
import { PARTS } from '../../../text/parts'
import { now } from '../../clock/use-now'
import { useDisplay } from '../../display/display-provider'
import { KeptScan, NotKept } from '../kept/kept-scan'
import { CheckedInHere, SeePlace } from '../opened/checked-in'
import type { Landing } from './landing'
import { RefusedCode } from './refused-code'

interface OutcomeProps {
  readonly landing: Landing
  readonly slow: boolean
  readonly isPoster: boolean
  readonly onKeep: () => void
  readonly onOpenAgain: () => void
}

/** What became of a code, in every case but the one that still waits for the tap. */
export function Outcome({ landing, slow, isPoster, onKeep, onOpenAgain }: OutcomeProps) {
  const { theme } = useDisplay()
  switch (landing.kind) {
    case 'opening':
    case 'opened':
      return <Opening />
    case 'only-in-wechat':
      return (
        <Room title={SCAN_PAGE.onlyHere} promise={SCAN_PAGE.inWeChat} picture="code" theme={theme}>
          <SeePlace place={landing.opened.place} />
          <Text className="soft">{SCAN_PAGE.closeBy}</Text>
        </Room>
      )
    case 'refused':
      return <RefusedCode landing={landing} onOpenAgain={isPoster ? onOpenAgain : null} />
    case 'broken':
      return (
        <Room
          title={BROKEN_OPENING.title}
          promise={FAULT_SENTENCES[landing.fault]}
          picture="lamp-out"
          theme={theme}
        >
          <Button look="primary" onTap={onOpenAgain}>
            {PARTS.again}
          </Button>
          {landing.afterTap ? null : <Button onTap={onKeep}>{slow ? SENDING : BROKEN_OPENING.keep}</Button>}
          <Text className="soft">{SCAN_PAGE.closeBy}</Text>
        </Room>
      )
    case 'kept':
      return <KeptScan />
    case 'not-kept':
      return <NotKept />
    case 'done': {
      const { checkedIn, opened } = landing
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

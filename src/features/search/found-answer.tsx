import type { ReactNode } from 'react'
import type { SearchHelp } from '../../../core/contract/search'
import type { AskedDays } from '../../../core/domain/search/answer'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Empty, Screen } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { isInWechat } from '../../platform/send/credential'
import { callHotline } from '../../text/vocabulary'
import {
  askedDays,
  HELP,
  HELP_WORDS,
  LATER_ACTIVITIES,
  nothingFound,
  nothingFoundAdvice,
  nothingOffline,
  SEARCH,
} from '../../text/search'
import { troubleText } from '../../text/failed-page'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { useSubdistrict } from '../page/use-home'
import { FoundGroup } from './found-group'
import type { SearchState } from './use-search'
import { subdistrictNow } from '../../api/subdistrict'

interface FoundAnswerProps {
  readonly state: Exclude<SearchState, { kind: 'idle' }>
  /** Somebody went to what was found: the search was worth remembering. */
  readonly onFollowed: () => void
}

export function FoundAnswer({ state, onFollowed }: FoundAnswerProps) {
  const { theme } = useDisplay()
  const { hotline } = useSubdistrict()
  // The line under the heading says so.
  if (state.kind === 'searching') return null
  if (state.kind === 'troubled') {
    const { happened, advice } = troubleText(state.trouble, subdistrictNow(), isInWechat)
    const trouble = { happened, advice, onRetry: state.onRetry }
    return (
      <Screen state={{ kind: 'troubled', trouble }} theme={theme}>
        {() => null}
      </Screen>
    )
  }
  const { answer, text, trouble } = state
  const { groups, guessed, days } = answer
  const isEmpty = groups.length === 0
  const help = answer.help ?? (isEmpty ? { call: 'hotline' as const, number: hotline, first: false } : null)
  const call = help === null ? null : <CallForHelp help={help} text={text} />
  return (
    <>
      {trouble === null ? null : (
        <Note icon="wifi-off">{trouble.kind === 'lost' ? SEARCH.offline : SEARCH.slow}</Note>
      )}
      {days === null ? null : <Days days={days} listed={!isEmpty} />}
      {help?.first === true ? call : null}
      {isEmpty && help?.first !== true ? (
        <Nothing text={text} offline={trouble !== null} call={call} />
      ) : null}
      {guessed ? <View>{SEARCH.guessed}</View> : null}
      {groups.map((group) => (
        <FoundGroup key={`${group.kind} ${text}`} group={group} onFollowed={onFollowed} />
      ))}
      {isEmpty || help?.first === true ? null : call}
    </>
  )
}

/** The days that the question named; where nothing is on then, that what follows comes later. */
function Days({ days, listed }: { readonly days: AskedDays; readonly listed: boolean }) {
  const today = shanghaiDay(useNow())
  return (
    <Note icon="calendar-days">
      {askedDays(days, today)}
      {days.none && listed ? LATER_ACTIVITIES : null}
    </Note>
  )
}

/** A number to tap, and the words that were typed, to be copied or read out there. */
function CallForHelp({ help: { call, number }, text }: { readonly help: SearchHelp; readonly text: string }) {
  return (
    <Card title={HELP[call]}>
      <Button
        icon="phone"
        look={call === 'hotline' ? 'secondary' : 'primary'}
        onTap={() => dialPhone(number)}
      >
        {callHotline(number)}
      </Button>
      <View className="soft small">{HELP_WORDS}</View>
      <Text userSelect>{text}</Text>
    </Card>
  )
}

interface NothingProps {
  readonly text: string
  readonly offline: boolean
  readonly call: ReactNode
}

/** An empty answer is no dead end: other words, or somebody to ask. */
function Nothing({ text, offline, call }: NothingProps) {
  const { theme } = useDisplay()
  const { hotline } = useSubdistrict()
  return (
    <>
      <Empty
        title={nothingFound(text)}
        advice={offline ? nothingOffline : nothingFoundAdvice(hotline)}
        theme={theme}
      />
      {call}
    </>
  )
}

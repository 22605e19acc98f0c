import { Button } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Empty, Screen } from '../../components/screen/screen'
import { Note } from '../../components/sheets/note'
import { call } from '../../platform/phone/phone'
import { callHotline, HOTLINE } from '../../text/office/offices'
import { nothingFound, nothingFoundAdvice, nothingOffline, SEARCH } from '../../text/search'
import { troubleText } from '../../text/troubles'
import { useDisplay } from '../display/display-provider'
import { useHome } from '../home/use-home'
import { FoundGroup } from './found-group'
import type { SearchState } from './use-search'

interface FoundAnswerProps {
  readonly state: Exclude<SearchState, { kind: 'idle' }>
  /** Somebody went to what was found: the search was worth remembering. */
  readonly onFollowed: () => void
}

export function FoundAnswer({ state, onFollowed }: FoundAnswerProps) {
  const { theme } = useDisplay()
  if (state.kind === 'searching') return <Text className="soft">{SEARCH.searching}</Text>
  if (state.kind === 'troubled') {
    const { happened, advice } = troubleText(state.trouble)
    const trouble = { happened, advice, onRetry: state.onRetry }
    return (
      <Screen state={{ kind: 'troubled', trouble }} theme={theme}>
        {() => null}
      </Screen>
    )
  }
  const { answer, text, trouble } = state
  return (
    <>
      {trouble === null ? null : (
        <Note icon="wifi-off">{trouble.kind === 'lost' ? SEARCH.offline : SEARCH.slow}</Note>
      )}
      {answer.groups.length === 0 ? <Nothing text={text} offline={trouble !== null} /> : null}
      {answer.guessed ? <View>{SEARCH.guessed}</View> : null}
      {answer.groups.map((group) => (
        <FoundGroup key={`${group.kind} ${text}`} group={group} onFollowed={onFollowed} />
      ))}
    </>
  )
}

/** An empty answer is no dead end: other words, or somebody to ask. */
function Nothing({ text, offline }: { readonly text: string; readonly offline: boolean }) {
  const { theme } = useDisplay()
  const hotline = useHome().data?.subdistrict.hotline ?? HOTLINE
  return (
    <Empty
      title={nothingFound(text)}
      advice={offline ? nothingOffline : nothingFoundAdvice(hotline)}
      theme={theme}
    >
      <Button icon="phone" onTap={() => call(hotline)}>
        {callHotline(hotline)}
      </Button>
    </Empty>
  )
}

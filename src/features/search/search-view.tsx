import { useState } from 'react'
import { SearchField } from '../../components/controls/search-field'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import { EXAMPLES, foundCount, SEARCH } from '../../text/search'
import { FoundAnswer } from './found-answer'
import { type SearchState, useSearch } from './use-search'
import './search.scss'

/** One box, and under it what was found, or what one may ask. */
export function SearchView({ startText }: { readonly startText: string }) {
  const [typed, setTyped] = useState(startText)
  const [before, setBefore] = useState(searchedBefore)
  const state = useSearch(typed)
  const remember = (text: string) => {
    if (text !== '') setBefore(rememberSearch(text))
  }
  const forget = () => {
    forgetSearches()
    setBefore([])
  }
  return (
    <>
      <View>
        <Heading level={1} className="title">
          {SEARCH.heading}
        </Heading>
        <View className="soft" ariaRole="status">
          {heard(state)}
        </View>
      </View>
      <SearchField
        value={typed}
        hint={SEARCH.hint}
        focus
        onChange={setTyped}
        onConfirm={() => remember(typed.trim())}
      />
      {state.kind === 'idle' ? (
        <Ideas before={before} onChoose={setTyped} onForget={forget} />
      ) : (
        <FoundAnswer state={state} onFollowed={() => remember(typed.trim())} />
      )}
    </>
  )
}

/** How much was found, for whoever does not see the list change. */
function heard(state: SearchState): string | null {
  if (state.kind === 'searching') return SEARCH.searching
  if (state.kind !== 'found') return null
  const count = state.answer.groups.reduce((sum, { items }) => sum + items.length, 0)
  return count === 0 ? null : foundCount(count)
}

interface IdeasProps {
  readonly before: readonly string[]
  readonly onChoose: (text: string) => void
  readonly onForget: () => void
}

/** What one searched before, and what one may ask. */
function Ideas({ before, onChoose, onForget }: IdeasProps) {
  return (
    <>
      <Text className="soft">{SEARCH.how}</Text>
      {before.length === 0 ? null : (
        <View className="stack">
          <View className="search-before">
            <Heading level={2} className="section">
              {SEARCH.before}
            </Heading>
            <Tappable className="tappable search-forget" onTap={onForget} label={SEARCH.forgetLabel}>
              {SEARCH.forget}
            </Tappable>
          </View>
          <Texts label={SEARCH.before} texts={before} onChoose={onChoose} />
        </View>
      )}
      <View className="stack">
        <Heading level={2} className="section">
          {SEARCH.try}
        </Heading>
        <Texts label={SEARCH.try} texts={EXAMPLES} onChoose={onChoose} />
      </View>
    </>
  )
}

interface TextsProps {
  readonly label: string
  readonly texts: readonly string[]
  readonly onChoose: (text: string) => void
}

function Texts({ label, texts, onChoose }: TextsProps) {
  return (
    <Tags label={label}>
      {texts.map((text) => (
        <Tag key={text} text={text} onTap={() => onChoose(text)} />
      ))}
    </Tags>
  )
}

/** Chips that fit on a screen. */
const MOST_REMEMBERED = 8

const isTexts = (found: unknown): found is readonly string[] =>
  Array.isArray(found) && found.every((text) => typeof text === 'string')

/** What was searched stays on this phone; nobody else learns of it. */
const store = storedOnPhone<readonly string[]>('searched-1', [], isTexts)

const searchedBefore = (): readonly string[] => store.read()

/** The latest first, each once. */
function rememberSearch(text: string): readonly string[] {
  const texts = [text, ...store.read().filter((one) => one !== text)].slice(0, MOST_REMEMBERED)
  store.write(texts)
  return texts
}

const forgetSearches = (): void => void store.write([])

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { ExplainedWord } from '../../../core/contract/news'
import { BottomSheet } from '../../components/bottom-sheet/bottom-sheet'
import { Button } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { openAddress, opensAddress } from '../../platform/navigate/address'
import { routes } from '../../platform/navigate/routes'
import { isInWechat } from '../../platform/send/credential'
import { isSinglePage } from '../../platform/start/single-page'
import { ARTICLE } from '../../text/news/article'
import { WORD_SHEET } from '../../text/news/words'
import { WordText } from './word-text'

type Shown =
  | { readonly kind: 'word'; readonly word: ExplainedWord }
  | { readonly kind: 'web'; readonly address: string }
  | null

interface Explaining {
  readonly explain: (wordId: string) => void
  readonly showAddress: (address: string) => void
  readonly shown: Shown
  readonly close: () => void
}

const ExplainingContext = createContext<Explaining | null>(null)

export function useExplaining(): Explaining {
  const explaining = useContext(ExplainingContext)
  if (explaining === null) throw new Error('no ExplainedProvider around this article')
  return explaining
}

interface ExplainedProviderProps {
  readonly words: readonly ExplainedWord[]
  readonly children: ReactNode
}

/** Knows the words of an article, and what of it is explained just now. */
export function ExplainedProvider({ words, children }: ExplainedProviderProps) {
  const [shown, setShown] = useState<Shown>(null)
  const explaining = useMemo<Explaining>(
    () => ({
      explain: (wordId) => {
        const word = words.find(({ id }) => id === wordId)
        if (word !== undefined) setShown({ kind: 'word', word })
      },
      showAddress: (address) => setShown({ kind: 'web', address }),
      shown,
      close: () => setShown(null),
    }),
    [words, shown],
  )
  return <ExplainingContext.Provider value={explaining}>{children}</ExplainingContext.Provider>
}

/** What is explained just now, over the page. */
export function Explained() {
  const { shown, close } = useExplaining()
  if (shown === null) return null
  if (shown.kind === 'web') return <Address address={shown.address} onClose={close} />
  return (
    <BottomSheet title={shown.word.name} close={WORD_SHEET.close} onClose={close}>
      <WordText word={shown.word} />
      {isSinglePage ? null : <Button to={routes.words}>{WORD_SHEET.all}</Button>}
    </BottomSheet>
  )
}

/** Another site, or an article of a 公众号: its whole address, before anything is opened. */
function Address({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const [failed, setFailed] = useState(false)
  return (
    <BottomSheet title={ARTICLE.webTitle} close={WORD_SHEET.close} onClose={onClose}>
      <Text userSelect>{address}</Text>
      <View className="soft">{ARTICLE.webAdvice}</View>
      {opensAddress(address) && !failed ? (
        <Button onTap={() => openAddress(address, () => setFailed(true))}>
          {isInWechat ? ARTICLE.openArticle : ARTICLE.openWeb}
        </Button>
      ) : (
        <View ariaRole="status">{ARTICLE.webCopy}</View>
      )}
    </BottomSheet>
  )
}

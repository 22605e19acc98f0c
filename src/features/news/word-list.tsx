import type { ExplainedWord } from '../../../core/contract/news'
import { Heading, Text } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { WORDS_PAGE } from '../../text/news/words'
import { useDisplay } from '../display/display-provider'
import { WaysOn } from '../page/ways-on'
import { ReadPage } from '../read-aloud/read-page'
import { WordText } from './word-text'
import { subdistrictNow } from '../../api/subdistrict'

export function WordList({ words }: { readonly words: readonly ExplainedWord[] }) {
  const { theme } = useDisplay()
  if (words.length === 0) {
    return (
      <Empty title={WORDS_PAGE.none} advice={WORDS_PAGE.noneAdvice(subdistrictNow().hotline)} theme={theme}>
        <WaysOn />
      </Empty>
    )
  }
  return (
    <>
      <Heading level={1} className="title">
        {WORDS_PAGE.heading}
      </Heading>
      <Text className="soft">{WORDS_PAGE.hint}</Text>
      <ReadPage paragraphs={words.map(({ name, explanation }) => `${name}：${explanation}`)} />
      {words.map((word) => (
        <Card key={word.id} title={word.name}>
          <WordText word={word} />
        </Card>
      ))}
    </>
  )
}

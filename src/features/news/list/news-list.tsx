import { NEWS_COLUMNS } from '../../../../core/domain/news/article'
import { Button } from '../../../components/controls/button'
import { Door, Doors } from '../../../components/controls/door'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { Empty, Screen } from '../../../components/screen/screen'
import { useReachEnd } from '../../../platform/scroll/reach-end'
import { routes } from '../../../platform/navigate/routes'
import { FIND_OFFICE } from '../../../text/home'
import { COLUMN_NAMES } from '../../../text/news/news'
import { NEWS_LIST } from '../../../text/news/news-pages'
import { useNow } from '../../clock/use-now'
import { useDisplay } from '../../display/display-provider'
import { NewsRows } from './news-rows'
import { useNewsList } from './use-news-list'

/** What stands below the rows; coming into sight, it asks for more. */
const REST = 'news-rest'

/** What happened, column by column; older ones come while one scrolls. */
export function NewsList() {
  const list = useNewsList()
  const now = useNow()
  const { theme } = useDisplay()
  const count = list.found.kind === 'ready' ? list.found.value.flat().length : 0
  useReachEnd(REST, list.rest === 'more' ? count : null, list.showMore)
  return (
    <>
      <Heading level={1} className="title">
        {NEWS_LIST.heading}
      </Heading>
      <Tags>
        <Tag text={NEWS_LIST.all} chosen={list.column === null} onTap={() => list.choose(null)} />
        {NEWS_COLUMNS.map((column) => (
          <Tag
            key={column}
            text={COLUMN_NAMES[column]}
            chosen={list.column === column}
            onTap={() => list.choose(column)}
          />
        ))}
      </Tags>
      <View className="news-list">
        <Screen state={list.found} theme={theme}>
          {(pages) =>
            pages.flat().length === 0 ? (
              <Nothing list={list} />
            ) : (
              <>
                <NewsRows pages={pages} now={now} />
                <View className={REST}>
                  <Rest list={list} />
                </View>
              </>
            )
          }
        </Screen>
      </View>
      <Doors>
        <Door icon="info" title={NEWS_LIST.words} hint={NEWS_LIST.wordsHint} to={routes.words} />
      </Doors>
    </>
  )
}

type Listing = ReturnType<typeof useNewsList>

/** Scrolling asks by itself; the button is for whoever does not scroll. */
function Rest({ list: { rest, showMore } }: { readonly list: Listing }) {
  switch (rest) {
    case 'more':
    case 'loading':
      return <Button onTap={showMore}>{rest === 'more' ? NEWS_LIST.more : NEWS_LIST.loading}</Button>
    case 'lost':
      return (
        <>
          <Note icon="wifi-off">{NEWS_LIST.moreLost}</Note>
          <Button onTap={showMore}>{NEWS_LIST.more}</Button>
        </>
      )
    case 'end':
      return <Text className="soft list-end">{NEWS_LIST.end}</Text>
  }
}

function Nothing({ list: { column, choose } }: { readonly list: Listing }) {
  const { theme } = useDisplay()
  const title = column === null ? NEWS_LIST.noneAtAll : NEWS_LIST.none
  return (
    <Empty title={title} advice={NEWS_LIST.noneAdvice} theme={theme}>
      {column === null ? (
        <Button look="primary" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      ) : (
        <Button look="primary" onTap={() => choose(null)}>
          {NEWS_LIST.showAll}
        </Button>
      )}
    </Empty>
  )
}

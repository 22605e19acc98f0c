import type { ArticleSummary } from '../../../core/contract/news'
import { COLUMN_NAMES, NEWS_COLUMNS } from '../../../core/domain/news/article'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Empty, Screen } from '../../components/screen/screen'
import { Note } from '../../components/sheets/note'
import { articleRoute, routes } from '../../platform/navigate/routes'
import { useReachEnd } from '../../platform/scroll/reach-end'
import { FIND_OFFICE } from '../../text/home'
import { columnLine } from '../../text/news/home-news'
import { columnCount, NEWS_LIST } from '../../text/news/news-list'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { faultText } from '../page/reply-text'
import { useNewsList } from './use-news-list'
import { subdistrictNow } from '../../api/subdistrict'
import '../../components/scene/scenes.scss'
import './news-list.scss'

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
      <View>
        <Heading level={1} className="title">
          {NEWS_LIST.title(subdistrictNow().kind)}
        </Heading>
        <View className="soft" ariaRole="status">
          {list.column === null || count === 0
            ? null
            : columnCount(COLUMN_NAMES[list.column], count, list.rest !== 'end')}
        </View>
      </View>
      <Tags label={NEWS_LIST.columns}>
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
      <NavRows>
        <NavRow icon="info" title={NEWS_LIST.words} hint={NEWS_LIST.wordsHint} to={routes.words} />
      </NavRows>
    </>
  )
}

type Listing = ReturnType<typeof useNewsList>

/** Scrolling asks by itself; the button is for whoever does not scroll. */
function Rest({ list: { rest, failure, showMore } }: { readonly list: Listing }) {
  switch (rest) {
    case 'more':
    case 'loading':
      return <Button onTap={showMore}>{rest === 'more' ? NEWS_LIST.more : NEWS_LIST.loading}</Button>
    case 'lost':
      return (
        <>
          <Note icon={failure?.kind === 'fault' ? 'info' : 'wifi-off'}>
            {failure?.kind === 'fault'
              ? faultText(failure.fault, failure.trace ?? undefined)
              : NEWS_LIST.moreLost}
          </Note>
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

interface NewsRowsProps {
  /** As they came: WeChat is sent each page in one piece, and none of them again. */
  readonly pages: readonly (readonly ArticleSummary[])[]
  readonly now: Instant
}

/**
 * Articles one under the other: picture, title, column and day. As few elements and letters as can be, for WeChat is
 * sent each of them for each row; the picture is no element at all, and the title is the row's own text.
 */
function NewsRows({ pages, now }: NewsRowsProps) {
  return (
    <View className="news-rows">
      {pages.map((articles, at) => (
        <View key={at} className="news-rows__page">
          {articles.map(({ id, title, column, publishedOn, picture }) => (
            <Tappable key={id} className={`news-row before-${picture ?? 'board'}`} to={articleRoute(id)}>
              {title}
              <Text className="soft">{columnLine(column, publishedOn, now)}</Text>
            </Tappable>
          ))}
        </View>
      ))}
    </View>
  )
}

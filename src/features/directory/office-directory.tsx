import { Button } from '../../components/controls/button'
import { Heading, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { SearchField } from '../../components/controls/search-field'
import { Tag, Tags } from '../../components/controls/tag'
import { TrustLine } from '../../components/sheets/trust-line'
import { searchRoute } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import { KIND_NAMES, trustLine } from '../../text/office/office'
import {
  ALL_KINDS,
  callHotline,
  foundSentence,
  NOTHING_FOUND,
  nothingFoundAdvice,
  SEARCH_HINT,
  SHOW_ALL,
  SHOW_MORE,
} from '../../text/office/offices'
import { searchFor } from '../../text/parts'
import { useDisplay } from '../display/display-provider'
import { useOpeningFacts, type Home } from '../home/use-home'
import { OriginLine } from '../origin/origin-line'
import { useOrigin } from '../origin/origin-provider'
import type { Placed } from './arrange-offices'
import { OfficeRows } from './office-rows'
import { useOfficeSearch } from './use-office-search'

interface OfficeDirectoryProps {
  readonly home: Home
  /** What somebody came here to get done, from the link that led here. */
  readonly startNeed: string
}

/** Every office, nearest first, searched by what one needs. */
export function OfficeDirectory({ home, startNeed }: OfficeDirectoryProps) {
  const { theme } = useDisplay()
  const { origin } = useOrigin()
  const facts = useOpeningFacts(home)
  const search = useOfficeSearch(home.directory, origin, startNeed)
  const { name, phone, hotline } = home.subdistrict
  const trust = trustLine(name, phone, hotline)
  const clear = () => {
    search.setNeed('')
    search.setKind(null)
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {foundSentence(countOpen(search.found), search.need.trim())}
        </Heading>
        <OriginLine byMinutes={search.byMinutes} trust={trust} />
      </View>
      <SearchField value={search.need} hint={SEARCH_HINT} onChange={search.setNeed} />
      {search.kinds.length > 1 ? (
        <Tags>
          <Tag text={ALL_KINDS} chosen={search.kind === null} onTap={() => search.setKind(null)} />
          {search.kinds.map((kind) => (
            <Tag
              key={kind}
              text={KIND_NAMES[kind]}
              chosen={search.kind === kind}
              onTap={() => search.setKind(kind)}
            />
          ))}
        </Tags>
      ) : null}
      {search.found.length === 0 ? (
        <Empty title={NOTHING_FOUND} advice={nothingFoundAdvice(search.need.trim(), hotline)} theme={theme}>
          <Elsewhere need={search.need} />
          <Button onTap={clear}>{SHOW_ALL}</Button>
          <Button icon="phone" onTap={() => call(hotline)}>
            {callHotline(hotline)}
          </Button>
        </Empty>
      ) : (
        <OfficeRows places={search.shown} facts={facts} />
      )}
      <More wanted={search.shown.length < search.found.length} onMore={search.showMore} />
      {search.found.length === 0 ? null : <Elsewhere need={search.need} />}
      <TrustLine text={trust} />
    </>
  )
}

/** Offices are not all there is: the same words in places, activities and news. */
function Elsewhere({ need }: { readonly need: string }) {
  const text = need.trim()
  return text === '' ? null : (
    <Button icon="search" to={searchRoute(text)}>
      {searchFor(text)}
    </Button>
  )
}

interface MoreProps {
  readonly wanted: boolean
  readonly onMore: () => void
}

/** In a box of its own: when it goes, WeChat is sent all its neighbours anew, and there are none. */
function More({ wanted, onMore }: MoreProps) {
  return <View>{wanted ? <Button onTap={onMore}>{SHOW_MORE}</Button> : null}</View>
}

/** Places that moved or closed stay in the list as signposts; they are no places to count. */
const countOpen = (places: readonly Placed[]): number =>
  places.filter(({ office }) => office.status === 'open').length

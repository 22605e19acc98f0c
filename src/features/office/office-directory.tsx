import { useMemo, useState } from 'react'
import type { Directory } from '../../../core/contract/office'
import { OFFICE_KINDS, type OfficeKind, type OpeningZone } from '../../../core/domain/office/office'
import { Button } from '../../components/controls/button'
import { SearchField } from '../../components/controls/search-field'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { TrustLine } from '../../components/sheets/trust-line'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { searchRoute } from '../../platform/navigate/routes'
import { KIND_NAMES, trustLine, WHEELS_UNVERIFIED } from '../../text/office/office'
import {
  ALL_KINDS,
  foundSentence,
  KINDS_GROUP,
  NEAREST_OFFICE,
  NOTHING_FOUND,
  nothingFoundAdvice,
  OTHER_OFFICES,
  SEARCH_HINT,
  SHOW_ALL,
  SHOW_MORE,
  searchFor,
  someUnknown,
} from '../../text/office/offices'
import { callHotline } from '../../text/vocabulary'
import { useDisplay } from '../display/display-provider'
import type { StartPoint } from '../start-point/start-point'
import { StartPointLine } from '../start-point/start-point-controls'
import { useStartPoint } from '../start-point/start-point'
import type { Home } from '../page/use-home'
import { mainZone, useOpeningFacts } from './office-line'
import { useHeldWalkingTimes } from '../walking-times/use-walking-times'
import type { WalkingTimes } from '../walking-times/walking-times'
import { arrangeOffices, nearestOffice, type Placed } from './arrange-offices'
import { OfficeRows } from './office-rows'

interface OfficeDirectoryProps {
  readonly home: Home
  /** What somebody came here to get done, from the link that led here. */
  readonly startNeed: string
}

/** Every office, nearest first, searched by what one needs. */
export function OfficeDirectory({ home, startNeed }: OfficeDirectoryProps) {
  const { theme } = useDisplay()
  const { startPoint } = useStartPoint()
  const facts = useOpeningFacts(home)
  const search = useOfficeSearch(home.directory, startPoint, startNeed)
  const { hotline } = home.subdistrict
  const trust = trustLine(home.subdistrict)
  const clear = () => {
    search.setNeed('')
    search.setKind(null)
  }
  return (
    <View className="columns columns--list">
      <View className="columns__first">
        <View className="stack">
          <View ariaRole="status">
            <Heading level={1} className="title">
              {foundSentence(countOpen(search.found), search.need.trim())}
            </Heading>
          </View>
          <StartPointLine byMinutes={search.byMinutes} trust={trust} />
        </View>
        <SearchField value={search.need} hint={SEARCH_HINT} onChange={search.setNeed} />
        {search.kinds.length > 1 ? (
          <Tags label={KINDS_GROUP}>
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
      </View>
      <View className="columns__second">
        {search.found.length === 0 ? (
          <Empty title={NOTHING_FOUND} advice={nothingFoundAdvice(search.need.trim(), hotline)} theme={theme}>
            <Elsewhere need={search.need} />
            <Button onTap={clear}>{SHOW_ALL}</Button>
            <Button icon="phone" onTap={() => dialPhone(hotline)}>
              {callHotline(hotline)}
            </Button>
          </Empty>
        ) : (
          <>
            {search.nearest === null ? null : (
              <View className="stack">
                <Heading level={2} className="section">
                  {NEAREST_OFFICE}
                </Heading>
                <OfficeRows places={[search.nearest]} facts={facts} />
                <Heading level={2} className="section">
                  {OTHER_OFFICES}
                </Heading>
              </View>
            )}
            <OfficeRows places={search.shown} facts={facts} />
          </>
        )}
        <More wanted={search.hasMore} onMore={search.showMore} />
        {search.found.length === 0 ? null : <Elsewhere need={search.need} />}
      </View>
      <View className="columns__rest">
        <SomeUnknown places={search.found} hotline={hotline} />
        <TrustLine text={trust} />
      </View>
    </View>
  )
}

const hasNoHours = (zone: OpeningZone | null): boolean =>
  zone === null || (!zone.alwaysOpen && zone.weekly === null)

/** What no row says, once; for wheels first why there are no minutes. */
function SomeUnknown({ places, hotline }: { readonly places: readonly Placed[]; readonly hotline: string }) {
  const walkingTimes = useHeldWalkingTimes()
  if (places.some(({ office }) => walkingTimes?.offices[office.id] === null))
    return <Text className="soft">{WHEELS_UNVERIFIED}</Text>
  const isUncertain = ({ office }: Placed) =>
    office.status === 'open' && (!office.positionVerified || hasNoHours(mainZone(office)))
  return places.some(isUncertain) ? <Text className="soft">{someUnknown(hotline)}</Text> : null
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

/** Rows at first and with each tap on "more": an answer is among the nearest, and 100 rows at once are slow. */
const ROWS_A_STEP = 20
/** Nobody should tap for the last few. */
const LAST_FEW = 8

interface OfficeSearch {
  readonly need: string
  readonly kind: OfficeKind | null
  /** Kinds that the directory has at all, in their order. */
  readonly kinds: readonly OfficeKind[]
  readonly found: readonly Placed[]
  /** The nearest 会客厅, as home names it, where places of other kinds are nearer and would stand before it. */
  readonly nearest: Placed | null
  /** Whether minutes on foot put them into their order, or straight lines. */
  readonly byMinutes: boolean
  readonly shown: readonly Placed[]
  readonly hasMore: boolean
  readonly setNeed: (need: string) => void
  readonly setKind: (kind: OfficeKind | null) => void
  readonly showMore: () => void
}

function useOfficeSearch(directory: Directory, startPoint: StartPoint, startNeed: string): OfficeSearch {
  const [need, setNeed] = useState(startNeed)
  const [kind, setKind] = useState<OfficeKind | null>(null)
  const [rows, setRows] = useState(ROWS_A_STEP)
  const walkingTimes = useHeldWalkingTimes()
  const found = useMemo(
    () => arrangeOffices(directory, { startPoint, need, kind, walkingTimes }),
    [directory, startPoint, need, kind, walkingTimes],
  )
  const nearest = useMemo(
    () =>
      kind === null && need.trim() === ''
        ? nearestBehindOthers(directory, found, startPoint, walkingTimes)
        : null,
    [directory, found, startPoint, need, kind, walkingTimes],
  )
  const others = nearest === null ? found : found.filter(({ office }) => office.id !== nearest.office.id)
  const backToStart =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setRows(ROWS_A_STEP)
    }
  return {
    need,
    kind,
    kinds: OFFICE_KINDS.filter((candidate) => directory.offices.some((office) => office.kind === candidate)),
    found,
    nearest,
    byMinutes: walkingTimes !== null,
    shown: others.length <= rows + LAST_FEW ? others : others.slice(0, rows),
    hasMore: others.length > rows + LAST_FEW,
    setNeed: backToStart(setNeed),
    setKind: backToStart(setKind),
    showMore: () => setRows(rows + ROWS_A_STEP),
  }
}

function nearestBehindOthers(
  directory: Directory,
  found: readonly Placed[],
  startPoint: StartPoint,
  walkingTimes: WalkingTimes | null,
): Placed | null {
  const nearest = nearestOffice(directory, startPoint, walkingTimes)
  if (nearest?.office.kind !== 'living-room') return null
  return found[0]?.office.id === nearest.office.id ? null : nearest
}

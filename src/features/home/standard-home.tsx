import type { ArticleSummary } from '../../../core/contract/news'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, View } from '../../components/elements/elements'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { TrustLine } from '../../components/sheets/trust-line'
import { canScan } from '../../platform/scan/scan'
import { articleRoute, needRoute, routes } from '../../platform/navigate/routes'
import { ALL_OFFICES, ELDER, ELDER_HINT, NEEDS_TITLE, SCAN } from '../../text/home'
import { MY_CIRCLE, MY_COMPOUND, SEARCH_ALL } from '../../text/vocabulary'
import { HOME_NEWS, columnLine } from '../../text/news/home-news'
import { officeCount, trustLine } from '../../text/office/office'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { UrgentNotices } from '../notices/urgent-notices'
import { nearestOffice } from '../office/arrange-offices'
import { NextRegistration } from '../registration/next-registration'
import { useComing } from '../registration/own-registrations'
import { useStartPoint } from '../start-point/start-point'
import type { Home } from '../page/use-home'
import { countThere, useOpeningFacts } from '../office/office-line'
import { PendingScans } from '../scan/pending-scans'
import { startScan } from '../scan/start-scan'
import { useWalkingTimes } from '../walking-times/use-walking-times'
import { NearestHero, StreetHero } from './home-hero'
import { NextActivities } from './next-activities'

/** Where nothing can be scanned the first thing to do is another one. */
const PRIMARY = { look: 'primary', size: 'large' } as const
/** Needs that fit on a first screen; the search of the directory knows them all. */
const NEEDS_SHOWN = 6

export function StandardHome({ home }: { readonly home: Home }) {
  const { startPoint } = useStartPoint()
  const { chooseEdition } = useDisplay()
  const walkingTimes = useWalkingTimes()
  const facts = useOpeningFacts(home)
  const { subdistrict, directory } = home
  const nearest = nearestOffice(directory, startPoint, walkingTimes)
  const offered = directory.services.filter(({ id }) =>
    directory.offices.some(({ serviceIds }) => serviceIds.includes(id)),
  )
  return (
    <View className="columns columns--halves">
      <View className="columns__first">
        <UrgentNotices notices={home.notices} />
        <NextRegistration coming={useComing()} />
        {nearest === null ? (
          <StreetHero home={home} facts={facts} />
        ) : (
          <NearestHero home={home} facts={facts} nearest={nearest} />
        )}
        {canScan ? (
          <Button look="primary" size="large" icon="scan-line" onTap={() => void startScan()}>
            {SCAN}
          </Button>
        ) : null}
        <PendingScans />
        <Button {...(canScan ? {} : PRIMARY)} icon="search" to={routes.search}>
          {SEARCH_ALL}
        </Button>
      </View>
      <View className="columns__second">
        <NextActivities home={home} />
        {offered.length === 0 ? null : (
          <View className="stack">
            <Heading level={2} className="section">
              {NEEDS_TITLE}
            </Heading>
            <Tags label={NEEDS_TITLE}>
              {offered.slice(0, NEEDS_SHOWN).map(({ id, name }) => (
                <Tag key={id} text={name} to={needRoute(name)} />
              ))}
            </Tags>
          </View>
        )}
        <NavRows>
          <NavRow
            icon="store"
            title={ALL_OFFICES}
            hint={officeCount(countThere(directory.offices))}
            to={routes.offices}
          />
          {walkingTimes === null ? null : (
            <NavRow icon="target" title={MY_CIRCLE} hint={walkingTimes.sentence} to={routes.lifeCircle} />
          )}
          {startPoint.kind === 'compound' ? (
            <NavRow
              icon="building-2"
              title={MY_COMPOUND}
              hint={startPoint.compound.name}
              to={routes.compounds}
            />
          ) : null}
          <NavRow icon="a-large-small" title={ELDER} hint={ELDER_HINT} onTap={() => chooseEdition('elder')} />
        </NavRows>
        <HomeNews news={home.news} />
        <TrustLine text={trustLine(subdistrict)} />
      </View>
    </View>
  )
}

/** The newest few, and the way to all. */
function HomeNews({ news }: { readonly news: readonly ArticleSummary[] }) {
  const now = useNow()
  return (
    <NavRows>
      {news.map(({ id, title, column, publishedOn }) => (
        <NavRow
          key={id}
          icon="file-text"
          title={title}
          hint={columnLine(column, publishedOn, now)}
          to={articleRoute(id)}
        />
      ))}
      <NavRow icon="newspaper" title={HOME_NEWS.all} to={routes.news} />
    </NavRows>
  )
}

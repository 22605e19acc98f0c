import { Button } from '../../components/controls/button'
import { Heading, View } from '../../components/elements/elements'
import { Door, Doors } from '../../components/controls/door'
import { Tag, Tags } from '../../components/controls/tag'
import { TrustLine } from '../../components/sheets/trust-line'
import { needRoute, routes } from '../../platform/navigate/routes'
import { ALL_OFFICES, ELDER, ELDER_HINT, MY_CIRCLE, MY_COMPOUND, NEEDS_TITLE, SCAN } from '../../text/home'
import { officeCount, trustLine } from '../../text/office/office'
import { SEARCH_ALL } from '../../text/parts'
import { nearestOffice } from '../directory/arrange-offices'
import { useDisplay } from '../display/display-provider'
import { useOrigin } from '../origin/origin-provider'
import { KeptScans } from '../scan/kept/kept-scans'
import { startScan } from '../scan/start-scan'
import { NearestHero, StreetHero } from './home-hero'
import { HomeNews } from './news/home-news'
import { NextActivities } from './next-activities'
import { UrgentNotices } from './news/urgent-notices'
import { useWalks } from '../walks/use-walks'
import { countThere, useOpeningFacts, type Home } from './use-home'

/** Needs that fit on a first screen; the search of the directory knows them all. */
const NEEDS_SHOWN = 6

export function StandardHome({ home }: { readonly home: Home }) {
  const { origin } = useOrigin()
  const { chooseEdition } = useDisplay()
  const walks = useWalks()
  const facts = useOpeningFacts(home)
  const { subdistrict, directory } = home
  const nearest = nearestOffice(directory, origin, walks)
  const offered = directory.services.filter(({ id }) =>
    directory.offices.some(({ serviceIds }) => serviceIds.includes(id)),
  )
  return (
    <>
      <UrgentNotices notices={home.notices} />
      {nearest === null ? (
        <StreetHero home={home} facts={facts} />
      ) : (
        <NearestHero home={home} facts={facts} nearest={nearest} />
      )}
      <Button look="primary" size="large" icon="scan-line" onTap={() => void startScan()}>
        {SCAN}
      </Button>
      <KeptScans />
      <Button icon="search" to={routes.search}>
        {SEARCH_ALL}
      </Button>
      <NextActivities home={home} />
      {offered.length === 0 ? null : (
        <View className="stack">
          <Heading level={2} className="section">
            {NEEDS_TITLE}
          </Heading>
          <Tags>
            {offered.slice(0, NEEDS_SHOWN).map(({ id, name }) => (
              <Tag key={id} text={name} to={needRoute(name)} />
            ))}
          </Tags>
        </View>
      )}
      <Doors>
        <Door
          icon="store"
          title={ALL_OFFICES}
          hint={officeCount(countThere(directory.offices))}
          to={routes.offices}
        />
        {walks === null ? null : (
          <Door icon="target" title={MY_CIRCLE} hint={walks.sentence} to={routes.lifeCircle} />
        )}
        {origin.kind === 'compound' ? (
          <Door icon="building-2" title={MY_COMPOUND} hint={origin.compound.name} to={routes.compounds} />
        ) : null}
        <Door icon="a-large-small" title={ELDER} hint={ELDER_HINT} onTap={() => chooseEdition('elder')} />
      </Doors>
      <HomeNews news={home.news} />
      <TrustLine text={trustLine(subdistrict.name, subdistrict.phone, subdistrict.hotline)} />
    </>
  )
}

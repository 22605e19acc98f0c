import type { ReactNode } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { AccessAnswer } from '../../../../core/domain/office/office'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import type { IconName } from '../../../components/icon/icon-names'
import { Pair, Pairs } from '../../../components/sheets/fact-row'
import { officeRoute, stallsRoute } from '../../../platform/navigate/routes'
import { dialPhone } from '../../../platform/navigate/dial-phone'
import {
  ACTIVITY,
  agesText,
  callHere,
  persons,
  residentsText,
  stallKinds,
  verifiedOn,
} from '../../../text/activity/activity'
import { ACCESS_WORDS, STEP_FREE_WORDS } from '../../../text/office/office'
import { isMoved } from '../../../text/activity/change'
import { unknownLine } from '../../../text/vocabulary'
import { AccessPairs, unverifiedAccess } from '../../../components/sheets/access-pairs'
import { useSubdistrict } from '../../page/use-home'
import { ActivityRows } from '../activity-rows'
import type { ShownActivity } from './use-activity'

/** A part of the page that stands by itself: a card for most, a screen of its own in the elder edition. */
export interface Section {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly body: ReactNode
}

/** Everything beyond what, when and where; parts with nothing to say are left out. */
export function sectionsOf(shown: ShownActivity, now: Instant): readonly Section[] {
  const { activity } = shown
  const sections: readonly (Section | false)[] = [
    activity.workshops.length > 0 && {
      id: 'workshops',
      icon: 'clock',
      title: ACTIVITY.workshops,
      body: <Workshops activity={activity} now={now} />,
    },
    activity.stalls.length > 0 && {
      id: 'stalls',
      icon: 'store',
      title: ACTIVITY.stalls,
      body: <StallKinds activity={activity} />,
    },
    activity.about.length > 0 && {
      id: 'about',
      icon: 'info',
      title: ACTIVITY.about,
      body: activity.about.map((paragraph) => <Text key={paragraph}>{paragraph}</Text>),
    },
    tellsWho(activity) && {
      id: 'who',
      icon: 'user-round',
      title: ACTIVITY.who,
      body: <Who shown={shown} />,
    },
    tellsAmenities(activity) && {
      id: 'amenities',
      icon: 'house',
      title: ACTIVITY.amenities,
      body: <Amenities activity={activity} />,
    },
    // Whoever goes elsewhere now has no use for the old door: what changed says whom to ring.
    !isMoved(activity.change) && {
      id: 'access',
      icon: 'accessibility',
      title: ACTIVITY.access,
      body: <Access shown={shown} />,
    },
  ]
  return sections.filter((section) => section !== false)
}

const tellsWho = ({ terms, forWhom, bring, host }: ActivityPage): boolean =>
  terms !== null || forWhom !== null || bring !== null || host !== null

const tellsAmenities = ({ amenities }: ActivityPage): boolean =>
  amenities.servicePhone !== null ||
  [amenities.toilet, amenities.babyRoom, amenities.drinkingWater].some((answer) => answer !== 'unverified')

function Workshops({ activity, now }: { readonly activity: ActivityPage; readonly now: Instant }) {
  return (
    <>
      <Text className="soft">{ACTIVITY.workshopsHint}</Text>
      <ActivityRows activities={activity.workshops} now={now} />
    </>
  )
}

function StallKinds({ activity }: { readonly activity: ActivityPage }) {
  const counts = new Map<string, number>()
  for (const { kind } of activity.stalls) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (
    <>
      <Text>{stallKinds([...counts])}</Text>
      <Button icon="store" to={stallsRoute(activity.id)}>
        {ACTIVITY.allStallsButton}
      </Button>
    </>
  )
}

function Who({ shown: { activity, home, unwritten } }: { readonly shown: ShownActivity }) {
  const { terms, forWhom, bring, host } = activity
  const named = (home?.directory.neighbourhoods ?? [])
    .filter(({ id }) => terms?.neighbourhoodIds.includes(id))
    .map(({ name }) => name)
  const ages = terms === null ? null : agesText(terms)
  const lives = terms === null ? null : residentsText(terms.compoundIds.length, named)
  const audience = [forWhom, ages === forWhom ? null : ages].filter(Boolean).join('，')
  return (
    <Pairs>
      {audience === '' ? null : <Pair name={ACTIVITY.forWhom} value={audience} />}
      {lives === null ? null : <Pair name={ACTIVITY.lives} value={lives} />}
      {terms === null || unwritten?.seats ? null : (
        <Pair name={ACTIVITY.largest} value={persons(terms.largestParty)} />
      )}
      {bring === null ? null : <Pair name={ACTIVITY.bring} value={bring} />}
      {host === null ? null : <Pair name={ACTIVITY.host} value={host} />}
    </Pairs>
  )
}

function Amenities({ activity: { amenities } }: { readonly activity: ActivityPage }) {
  const { servicePhone } = amenities
  return (
    <>
      <Pairs>
        {amenitiesOf(amenities)
          .filter(isKnown)
          .map(([name, answer]) => (
            <Pair key={name} name={name} value={ACCESS_WORDS[answer]} tone={answer} />
          ))}
      </Pairs>
      {servicePhone === null ? null : (
        <Button icon="phone" onTap={() => dialPhone(servicePhone)}>
          {callHere(servicePhone)}
        </Button>
      )}
    </>
  )
}

type Fact = readonly [what: string, answer: AccessAnswer]

const amenitiesOf = ({ toilet, babyRoom, drinkingWater }: ActivityPage['amenities']): readonly Fact[] => [
  [ACTIVITY.toilet, toilet],
  [ACTIVITY.babyRoom, babyRoom],
  [ACTIVITY.water, drinkingWater],
]

const isKnown = ([, answer]: Fact): boolean => answer !== 'unverified'

/** What is known of the way in, and then what nobody has verified, also of what one asks for at a market. */
function Access({ shown: { activity, office } }: { readonly shown: ShownActivity }) {
  const { hotline } = useSubdistrict()
  const { access, amenities, officeId, kind } = activity
  const unknown = [
    ...unverifiedAccess([{ stepFree: access.stepFree, access }]),
    ...(kind === 'open' ? amenitiesOf(amenities).filter((fact) => !isKnown(fact)) : []).map(([what]) => what),
  ]
  const line = unknownLine(unknown, amenities.servicePhone ?? office?.phone ?? hotline)
  return (
    <>
      {access.stepFree === 'unverified' ? null : <Text>{STEP_FREE_WORDS[access.stepFree]}</Text>}
      <AccessPairs access={access} />
      {access.verifiedOn === null ? null : (
        <Text className="soft small">{verifiedOn(access.verifiedOn)}</Text>
      )}
      {line === null ? null : <Text className="soft">{line}</Text>}
      {officeId === null ? null : (
        <Button icon="store" to={officeRoute(officeId)}>
          {ACTIVITY.officeAccessButton}
        </Button>
      )}
    </>
  )
}

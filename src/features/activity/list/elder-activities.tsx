import { useState } from 'react'
import { LISTING_SPANS, type ListingSpan } from '../../../../core/domain/activity/listing'
import { Button } from '../../../components/controls/button'
import { NavRow, NavRows } from '../../../components/rows/nav-row'
import { Heading } from '../../../components/elements/elements'
import { Screen } from '../../../components/screen/screen'
import { routes } from '../../../platform/navigate/routes'
import { dayCount, FILTERS, LIST } from '../../../text/activity/activities'
import { useDisplay } from '../../display/display-provider'
import { FoundActivities } from './activity-list'
import { narrow, NO_FILTER } from '../narrow'
import type { useActivityList } from './use-activity-list'

type Listing = ReturnType<typeof useActivityList>

/** One question, which day, and then the answer on a screen of its own. */
export function ElderActivities({ listing }: { readonly listing: Listing }) {
  const { theme } = useDisplay()
  const [answered, setAnswered] = useState(false)
  const choose = (span: ListingSpan | null) => {
    listing.change({ span })
    setAnswered(true)
  }
  if (!answered) {
    return (
      <Screen state={listing.all} theme={theme}>
        {() => <DayQuestion listing={listing} onChoose={choose} />}
      </Screen>
    )
  }
  return (
    <>
      <Screen state={listing.found} theme={theme}>
        {(found) => <FoundActivities found={found} listing={listing} />}
      </Screen>
      <Button icon="calendar-days" onTap={() => setAnswered(false)}>
        {LIST.anotherDay}
      </Button>
    </>
  )
}

interface DayQuestionProps {
  readonly listing: Listing
  readonly onChoose: (span: ListingSpan | null) => void
}

function DayQuestion({ listing: { all, now }, onChoose }: DayQuestionProps) {
  const activities = all.kind === 'ready' ? all.value.activities : []
  const count = (span: ListingSpan | null) => narrow(activities, { ...NO_FILTER, span }, now).length
  return (
    <>
      <Heading level={1} className="title">
        {LIST.question}
      </Heading>
      <NavRows>
        {LISTING_SPANS.map((span) => (
          <NavRow
            key={span}
            icon="calendar-days"
            title={FILTERS.spans[span]}
            hint={dayCount(count(span))}
            onTap={() => onChoose(span)}
          />
        ))}
        <NavRow
          icon="calendar-days"
          title={FILTERS.spans.all}
          hint={dayCount(count(null))}
          onTap={() => onChoose(null)}
        />
      </NavRows>
      <Button icon="user-round" to={routes.registrations}>
        {LIST.mine}
      </Button>
    </>
  )
}

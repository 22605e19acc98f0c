import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stall } from '../../../../core/contract/activity/stall'
import { Button } from '../../../components/controls/button'
import { classNames } from '../../../components/elements/class-names'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { Empty } from '../../../components/screen/screen'
import { Card } from '../../../components/sheets/card'
import { activityRoute } from '../../../platform/navigate/routes'
import { scrollToShow } from '../../../platform/scroll/scroll'
import { whenWords } from '../../../text/activity/activities'
import {
  pointLabel,
  STALL_PLAN,
  STALLS,
  stallCount,
  stallHours,
  stallNumber,
} from '../../../text/activity/stalls'
import { useNow } from '../../../api/clock'
import { queries } from '../../../api/queries'
import { isSignedIn } from '../../../api/session'
import { useDisplay } from '../../display/display-provider'
import { usePageQuery } from '../../page/use-page-query'
import type { ShownActivity } from '../page/use-activity'
import { ApplyStall } from './apply-stall'
import { byKind } from './by-kind'
import { PLAN_ID, StallPlan } from './stall-plan'
import './stall-list.scss'

/** Who stands where at a market, by what they offer. */
export function StallList({ shown: { activity } }: { readonly shown: ShownActivity }) {
  const { theme } = useDisplay()
  const now = useNow()
  const [pointed, setPointed] = useState<string | null>(null)
  const own = useOwnStall(activity.id)
  const { stalls } = activity
  const { day, hours } = whenWords(activity, now)
  const back = <Button to={activityRoute(activity.id)}>{STALLS.back}</Button>
  if (stalls.length === 0) {
    return (
      <Empty title={STALLS.none} advice={STALLS.noneAdvice} theme={theme}>
        {back}
      </Empty>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {activity.title}
        </Heading>
        <Text>{`${day} ${hours}`}</Text>
        <Text className="soft">
          {stallCount(stalls.length, stalls.filter(({ name }) => name === null).length)}
        </Text>
      </View>
      <StallPlan activity={activity} pointed={pointed} own={own} onPoint={setPointed} />
      {byKind(stalls).map(({ kind, stalls: ofKind }) => (
        <Card key={kind} title={kind}>
          {ofKind.map((stall) => (
            <StallRow
              key={stall.stallId}
              stall={stall}
              isOwn={stall.stallId === own}
              isPointed={stall.stallId === pointed}
              onPoint={() => {
                setPointed(stall.stallId)
                scrollToShow(PLAN_ID)
              }}
            />
          ))}
        </Card>
      ))}
      <ApplyStall activity={activity} now={now} />
      {back}
    </>
  )
}

interface StallRowProps {
  readonly stall: Stall
  readonly isOwn: boolean
  /** The plan shows where it is. */
  readonly isPointed: boolean
  readonly onPoint: () => void
}

/** A stall in words; a tap shows where it is, for one that has its place on the plan. */
function StallRow({ stall, isOwn, isPointed, onPoint }: StallRowProps) {
  const { number, name, hours, position } = stall
  const words = (
    <>
      <Text className="stall-row__number">{stallNumber(number)}</Text>
      <Text className={name === null ? 'stall-row__name soft' : 'stall-row__name'}>
        {name ?? STALLS.free}
      </Text>
      {isOwn ? <Text className="stall-row__own">{STALL_PLAN.yours}</Text> : null}
      {hours === null ? null : <Text className="soft">{stallHours(hours)}</Text>}
    </>
  )
  if (position === null) return <View className="stall-row">{words}</View>
  return (
    <Tappable
      className={classNames('tappable stall-row--placed', isPointed && 'stall-row--pointed')}
      chosen={isPointed}
      label={pointLabel(stall, isOwn)}
      onTap={onPoint}
    >
      <View className="stall-row stall-row__words">{words}</View>
      <Icon name="map-pin" />
    </Tappable>
  )
}

/** The stall that the reader was given here, where this phone knows who reads; nobody is signed in for it. */
function useOwnStall(activityId: string): string | null {
  const isKnown = useQueryClient().getQueryData(queries.registrations().queryKey) !== undefined
  const query = { ...queries.stallApplications(activityId), enabled: isKnown || isSignedIn() }
  const applications = usePageQuery(query).data?.applications ?? []
  return applications.find(({ state }) => state === 'assigned')?.stallId ?? null
}

import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../../core/contract'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { activityRoute, registrationRoute, routes } from '../../../platform/navigate/routes'
import { SENDING } from '../../../text/acts'
import { CARD } from '../../../text/registration/registration-page'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'
import { ActivityLine } from '../activity-line'
import { changedByRegistering } from '../changed'
import type { ShownCard } from './use-card'

interface ClaimCardProps {
  readonly token: string
  readonly card: ShownCard
}

/** The activity and nobody; 是我 takes the place over, once. */
export function ClaimCard({ token, card: { activity, state } }: ClaimCardProps) {
  const client = useQueryClient()
  const claiming = useAct('registration.claim')
  const claim = async () => {
    const outcome = await claiming.send({ card: token })
    if (outcome?.kind === 'done') await changedByRegistering(client, activity.id)
  }
  if (claiming.state.kind === 'done') return <Claimed claimed={claiming.state.value} activity={activity} />
  const isDouble = claiming.state.kind === 'refused' && claiming.state.refusal === 'already_registered'
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {TITLES[state].title}
        </Heading>
        <Text>{TITLES[state].why}</Text>
      </View>
      <Card>
        <ActivityLine activity={activity} level={2} />
      </Card>
      <ActNote state={claiming.state} notSent={CARD.notClaimed} refused={isDouble ? CARD.double : null}>
        <Button to={routes.registrations}>{CARD.seePlace}</Button>
      </ActNote>
      {state === 'open' ? (
        <>
          <Button look="primary" size="large" onTap={() => void claim()}>
            {claiming.state.kind === 'sending' ? SENDING : CARD.isMe}
          </Button>
          <Text className="soft small">{CARD.privacy}</Text>
        </>
      ) : null}
      {state === 'taken' ? <Button to={routes.registrations}>{CARD.seePlace}</Button> : null}
      <Button to={activityRoute(activity.id)}>{CARD.notMe}</Button>
    </>
  )
}

const TITLES = {
  open: { title: CARD.open, why: CARD.openWhy },
  taken: { title: CARD.taken, why: CARD.takenAdvice },
  void: { title: CARD.void, why: CARD.voidAdvice },
} as const

interface ClaimedProps {
  readonly claimed: Output<'registration.claim'>
  readonly activity: ShownCard['activity']
}

function Claimed({ claimed: { registrationId, number, headline }, activity }: ClaimedProps) {
  return (
    <>
      <View ariaRole="alert">
        <Heading level={1} className="title">
          {headline === 'waiting' ? CARD.claimedWaiting : CARD.claimed(number)}
        </Heading>
      </View>
      <Text>{CARD.claimedNext}</Text>
      <Card>
        <ActivityLine activity={activity} level={2} />
      </Card>
      <Button look="primary" to={registrationRoute(registrationId)}>
        {CARD.seePlace}
      </Button>
    </>
  )
}

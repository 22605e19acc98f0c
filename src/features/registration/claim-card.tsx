import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../core/contract'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { activityRoute, registrationRoute, routes } from '../../platform/navigate/routes'
import { queries } from '../../api/queries'
import { SENDING } from '../../text/sending'
import { CLAIM_CARD } from '../../text/registration/claim-card'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { ActivitySummary } from './activity-summary'
import { invalidateRegistrations, type ShownCard } from './registration-queries'

interface ClaimCardProps {
  readonly token: string
  readonly card: ShownCard
}

/** The activity and nobody; 是我 takes the place over, once. */
export function ClaimCard({ token, card: { activity, state, byStaff, guest } }: ClaimCardProps) {
  const client = useQueryClient()
  const claiming = useMutation('registration.claim')
  const claim = async (familyMemberId: string | null = null) => {
    const input = familyMemberId === null ? { card: token } : { card: token, familyMemberId }
    const outcome = await claiming.send(input)
    if (outcome?.kind === 'done') await invalidateRegistrations(client, activity.id)
  }
  if (claiming.state.kind === 'done') return <Claimed claimed={claiming.state.value} activity={activity} />
  const { title, why } = byStaff && state === 'open' ? GUEST_TITLE : TITLES[state]
  const isDouble = claiming.state.kind === 'refused' && claiming.state.refusal === 'already_registered'
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {title}
        </Heading>
        {guest === null ? null : (
          <Text className="sub-title">{CLAIM_CARD.guestBody(guest.called, guest.persons)}</Text>
        )}
        <Text>{why}</Text>
      </View>
      <Card>
        <ActivitySummary activity={activity} level={2} />
      </Card>
      <MutationNote
        state={claiming.state}
        notSent={CLAIM_CARD.notClaimedError}
        refused={isDouble ? CLAIM_CARD.doubleNote : null}
      >
        <Button to={routes.registrations}>{CLAIM_CARD.myRegistrationsButton}</Button>
      </MutationNote>
      {state === 'open' ? (
        <>
          <Button look="primary" size="large" onTap={() => void claim()}>
            {claiming.state.kind === 'sending' ? SENDING : CLAIM_CARD.isMeButton}
          </Button>
          {byStaff ? <RelativeOf onChoose={(familyMemberId) => void claim(familyMemberId)} /> : null}
          <Text className="soft small">{byStaff ? CLAIM_CARD.guestPrivacyNote : CLAIM_CARD.privacyNote}</Text>
        </>
      ) : null}
      {state === 'taken' ? (
        <Button to={routes.registrations}>{CLAIM_CARD.myRegistrationsButton}</Button>
      ) : null}
      <Button to={activityRoute(activity.id)}>{CLAIM_CARD.notMeButton}</Button>
    </>
  )
}

/** 是我家人: asked only when it is tapped, for whoever has not signed in yet has no family here. */
function RelativeOf({ onChoose }: { readonly onChoose: (familyMemberId: string) => void }) {
  const [isAsked, setAsked] = useState(false)
  const family = useQuery({ ...queries.family(), enabled: isAsked })
  if (!isAsked) return <Button onTap={() => setAsked(true)}>{CLAIM_CARD.isRelativeButton}</Button>
  return (
    <View className="stack">
      <Text>{CLAIM_CARD.whichRelativeTitle}</Text>
      {family.data?.members.map(({ familyMemberId, name }) => (
        <Button key={familyMemberId} onTap={() => onChoose(familyMemberId)}>
          {name}
        </Button>
      ))}
      <Button to={routes.family}>{CLAIM_CARD.addRelativeButton}</Button>
    </View>
  )
}

const GUEST_TITLE = { title: CLAIM_CARD.guestTitle, why: CLAIM_CARD.guestHint } as const

const TITLES = {
  open: { title: CLAIM_CARD.openTitle, why: CLAIM_CARD.openBody },
  taken: { title: CLAIM_CARD.takenTitle, why: CLAIM_CARD.takenAdvice },
  void: { title: CLAIM_CARD.voidTitle, why: CLAIM_CARD.voidAdvice },
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
          {headline === 'waiting' ? CLAIM_CARD.claimedWaitingTitle : CLAIM_CARD.claimedTitle(number)}
        </Heading>
      </View>
      <Text>{CLAIM_CARD.claimedBody}</Text>
      <Card>
        <ActivitySummary activity={activity} level={2} />
      </Card>
      <Button look="primary" to={registrationRoute(registrationId)}>
        {CLAIM_CARD.myRegistrationsButton}
      </Button>
    </>
  )
}

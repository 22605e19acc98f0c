import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { StallApplication } from '../../../../core/contract/activity/stall'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import { useMutation } from '../../../api/mutation'
import { queries } from '../../../api/queries'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Field } from '../../../components/controls/field'
import { Tag, Tags } from '../../../components/controls/tag'
import { Text, View } from '../../../components/elements/elements'
import { Screen } from '../../../components/screen/screen'
import { Card } from '../../../components/sheets/card'
import { APPLY, assignedText, offerText } from '../../../text/activity/stalls'
import { SENDING, notSentTwice } from '../../../text/sending'
import { useDisplay } from '../../display/display-provider'
import { MutationNote } from '../../page/mutation-note'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'
import { byKind } from './by-kind'

/** Characters, as the contract has it. */
const LONGEST_OFFER = 100

interface ApplyStallProps {
  readonly activity: ActivityPage
  readonly now: Instant
}

/** Asks for a stall at a market that is still to come; nobody is signed in before they want one. */
export function ApplyStall({ activity, now }: ApplyStallProps) {
  const { theme } = useDisplay()
  const [wanted, setWanted] = useState(false)
  const query = usePageQuery({ ...queries.stallApplications(activity.id), enabled: wanted })
  if (activity.status === 'withdrawn' || parseInstant(activity.startsAt) <= now) return null
  if (!wanted) {
    return (
      <Card title={APPLY.question}>
        <Text className="soft">{APPLY.how}</Text>
        <Button onTap={() => setWanted(true)}>{APPLY.open}</Button>
      </Card>
    )
  }
  return (
    <Screen state={screenStateOf(query)} theme={theme}>
      {({ applications }) => <Applications activity={activity} applications={applications} />}
    </Screen>
  )
}

interface ApplicationsProps {
  readonly activity: ActivityPage
  readonly applications: readonly StallApplication[]
}

function Applications({ activity, applications }: ApplicationsProps) {
  const underWay = applications.find(({ state }) => state === 'applied' || state === 'assigned')
  if (underWay !== undefined) return <OwnApplication activity={activity} application={underWay} />
  const wasDeclined = applications.some(({ state }) => state === 'declined')
  return (
    <Card title={APPLY.question}>
      <Text className="soft">{wasDeclined ? APPLY.declined : APPLY.how}</Text>
      <ApplicationForm activity={activity} />
    </Card>
  )
}

function ApplicationForm({ activity }: { readonly activity: ActivityPage }) {
  const client = useQueryClient()
  const kinds = byKind(activity.stalls).map(({ kind }) => kind)
  const [kind, setKind] = useState(kinds[0] ?? '')
  const [offer, setOffer] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const apply = useMutation('stall.apply')
  const send = async () => {
    const said = offer.trim()
    if (said === '') return setFault(APPLY.missing)
    setFault(null)
    const outcome = await apply.send({ activityId: activity.id, kind, offer: said })
    if (outcome?.kind === 'done' || outcome?.kind === 'refused') {
      await client.invalidateQueries({ queryKey: queries.stallApplications(activity.id).queryKey })
    }
  }
  return (
    <>
      {kinds.length < 2 ? null : (
        <View className="stack">
          <Text className="sub-title">{APPLY.kind}</Text>
          <Tags label={APPLY.kind}>
            {kinds.map((choice) => (
              <Tag key={choice} text={choice} chosen={choice === kind} onTap={() => setKind(choice)} />
            ))}
          </Tags>
        </View>
      )}
      <Field
        label={APPLY.offer}
        hint={APPLY.offerHint}
        value={offer}
        longest={LONGEST_OFFER}
        fault={fault}
        onChange={setOffer}
      />
      <MutationNote state={apply.state} notSent={notSentTwice(APPLY.twice)} />
      <Button look="primary" onTap={() => void send()}>
        {apply.state.kind === 'sending' ? SENDING : APPLY.send}
      </Button>
    </>
  )
}

interface OwnApplicationProps {
  readonly activity: ActivityPage
  readonly application: StallApplication
}

/** How one's wish for a stall stands, and how to take it back, with what that means. */
function OwnApplication({ activity, application }: OwnApplicationProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const withdraw = useMutation('stall.withdraw')
  const { kind, offer, state, stallId, applicationId } = application
  const stall = activity.stalls.find((candidate) => candidate.stallId === stallId)
  const takeBack = async () => {
    const outcome = await withdraw.send({ applicationId })
    if (outcome?.kind !== 'done') return
    await Promise.all(
      [queries.stallApplications(activity.id), queries.activity(activity.id)].map(({ queryKey }) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
  return (
    <Card title={APPLY.yours} ground="warm">
      <Text className="sub-title">{offerText(kind, offer)}</Text>
      <Text>{state === 'assigned' ? assignedText(stall?.number ?? null) : APPLY.applied}</Text>
      {asked ? <Text>{state === 'assigned' ? APPLY.giveUpQuestion : APPLY.withdrawQuestion}</Text> : null}
      <MutationNote state={withdraw.state} notSent={notSentTwice(APPLY.withdrawTwice)} />
      {asked ? (
        <ButtonRow>
          <Button look="give-up" onTap={() => void takeBack()}>
            {withdraw.state.kind === 'sending' ? SENDING : APPLY.withdrawSure}
          </Button>
          <Button onTap={() => setAsked(false)}>{APPLY.keep}</Button>
        </ButtonRow>
      ) : (
        <Button look="give-up" onTap={() => setAsked(true)}>
          {APPLY.withdraw}
        </Button>
      )}
    </Card>
  )
}

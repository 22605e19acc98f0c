import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { StallApplication } from '../../../../core/contract/activity/stall'
import { queries } from '../../../api/queries'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { notSentTwice, SENDING } from '../../../text/acts'
import { APPLY, assignedText, offerText } from '../../../text/activity/activities-stalls'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'

interface OwnApplicationProps {
  readonly activity: ActivityPage
  readonly application: StallApplication
}

/** How one's wish for a stall stands, and how to take it back, with what that means. */
export function OwnApplication({ activity, application }: OwnApplicationProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const withdraw = useAct('stall.withdraw')
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
      <ActNote state={withdraw.state} notSent={notSentTwice(APPLY.withdrawTwice)} />
      {asked ? (
        <ButtonRow>
          <Button onTap={() => void takeBack()}>
            {withdraw.state.kind === 'sending' ? SENDING : APPLY.withdrawSure}
          </Button>
          <Button onTap={() => setAsked(false)}>{APPLY.keep}</Button>
        </ButtonRow>
      ) : (
        <Button onTap={() => setAsked(true)}>{APPLY.withdraw}</Button>
      )}
    </Card>
  )
}

import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import type { VolunteerRow } from '../../../core/contract/staff'
import { read } from '../../api/client'
import { useMutation } from '../../api/mutation'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { asBackground } from '../../components/facade/draw-facade'
import { codeAsSvg } from '../../components/pictures/draw-code'
import { Screen } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { ownOrigin } from '../../platform/start/own-origin'
import { notSentTwice } from '../../text/sending'
import { turnAwayText, volunteerCountText, VOLUNTEERS, welcomeText } from '../../text/check-in/volunteers'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import './volunteers-screen.scss'

/** Somebody stands in front of the phone and waits. */
const RENEWED_MS = 3_000

const codeQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['staff.openVolunteerCode', activityId],
    queryFn: () => read('staff.openVolunteerCode', { activityId }),
    // Each time it is asked for, the code before is worth nothing.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })

const volunteersQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['staff.volunteers', activityId],
    queryFn: () => read('staff.volunteers', { activityId }),
    staleTime: 0,
    refetchInterval: RENEWED_MS,
  })

/** 志愿者现场码: shown to who will help, and who scanned it is let in by hand. */
export function VolunteersScreen({ activityId }: { readonly activityId: string }) {
  const client = useQueryClient()
  const code = screenStateOf(usePageQuery(codeQuery(activityId)))
  const volunteers = screenStateOf(usePageQuery(volunteersQuery(activityId)))
  const { theme } = useDisplay()
  return (
    <>
      <Screen state={code} theme={theme}>
        {(value) => (
          <ShownCode
            code={value}
            onRenew={() => void client.resetQueries({ queryKey: codeQuery(activityId).queryKey })}
          />
        )}
      </Screen>
      {code.kind === 'ready' ? (
        <Screen state={volunteers} theme={theme}>
          {(value) => (
            <Volunteers
              {...value}
              onDecided={() =>
                void client.invalidateQueries({ queryKey: volunteersQuery(activityId).queryKey })
              }
            />
          )}
        </Screen>
      ) : null}
    </>
  )
}

interface ShownCodeProps {
  readonly code: Output<'staff.openVolunteerCode'>
  readonly onRenew: () => void
}

function ShownCode({ code: { title, code, path }, onRenew }: ShownCodeProps) {
  const origin = ownOrigin()
  return (
    <>
      <Heading level={1} className="title">
        {title}
      </Heading>
      <Text>{origin === null ? VOLUNTEERS.howTyped : VOLUNTEERS.how}</Text>
      {origin === null ? null : (
        <View
          className="volunteer-code"
          style={{ backgroundImage: asBackground(codeAsSvg(`${origin}${path}`)) }}
          ariaRole="img"
          ariaLabel={VOLUNTEERS.codeLabel(code)}
        />
      )}
      {origin === null ? null : <Text className="soft">{VOLUNTEERS.typed}</Text>}
      <Text className="volunteer-code__letters">{code}</Text>
      <Button onTap={onRenew}>{VOLUNTEERS.renew}</Button>
    </>
  )
}

interface VolunteersProps extends Output<'staff.volunteers'> {
  readonly onDecided: () => void
}

function Volunteers({ volunteers, atMost, onDecided }: VolunteersProps) {
  const { state, send } = useMutation('staff.decideVolunteer')
  const decide = async ({ invitationId }: VolunteerRow, isWelcome: boolean) => {
    await send({ invitationId, isWelcome })
    onDecided()
  }
  const waiting = volunteers.filter((row) => row.state === 'waiting')
  const helping = volunteers.filter((row) => row.state === 'helping')
  return (
    <>
      <MutationNote state={state} notSent={notSentTwice(VOLUNTEERS.twice)} />
      <Heading level={2} className="section">
        {VOLUNTEERS.waiting}
      </Heading>
      {waiting.length === 0 ? <Text className="soft">{VOLUNTEERS.nobody}</Text> : null}
      {waiting.map((row) => (
        <Card key={row.invitationId} title={row.called} ground="warm">
          <ButtonRow>
            <Button look="primary" label={welcomeText(row.called)} onTap={() => void decide(row, true)}>
              {VOLUNTEERS.welcome}
            </Button>
            <Button label={turnAwayText(row.called)} onTap={() => void decide(row, false)}>
              {VOLUNTEERS.turnAway}
            </Button>
          </ButtonRow>
        </Card>
      ))}
      {helping.length === 0 ? null : (
        <>
          <Heading level={2} className="section">
            {VOLUNTEERS.helping}
          </Heading>
          <Text>{helping.map(({ called }) => called).join('、')}</Text>
          <Text className="soft">{volunteerCountText(helping.length, atMost)}</Text>
        </>
      )}
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Screen as PairedScreen } from '../../../core/contract/check-in/screen'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text } from '../../components/elements/elements'
import { Screen } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { SENDING, notSentTwice } from '../../text/sending'
import { WALL_SCREENS, pairedText, screenName, seenText } from '../../text/staff/wall-screens'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { screenQueries } from './queries'

/** The office's screens that are in use, and whether they are there. */
export function PairedScreens({ officeId }: { readonly officeId: string }) {
  const state = screenStateOf(usePageQuery(screenQueries.list(officeId)))
  const { theme } = useDisplay()
  return (
    <>
      <Heading level={2} className="section">
        {WALL_SCREENS.list}
      </Heading>
      <Screen state={state} theme={theme}>
        {({ screens }) => <InUse screens={screens.filter(({ revokedAt }) => revokedAt === null)} />}
      </Screen>
    </>
  )
}

function InUse({ screens }: { readonly screens: readonly PairedScreen[] }) {
  if (screens.length === 0) return <Text className="soft">{WALL_SCREENS.none}</Text>
  return (
    <>
      {screens.map((screen) => (
        <OneScreen key={screen.screenId} screen={screen} />
      ))}
    </>
  )
}

function OneScreen({ screen }: { readonly screen: PairedScreen }) {
  const { screenId, officeId } = screen
  const client = useQueryClient()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const { state, send, forget } = useMutation('screen.revoke')
  const revoke = async () => {
    const outcome = await send({ officeId, screenId })
    if (outcome?.kind === 'done')
      await client.invalidateQueries({ queryKey: screenQueries.list(officeId).queryKey })
  }
  const ask = (open: boolean) => {
    forget()
    setAsking(open)
  }
  const name = screenName(screen)
  return (
    <Card title={asking ? WALL_SCREENS.revokeTitle : name} ground={asking ? 'warm' : 'plain'}>
      <Text>{asking ? `${name}：${WALL_SCREENS.revokeAsk}` : seenText(screen, now)}</Text>
      {asking ? null : <Text className="soft small">{pairedText(screen, now)}</Text>}
      <MutationNote state={state} notSent={notSentTwice(WALL_SCREENS.notRevoked)} />
      {asking ? (
        <ButtonRow>
          <Button onTap={() => ask(false)}>{WALL_SCREENS.keep}</Button>
          <Button look="primary" onTap={() => void revoke()}>
            {state.kind === 'sending' ? SENDING : WALL_SCREENS.revoke}
          </Button>
        </ButtonRow>
      ) : (
        <Button onTap={() => ask(true)} label={`${WALL_SCREENS.revoke}${name}`}>
          {WALL_SCREENS.revoke}
        </Button>
      )}
    </Card>
  )
}

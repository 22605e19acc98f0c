import { useQueryClient } from '@tanstack/react-query'
import type { DeskSessionRow } from '../../../core/contract/desk'
import { useMutation } from '../../api/mutation'
import { Button } from '../../components/controls/button'
import { Heading, Text } from '../../components/elements/elements'
import { Screen } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { SENDING, notSentTwice } from '../../text/sending'
import { DESK_SIGN_IN, pcName, sessionText } from '../../text/me/desk-sign-in'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { deskQueries } from './queries'

/** PCs on which this account is signed in, each ended by one tap. */
export function DeskSessions() {
  const state = screenStateOf(usePageQuery(deskQueries.sessions()))
  const { theme } = useDisplay()
  return (
    <>
      <Heading level={2} className="section">
        {DESK_SIGN_IN.sessions}
      </Heading>
      <Screen state={state} theme={theme}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Text className="soft">{DESK_SIGN_IN.none}</Text>
          ) : (
            sessions.map((session) => <OneSession key={session.sessionId} session={session} />)
          )
        }
      </Screen>
    </>
  )
}

function OneSession({ session }: { readonly session: DeskSessionRow }) {
  const client = useQueryClient()
  const now = useNow()
  const { state, send } = useMutation('desk.endSession')
  const end = async () => {
    const outcome = await send({ sessionId: session.sessionId })
    if (outcome?.kind === 'done')
      await client.invalidateQueries({ queryKey: deskQueries.sessions().queryKey })
  }
  return (
    <Card title={pcName(session)}>
      <Text className="soft">{sessionText(session, now)}</Text>
      {session.isNewBrowser ? <Note>{DESK_SIGN_IN.isNew}</Note> : null}
      <MutationNote state={state} notSent={notSentTwice(DESK_SIGN_IN.endTwice)} />
      <Button onTap={() => void end()} label={`${DESK_SIGN_IN.end} ${pcName(session)}`}>
        {state.kind === 'sending' ? SENDING : DESK_SIGN_IN.end}
      </Button>
    </Card>
  )
}

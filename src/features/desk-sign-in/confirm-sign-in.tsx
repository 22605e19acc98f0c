import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AskingPc } from '../../../core/contract/desk'
import { useMutation } from '../../api/mutation'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Heading, Text, View } from '../../components/elements/elements'
import { Screen } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { canScan, scan } from '../../platform/scan/scan'
import { SENDING, notSentTwice } from '../../text/sending'
import { askedText, DESK_SIGN_IN, pcName, signInIdIn } from '../../text/me/desk-sign-in'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { deskQueries } from './queries'

interface ConfirmSignInProps {
  /** The request in the link that opened the page. */
  readonly opened: string | null
  /** Whether the camera brought that link, and no picture that somebody sent. */
  readonly isDirect: boolean
}

/** Scan the PC's screen, see which PC it is, type its digits. */
export function ConfirmSignIn({ opened, isDirect }: ConfirmSignInProps) {
  const [signInId, setSignInId] = useState(isDirect ? opened : null)
  const [fault, setFault] = useState<string | null>(
    opened !== null && !isDirect ? DESK_SIGN_IN.forwarded : null,
  )
  const scanScreen = async () => {
    const read = await scan()
    if (read.kind !== 'scanned') return
    const found = signInIdIn(read.text)
    setSignInId(found)
    setFault(found === null ? DESK_SIGN_IN.notOurs : null)
  }
  return (
    <>
      <Heading level={1} className="title">
        {DESK_SIGN_IN.heading}
      </Heading>
      {signInId === null ? (
        <Card title={DESK_SIGN_IN.scan}>
          <Text>{DESK_SIGN_IN.how}</Text>
          {fault === null ? null : <Note>{fault}</Note>}
          {canScan ? (
            <Button look="primary" icon="scan-line" onTap={() => void scanScreen()}>
              {DESK_SIGN_IN.scan}
            </Button>
          ) : (
            <Note>{DESK_SIGN_IN.scanInWeChat}</Note>
          )}
        </Card>
      ) : (
        <Asking key={signInId} signInId={signInId} onLeave={() => setSignInId(null)} />
      )}
    </>
  )
}

interface AskingProps {
  readonly signInId: string
  readonly onLeave: () => void
}

function Asking({ signInId, onLeave }: AskingProps) {
  const state = screenStateOf(usePageQuery(deskQueries.asking(signInId)))
  const { theme } = useDisplay()
  return (
    <>
      <Screen state={state} theme={theme}>
        {(pc) => <Digits pc={pc} signInId={signInId} />}
      </Screen>
      <Button onTap={onLeave}>{DESK_SIGN_IN.another}</Button>
    </>
  )
}

function Digits({ pc, signInId }: { readonly pc: AskingPc; readonly signInId: string }) {
  const client = useQueryClient()
  const now = useNow()
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { state, send } = useMutation('desk.confirmSignIn')
  const confirm = async () => {
    const wellFormed = /^\d{2}$/.test(digits.trim())
    setFault(wellFormed ? null : DESK_SIGN_IN.digitsMissing)
    if (!wellFormed) return
    const outcome = await send({ signInId, digits: digits.trim() })
    if (outcome?.kind === 'done')
      await client.invalidateQueries({ queryKey: deskQueries.sessions().queryKey })
  }
  if (state.kind === 'done') {
    return (
      <Card title={DESK_SIGN_IN.doneTitle} ground="warm">
        <Text>{DESK_SIGN_IN.doneAdvice}</Text>
      </Card>
    )
  }
  return (
    <Card title={DESK_SIGN_IN.which} ground="warm">
      <View className="stack">
        <Text>{pcName(pc)}</Text>
        <Text className="soft">{askedText(pc, now)}</Text>
        {pc.isPublicPc ? <Text className="soft">{DESK_SIGN_IN.publicPc}</Text> : null}
        {pc.isSameNetwork === true ? <Text className="soft">{DESK_SIGN_IN.sameNetwork}</Text> : null}
        {pc.isNewBrowser ? <Text className="soft">{DESK_SIGN_IN.newBrowser}</Text> : null}
      </View>
      <Note>{DESK_SIGN_IN.onlyHere}</Note>
      <Field
        label={DESK_SIGN_IN.digits}
        hint={DESK_SIGN_IN.digitsHint}
        value={digits}
        keys="number"
        longest={2}
        fault={fault}
        onChange={setDigits}
      />
      <MutationNote state={state} notSent={notSentTwice(DESK_SIGN_IN.twice)} />
      <Button look="primary" onTap={() => void confirm()}>
        {state.kind === 'sending' ? SENDING : DESK_SIGN_IN.confirm}
      </Button>
    </Card>
  )
}

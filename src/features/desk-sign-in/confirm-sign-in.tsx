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
import { askedText, deskAddressText, DESK_SIGN_IN, pcName, signInIdIn } from '../../text/me/desk-sign-in'
import { ownOrigin } from '../../platform/start/own-origin'
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

/** Scanned from another screen, or the code that this phone's own browser shows, which has the digits in it. */
type Asked =
  { readonly kind: 'scanned'; readonly signInId: string } | { readonly kind: 'typed'; readonly code: string }

/** Scan the PC's screen, or type what this phone's browser shows; see which browser it is, confirm. */
export function ConfirmSignIn({ opened, isDirect }: ConfirmSignInProps) {
  const [asked, setAsked] = useState<Asked | null>(
    isDirect && opened !== null ? { kind: 'scanned', signInId: opened } : null,
  )
  const [fault, setFault] = useState<string | null>(
    opened !== null && !isDirect ? DESK_SIGN_IN.forwarded : null,
  )
  const scanScreen = async () => {
    const read = await scan()
    if (read.kind !== 'scanned') return
    const found = signInIdIn(read.text)
    setAsked(found === null ? null : { kind: 'scanned', signInId: found })
    setFault(found === null ? DESK_SIGN_IN.notOurs : null)
  }
  return (
    <>
      <Heading level={1} className="title">
        {DESK_SIGN_IN.heading}
      </Heading>
      {asked === null ? (
        <>
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
          <TypedCode onTyped={(code) => setAsked({ kind: 'typed', code })} />
        </>
      ) : asked.kind === 'scanned' ? (
        <Asking signInId={asked.signInId} onLeave={() => setAsked(null)} />
      ) : (
        <Found code={asked.code} onLeave={() => setAsked(null)} />
      )}
    </>
  )
}

/** Where one phone is all there is: what its browser shows is typed here. */
function TypedCode({ onTyped }: { readonly onTyped: (code: string) => void }) {
  const origin = ownOrigin()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const open = () => {
    const code = typed.trim()
    setFault(code === '' ? DESK_SIGN_IN.codeMissing : null)
    if (code !== '') onTyped(code)
  }
  return (
    <Card title={DESK_SIGN_IN.typedTitle}>
      <Text>{DESK_SIGN_IN.typedHow}</Text>
      {origin === null ? null : <Text className="soft">{deskAddressText(origin)}</Text>}
      <Field
        label={DESK_SIGN_IN.code}
        hint={DESK_SIGN_IN.codeHint}
        value={typed}
        longest={12}
        fault={fault}
        onChange={setTyped}
      />
      <Button onTap={open}>{DESK_SIGN_IN.open}</Button>
    </Card>
  )
}

interface FoundProps {
  readonly code: string
  readonly onLeave: () => void
}

function Found({ code, onLeave }: FoundProps) {
  const state = screenStateOf(usePageQuery(deskQueries.typed(code)))
  const { theme } = useDisplay()
  if (state.kind === 'ready')
    return <Asking signInId={state.value.signInId} digits={state.value.digits} onLeave={onLeave} />
  return (
    <>
      <Screen state={state} theme={theme}>
        {() => null}
      </Screen>
      <Button onTap={onLeave}>{DESK_SIGN_IN.again}</Button>
    </>
  )
}

interface AskingProps {
  readonly signInId: string
  /** Typed already, as the end of the code. */
  readonly digits?: string
  readonly onLeave: () => void
}

function Asking({ signInId, digits, onLeave }: AskingProps) {
  const state = screenStateOf(usePageQuery(deskQueries.asking(signInId)))
  const { theme } = useDisplay()
  return (
    <>
      <Screen state={state} theme={theme}>
        {(pc) => <Digits pc={pc} signInId={signInId} known={digits ?? null} />}
      </Screen>
      <Button onTap={onLeave}>{DESK_SIGN_IN.another}</Button>
    </>
  )
}

interface DigitsProps {
  readonly pc: AskingPc
  readonly signInId: string
  readonly known: string | null
}

function Digits({ pc, signInId, known }: DigitsProps) {
  const client = useQueryClient()
  const now = useNow()
  const [digits, setDigits] = useState(known ?? '')
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
        {known === null ? null : <Text>{DESK_SIGN_IN.backToBrowser}</Text>}
        <Text>{DESK_SIGN_IN.doneAdvice}</Text>
      </Card>
    )
  }
  return (
    <Card title={known === null ? DESK_SIGN_IN.which : DESK_SIGN_IN.whichBrowser} ground="warm">
      <View className="stack">
        <Text>{pcName(pc)}</Text>
        <Text className="soft">{askedText(pc, now)}</Text>
        {pc.isPublicPc ? <Text className="soft">{DESK_SIGN_IN.publicPc}</Text> : null}
        {pc.isSameNetwork === true ? <Text className="soft">{DESK_SIGN_IN.sameNetwork}</Text> : null}
        {pc.isNewBrowser ? <Text className="soft">{DESK_SIGN_IN.newBrowser}</Text> : null}
      </View>
      <Note>{known === null ? DESK_SIGN_IN.onlyHere : DESK_SIGN_IN.onlyOwn}</Note>
      {known === null ? (
        <Field
          label={DESK_SIGN_IN.digits}
          hint={DESK_SIGN_IN.digitsHint}
          value={digits}
          keys="number"
          longest={2}
          fault={fault}
          onChange={setDigits}
        />
      ) : null}
      <MutationNote state={state} notSent={notSentTwice(DESK_SIGN_IN.twice)} />
      <Button look="primary" onTap={() => void confirm()}>
        {state.kind === 'sending' ? SENDING : known === null ? DESK_SIGN_IN.confirm : DESK_SIGN_IN.confirmOwn}
      </Button>
    </Card>
  )
}

import { Alert, Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { DeskSignIn } from '../core/contract/desk'
import { call } from './api/client'
import { CodePicture } from './shared/code-picture'
import { copyText } from './shared/copy-text'
import { failureText } from './text/failures'
import { SIGN_IN } from './text/shell'

const ASK_EVERY_MS = 1_500
const PUBLIC_PC_KEY = 'public-pc'

const storedIsPublic = (): boolean => window.localStorage.getItem(PUBLIC_PC_KEY) === '1'

type Asked =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly signIn: DeskSignIn }
  | { readonly kind: 'over'; readonly sentence: string }

/** A code to scan and two digits to type on the phone; asks until somebody did. */
export function SignInPanel({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const [isPublicPc, setPublicPc] = useState(storedIsPublic)
  const [round, setRound] = useState(0)
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' })
  const signedIn = useRef(onSignedIn)
  useEffect(() => {
    signedIn.current = onSignedIn
  })
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const look = async (signInId: string) => {
      const reply = await call('desk.signInState', { signInId })
      if (isOver) return
      if (!reply.ok && 'refusal' in reply) return setAsked({ kind: 'over', sentence: SIGN_IN.ended })
      if (reply.ok && reply.value.state === 'signed-in') return void signedIn.current()
      // No answer: the network may be back the next time.
      timer = setTimeout(() => void look(signInId), ASK_EVERY_MS)
    }
    void call('desk.beginSignIn', { isPublicPc }).then((reply) => {
      if (isOver) return
      if (!reply.ok) return setAsked({ kind: 'over', sentence: failureText(reply) })
      setAsked({ kind: 'shown', signIn: reply.value })
      timer = setTimeout(() => void look(reply.value.signInId), ASK_EVERY_MS)
    })
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isPublicPc, round])
  const choose = (isPublic: boolean) => {
    window.localStorage.setItem(PUBLIC_PC_KEY, isPublic ? '1' : '0')
    setPublicPc(isPublic)
  }
  const code = asked.kind === 'shown' ? asked.signIn.code : null
  return (
    <>
      <section className="only-phone sign-in__typed">
        <h2>{SIGN_IN.onPhone}</h2>
        <p className="field__row">
          <span className="sign-in__letters" role="group" aria-label={SIGN_IN.code}>
            {code ?? '---'}
          </span>
          <CopyCode code={code} />
        </p>
        <ol>
          {SIGN_IN.typedSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h2>{SIGN_IN.withOther}</h2>
      </section>
      <div className="sign-in__panel">
        <div className="sign-in__code">
          {asked.kind === 'shown' ? <Code path={asked.signIn.path} /> : null}
        </div>
        <div className="sign-in__steps">
          <ol>
            {SIGN_IN.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="sign-in__digits" aria-label={SIGN_IN.digits} role="group">
            {asked.kind === 'shown' ? asked.signIn.digits : '--'}
          </p>
          <Checkbox checked={isPublicPc} onChange={({ target }) => choose(target.checked)}>
            {SIGN_IN.publicPc}
          </Checkbox>
        </div>
      </div>
      {asked.kind === 'over' ? (
        <Alert
          type="warning"
          title={asked.sentence}
          action={
            <Button
              type="primary"
              onClick={() => {
                setAsked({ kind: 'asking' })
                setRound(round + 1)
              }}
            >
              {SIGN_IN.renew}
            </Button>
          }
        />
      ) : null}
    </>
  )
}

function CopyCode({ code }: { readonly code: string | null }) {
  const [said, setSaid] = useState('')
  if (code === null) return null
  const copy = async () => setSaid((await copyText(code)) ? SIGN_IN.copied : SIGN_IN.notCopied)
  return (
    <>
      <Button onClick={() => void copy()}>{SIGN_IN.copy}</Button>
      <span role="status">{said}</span>
    </>
  )
}

function Code({ path }: { readonly path: string }) {
  return <CodePicture link={`${window.location.origin}${path}`} label={SIGN_IN.qr} quiet={2} redundancy="L" />
}

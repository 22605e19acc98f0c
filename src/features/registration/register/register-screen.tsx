import { useState, type ReactNode } from 'react'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { StateBadge } from '../../../components/sheets/state-badge'
import { registerRoute, registrationRoute, routes } from '../../../platform/navigate/routes'
import { canAskConsent } from '../../../platform/subscribe/subscribe'
import { joiningStateText } from '../../../text/activity/activity'
import { SENDING } from '../../../text/sending'
import { REGISTER, alreadyIn, registerButton } from '../../../text/registration/register'
import { now } from '../../../api/clock'
import { joiningStateOf } from '../../activity/page/joining-state'
import { useDisplay } from '../../display/display-provider'
import { Page } from '../../page/page'
import { ActivitySummary } from '../activity-summary'
import {
  NOBODY_KNOWN,
  lastParty,
  startParty,
  mostIn,
  faultAt,
  screensOf,
  stepsOf,
  type RegisterForm,
} from './register-form'
import { RegisterRefused, RegisterDone } from './register-result'
import { namesOf, StepBody } from './register-steps'
import { type Joinable, useOwnHere, useRegister } from './use-register'

interface RegisterScreenProps {
  readonly joinable: Joinable
  /** Said above what could not be renewed. */
  readonly note: string | null
}

const startForm = ({ activity, terms, household }: Joinable): RegisterForm => ({
  party: startParty(household ?? NOBODY_KNOWN, terms, parseInstant(activity.startsAt), lastParty.read()),
  ownYear: '',
  answers: {},
  wantsHelp: false,
  help: '',
  telling: canAskConsent ? 'wechat' : 'none',
  phone: '',
})

/** From whom to bring to the number in hand: all on one page; in the elder edition each further question on its own. */
export function RegisterScreen({ joinable, note }: RegisterScreenProps) {
  const { activity, terms, household } = joinable
  const elder = useDisplay().edition === 'elder'
  const [form, setForm] = useState(() => startForm(joinable))
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const registering = useRegister(joinable)
  const change = (changed: Partial<RegisterForm>) => {
    setForm((before) => ({ ...before, ...changed }))
    setTried(false)
  }
  const steps = stepsOf(form, terms, household ?? NOBODY_KNOWN)
  const screens = elder ? screensOf(steps) : [steps]
  const shown = screens[at] ?? []
  const isLast = at >= screens.length - 1
  const fault =
    shown.map((step) => faultAt(step, form, now(), mostIn(terms))).find((found) => found !== null) ?? null

  const submit = async () => {
    if ((await registering.submit(form)) === 'sent') return
    change({ telling: 'phone' })
    setAt(0)
  }
  const goOn = () => {
    setTried(fault !== null)
    if (fault !== null) return
    if (isLast) void submit()
    else setAt(at + 1)
  }
  const joining = joiningStateOf(activity, now())
  const takesNow = joining.kind === 'free' || joining.kind === 'full'
  if (registering.result !== null) {
    return (
      <Page title={REGISTER.title} route={registerRoute(activity.id)}>
        <RegisterDone joinable={joinable} form={form} registering={registering} />
      </Page>
    )
  }
  if (!takesNow) {
    return (
      <Page title={REGISTER.title} route={registerRoute(activity.id)}>
        <NotNow joinable={joinable} />
      </Page>
    )
  }
  return (
    <Page
      title={REGISTER.title}
      route={registerRoute(activity.id)}
      bottom={
        <Bottom
          text={
            registering.state.kind === 'sending'
              ? SENDING
              : isLast
                ? registerButton(namesOf(joinable, form, REGISTER.self), queues(joinable, form))
                : REGISTER.nextButton
          }
          onTap={goOn}
          onBack={at > 0 ? () => setAt(at - 1) : null}
        >
          {tried && fault !== null ? <Note>{fault}</Note> : null}
          <RegisterRefused
            joinable={joinable}
            form={form}
            state={registering.state}
            onChange={(changed) => {
              registering.forget()
              change(changed)
              if (changed.party !== undefined) setAt(0)
            }}
          />
        </Bottom>
      }
    >
      {note === null ? null : <Note icon="wifi-off">{note}</Note>}
      {at === 0 ? (
        <>
          <ActivitySummary
            activity={activity}
            change={activity.change}
            servicePhone={activity.amenities.servicePhone}
            level={1}
          />
          <AlreadyIn activityId={activity.id} />
          <Queueing joinable={joinable} form={form} />
        </>
      ) : (
        <Heading level={1} className="sub-title soft">
          {activity.title}
        </Heading>
      )}
      {shown.map((step) => (
        <StepBody
          key={step.kind === 'question' ? step.question.id : step.kind}
          step={step}
          joinable={joinable}
          form={form}
          wechatOff={registering.wechatOff}
          fault={tried ? faultAt(step, form, now(), mostIn(terms)) : null}
          onChange={change}
        />
      ))}
    </Page>
  )
}

/** As far as one knows before asking: the backend decides. */
const queues = ({ terms }: Joinable, { party }: RegisterForm): boolean => party.length > terms.free

function Queueing({ joinable, form }: { readonly joinable: Joinable; readonly form: RegisterForm }) {
  if (!queues(joinable, form)) return null
  const { free, promotionEndsAt } = joinable.terms
  const full = now() < parseInstant(promotionEndsAt) ? REGISTER.fullNote : REGISTER.fullLateNote
  return <Note>{free === 0 ? full : REGISTER.tooFewNote(free, form.party.length)}</Note>
}

/** Not yet, or no more: said before anybody fills anything in. */
function NotNow({ joinable: { activity } }: { readonly joinable: Joinable }) {
  const { text, advice, tone } = joiningStateText(joiningStateOf(activity, now()), now())
  return (
    <>
      <ActivitySummary
        activity={activity}
        change={activity.change}
        servicePhone={activity.amenities.servicePhone}
        level={1}
      />
      <Card>
        <StateBadge text={text} tone={tone} />
        {advice === null ? null : <Text className="soft">{advice}</Text>}
      </Card>
      <AlreadyIn activityId={activity.id} />
      <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>
    </>
  )
}

interface BottomProps {
  readonly text: string
  readonly onTap: () => void
  readonly onBack: (() => void) | null
  /** What became of the last try. */
  readonly children: ReactNode
}

function Bottom({ text, onTap, onBack, children }: BottomProps) {
  return (
    <>
      {children}
      <Button look="primary" size="large" onTap={onTap}>
        {text}
      </Button>
      {onBack === null ? null : <Button onTap={onBack}>{REGISTER.backButton}</Button>}
    </>
  )
}

/** Said before anybody is picked, as far as this phone knows; others of the family may still be added. */
function AlreadyIn({ activityId }: { readonly activityId: string }) {
  const own = useOwnHere(activityId)
  if (own === undefined) return null
  return (
    <>
      <Note>{alreadyIn(own.headline === 'waiting' ? null : own.number)}</Note>
      <Button to={registrationRoute(own.registrationId)}>{REGISTER.myRegistrationsButton}</Button>
    </>
  )
}

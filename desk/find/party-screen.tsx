import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { EndpointName, Input as InputOf } from '../../core/contract'
import type { CounterParty, OpenedParty } from '../../core/contract/registration/counter'
import { isPhone } from '../../core/shapes/phone'
import { call, newRequestId, type Reply } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { useForms } from '../counter/open-forms'
import { TakeOver } from '../counter/registered'
import { goTo } from '../router'
import { REGISTERED } from '../text/counter'
import { failureText } from '../text/failures'
import { FIND, HEADLINES } from '../text/find'
import { PARTY } from '../text/party'
import { whenText } from '../text/when'

interface PartyScreenProps {
  readonly party: CounterParty
  readonly onBack: () => void
}

/** One registration with whole names and telephone, and what can be done with it; opening it was written down. */
export function PartyScreen({ party, onBack }: PartyScreenProps) {
  const { activityId, registrationId } = party
  const [opened, again] = useLoaded('counter.open', { activityId, registrationId })
  if (opened.kind === 'loading') return null
  if (opened.kind === 'failed') {
    return (
      <>
        <div className="room__head">
          <h1>{FIND.title}</h1>
          <Button onClick={onBack}>{PARTY.back}</Button>
        </div>
        <Alert type="error" title={opened.sentence} />
      </>
    )
  }
  return <Party party={opened.value} onChanged={again} onBack={onBack} />
}

interface PartyProps {
  readonly party: OpenedParty
  readonly onChanged: () => Promise<void>
  readonly onBack: () => void
}

const isHere = (state: OpenedParty['headline']): boolean => state === 'confirmed' || state === 'waiting'

function Party({ party, onChanged, onBack }: PartyProps) {
  const { message, modal } = App.useApp()
  const { add, mayAdd } = useForms()
  const [isChangingPhone, setChangingPhone] = useState(false)
  const [isTakingOver, setTakingOver] = useState(false)
  const [takeOver, setTakeOver] = useState<string | null>(null)
  const { activityId, registrationId } = party
  const which = { activityId, registrationId }
  const called = party.called ?? FIND.unnamed
  const mayChange = isHere(party.headline)

  const afterReply = async <Name extends EndpointName>(reply: Reply<Name>, done: string) => {
    if (reply.ok) void message.success(done)
    else void message.error(failureText(reply))
    await onChanged()
  }
  const sure = (title: string, content: string, okText: string) =>
    modal.confirm({ title, content, okText, cancelText: PARTY.keep })
  const cancel = async () => {
    if (!(await sure(PARTY.cancelTitle(called), PARTY.cancelBody, PARTY.cancel))) return
    await afterReply(await call('counter.cancel', { ...which, requestId: newRequestId() }), PARTY.cancelled)
  }
  const drop = async (memberId: string) => {
    if (!(await sure(PARTY.dropTitle, PARTY.cancelBody, PARTY.drop))) return
    const input: InputOf<'counter.drop'> = { ...which, members: [memberId], requestId: newRequestId() }
    await afterReply(await call('counter.drop', input), PARTY.dropped)
  }
  const enlarge = async () => {
    if (!(await sure(PARTY.enlargeTitle, PARTY.enlargeBody, PARTY.enlarge))) return
    const reply = await call('counter.enlarge', {
      ...which,
      joining: [{ birthYear: null, guardianConsent: false }],
      consent: 'oral',
      requestId: newRequestId(),
    })
    await afterReply(reply, reply.ok ? PARTY.enlarged(reply.value.persons) : '')
  }
  const registerMore = () => {
    add({
      called: party.called ?? '',
      phone: party.phone ?? '',
      hasNoPhone: party.phone === null,
      persons: Math.max(1, party.persons),
      wantsHelp: party.helpWanted !== null,
      help: party.helpWanted ?? '',
    })
    goTo('counter')
  }
  return (
    <>
      <div className="room__head">
        <h1>
          {called} · {party.number}
        </h1>
        <div>
          <Button onClick={onBack}>{PARTY.back}</Button>
          <Button type="primary" disabled={!mayAdd} onClick={registerMore}>
            {PARTY.registerMore}
          </Button>
        </div>
      </div>
      <section className="sheet">
        <dl className="facts">
          <Fact name={FIND.activity}>
            {party.title}，{whenText(party.startsAt)}，{party.place}
          </Fact>
          <Fact name={FIND.state}>
            <State party={party} />
          </Fact>
          <Fact name={PARTY.phone}>
            {party.phone ?? (party.telling === 'wechat' ? PARTY.wechat : PARTY.noPhone)}{' '}
            {mayChange ? (
              <Button size="small" onClick={() => setChangingPhone(true)}>
                {PARTY.setPhone}
              </Button>
            ) : null}
          </Fact>
          {party.helpWanted === null ? null : <Fact name={PARTY.help}>{party.helpWanted}</Fact>}
          {party.consent === null ? null : (
            <Fact name={PARTY.consent}>
              {PARTY.consentLine(party.consent.how, party.consent.by ?? '', whenText(party.consent.at))}
            </Fact>
          )}
          <Fact name={PARTY.members}>
            {party.members.map(({ memberId, name, child, state }) => (
              <div key={memberId} className="facts__line">
                {name ?? FIND.companion}
                {child ? `（${PARTY.child}）` : ''} <span className="soft">{HEADLINES[state]}</span>{' '}
                {isHere(state) && party.persons > 1 ? (
                  <Button size="small" onClick={() => void drop(memberId)}>
                    {PARTY.drop}
                  </Button>
                ) : null}
              </div>
            ))}
          </Fact>
        </dl>
        {mayChange ? (
          <div className="sheet__acts">
            <Button onClick={() => void enlarge()}>{PARTY.enlarge}</Button>
            {party.byStaff ? <Button onClick={() => setTakingOver(true)}>{PARTY.takeOver}</Button> : null}
            <Button danger onClick={() => void cancel()}>
              {PARTY.cancel}
            </Button>
          </div>
        ) : null}
      </section>
      <Modal
        open={isTakingOver}
        title={PARTY.takeOver}
        footer={<Button onClick={() => setTakingOver(false)}>{REGISTERED.close}</Button>}
        onCancel={() => setTakingOver(false)}
        destroyOnHidden
      >
        <TakeOver {...which} address={takeOver} onMade={setTakeOver} />
      </Modal>
      {isChangingPhone ? (
        <PhoneForm
          onClose={() => setChangingPhone(false)}
          onSave={async (phone) => {
            setChangingPhone(false)
            const reply = await call('counter.setPhone', { ...which, phone, requestId: newRequestId() })
            await afterReply(reply, PARTY.phoneSet)
          }}
        />
      ) : null}
    </>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

interface PhoneFormProps {
  readonly onClose: () => void
  readonly onSave: (phone: string | null) => Promise<void>
}

function PhoneForm({ onClose, onSave }: PhoneFormProps) {
  const [typed, setTyped] = useState('')
  const isWrong = typed.trim() !== '' && !isPhone(typed)
  return (
    <Modal
      open
      title={PARTY.setPhone}
      okText={PARTY.save}
      okButtonProps={{ disabled: isWrong }}
      cancelText={PARTY.keep}
      onOk={() => void onSave(typed.trim() === '' ? null : typed)}
      onCancel={onClose}
    >
      <Input
        aria-label={PARTY.phoneHint}
        autoFocus
        placeholder={PARTY.phoneHint}
        value={typed}
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isWrong ? <p className="guest__fault">{PARTY.phoneWrong(typed)}</p> : null}
    </Modal>
  )
}

/** 报上了, or where they stand in the queue. */
export function State({ party: { headline, position } }: { readonly party: CounterParty }) {
  const look = { confirmed: ' state--good', attended: ' state--good', cancelled: ' state--bad' }
  return (
    <span className={`state${headline in look ? look[headline as keyof typeof look] : ''}`}>
      {position === null ? HEADLINES[headline] : FIND.waiting(position)}
    </span>
  )
}

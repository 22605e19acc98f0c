import { Alert, App, Button, Checkbox, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PlaceChanged, RecordCheck } from '../../core/contract/place'
import { CHECKED_HOWS, type CheckedHow } from '../../core/domain/office/checked'
import { newRequestId, type call } from '../api/client'
import { goTo } from '../router'
import { Field, FormSection, RecordForm } from '../shared/record-form'
import { useDraft } from '../shared/use-draft'
import { VersionConflict } from '../shared/version-conflict'
import { failureText } from '../text/failures'
import { AROUND, HOWS, PLACE } from '../text/places'
import { FORM } from '../text/shared'
import { dayText, whenText } from '../text/when'

interface Form<Content> {
  readonly content: Content
  readonly isChecked: boolean
  readonly how: CheckedHow
}

type Reply = Awaited<ReturnType<typeof call<'place.saveFacility' | 'place.saveCompound'>>>

interface AroundRecordProps<Content extends { readonly name: string }> {
  readonly draftName: string
  readonly title: string
  readonly back: string
  readonly begin: Content
  readonly version: number | null
  readonly check: RecordCheck | null
  readonly actions?: ReactNode
  /** How each field is called, and how people read what is in it. */
  readonly fields: Readonly<
    Record<keyof Content & string, readonly [label: string, text: (content: Content) => string]>
  >
  readonly children: (
    content: Content,
    set: (more: Partial<Content>) => void,
    isNameMissing: boolean,
  ) => ReactNode
  readonly onSave: (
    form: Form<Content>,
    version: number | null,
    isFarMeant: boolean,
    requestId: string,
  ) => Promise<Reply>
  readonly onSaved: (id: string | null) => void
}

/** A record with one tick for all of it: saved with its version, both sides shown where somebody else saved meanwhile. */
export function AroundRecord<Content extends { readonly name: string }>(props: AroundRecordProps<Content>) {
  const { message } = App.useApp()
  const stored = useDraft<Form<Content>>(props.draftName, {
    value: { content: props.begin, isChecked: false, how: 'phone' },
    version: props.version,
  })
  const { value: form } = stored
  const [failure, setFailure] = useState<string | null>(null)
  const [isNameMissing, setNameMissing] = useState(false)
  const [isFar, setFar] = useState(false)
  const [isSending, setSending] = useState(false)
  const [theirs, setTheirs] = useState<PlaceChanged<Content> | null>(null)
  const [requestId, setRequestId] = useState(newRequestId)
  const change = (more: Partial<Form<Content>>) => {
    stored.change({ ...form, ...more })
    setRequestId(newRequestId())
    setFailure(null)
    setFar(false)
  }
  const send = async (value: Form<Content>, version: number | null) => {
    const isEmpty = value.content.name.trim() === ''
    setNameMissing(isEmpty)
    if (isEmpty) return setFailure(AROUND.nameMissing)
    setSending(true)
    const reply = await props.onSave(value, version, isFar, requestId)
    setSending(false)
    if (!('lost' in reply)) setRequestId(newRequestId())
    if (reply.ok) {
      const saved = { ...value, isChecked: false }
      stored.change(saved)
      stored.savedAs(saved, reply.value.version)
      setFailure(null)
      setFar(false)
      void message.success(PLACE.saved)
      return props.onSaved('facilityId' in reply.value ? reply.value.facilityId : null)
    }
    // The contract's type of this refusal has no detail: what a save of a place sends with it is `PlaceChanged`.
    if ('refusal' in reply && reply.refusal === 'place_changed')
      return setTheirs(reply.detail as unknown as PlaceChanged<Content>)
    if ('refusal' in reply && reply.refusal === 'position_far') {
      setFar(true)
      return setFailure(PLACE.farSure)
    }
    setFailure(failureText(reply))
  }
  const save = () => void send(form, stored.version)
  const names = Object.keys(props.fields) as (keyof Content & string)[]
  return (
    <>
      <RecordForm
        title={props.title}
        failure={failure}
        onSave={save}
        note={
          stored.isRestored ? (
            <Alert
              className="form-note"
              type="info"
              title={FORM.restored}
              action={<Button onClick={stored.forget}>{FORM.useStored}</Button>}
            />
          ) : null
        }
        actions={
          <>
            <Button onClick={() => goTo(props.back)}>{PLACE.back}</Button>
            {props.actions}
            <Button type="primary" loading={isSending} onClick={save}>
              {PLACE.save}
            </Button>
          </>
        }
      >
        <FormSection title={AROUND.check}>
          <Field label={PLACE.how}>
            {({ id }) => (
              <Radio.Group
                id={id}
                aria-label={PLACE.how}
                value={form.how}
                options={CHECKED_HOWS.map((value) => ({ value, label: HOWS[value] }))}
                onChange={({ target }: { target: { value?: CheckedHow } }) =>
                  target.value !== undefined && change({ how: target.value })
                }
              />
            )}
          </Field>
          <Field label={AROUND.check}>
            {({ id }) => (
              <div className="field__row">
                <Checkbox
                  id={id}
                  checked={form.isChecked}
                  onChange={({ target }) => change({ isChecked: target.checked })}
                >
                  {AROUND.isChecked}
                </Checkbox>
                <span>{checkText(props.check)}</span>
              </div>
            )}
          </Field>
        </FormSection>
        {props.children(
          form.content,
          (more) => change({ content: { ...form.content, ...more } }),
          isNameMissing && form.content.name.trim() === '',
        )}
      </RecordForm>
      {theirs === null ? null : (
        <VersionConflict
          who={`${theirs.called} ${whenText(theirs.at)}`}
          differences={names
            .map((field) => {
              const [label, text] = props.fields[field]
              return { field, label, mine: text(form.content), theirs: text(theirs.content) }
            })
            .filter((one) => one.mine !== one.theirs)}
          onLater={() => setTheirs(null)}
          onChosen={(taken) => {
            const kept = names
              .filter((field) => taken.includes(field))
              .reduce((content, field) => ({ ...content, [field]: theirs.content[field] }), form.content)
            const merged = { ...form, content: kept }
            stored.change(merged)
            setTheirs(null)
            void send(merged, theirs.version)
          }}
        />
      )}
    </>
  )
}

export const checkText = (check: RecordCheck | null): string =>
  check === null
    ? PLACE.never
    : AROUND.by(check.how === null ? null : HOWS[check.how], check.called, dayText(check.on))

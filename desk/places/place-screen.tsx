import { Alert, App, Button, Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import type { FactCheck, PlaceChanged, PlaceView } from '../../core/contract/place'
import {
  CHECKED_HOWS,
  isStale,
  isStated,
  OFFICE_FACTS,
  type OfficeContent,
} from '../../core/domain/office/checked'
import { OFFICE_KINDS, OFFICE_STATUSES } from '../../core/domain/office/office'
import { shanghaiDay } from '../../core/kernel/shanghai-time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { useLoaded } from '../api/use-loaded'
import { goTo } from '../router'
import { Field, FormSection, RecordForm } from '../shared/record-form'
import { draftName, useDraft } from '../shared/use-draft'
import { VersionConflict } from '../shared/version-conflict'
import { failureText } from '../text/failures'
import { FACTS, HOWS, KINDS, PLACE, STATUSES } from '../text/places'
import { FORM } from '../text/shared'
import { phoneError } from '../text/vocabulary'
import { dayText, whenText } from '../text/when'
import { ClosingSection } from './closing-section'
import { DayCalendar } from './day-calendar'
import { EntranceFields, PositionField } from './entrance-fields'
import { HoursFields } from './hours-fields'
import { ChoiceField, TextField } from './text-field'
import { contentOf, differencesOf, formOf, mergedWith, sentContent, type PlaceForm } from './place-model'

interface PlaceScreenProps {
  readonly holder: DeskHolder
  readonly officeId: string
}

export function PlaceScreen({ holder, officeId }: PlaceScreenProps) {
  const [loaded, again] = useLoaded('place.show', { officeId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed')
    return (
      <Alert
        type="error"
        title={loaded.sentence}
        action={<Button onClick={() => goTo('places')}>{PLACE.back}</Button>}
      />
    )
  return <Editing holder={holder} view={loaded.value} onAgain={again} />
}

interface EditingProps {
  readonly holder: DeskHolder
  readonly view: PlaceView
  readonly onAgain: () => Promise<void>
}

/** Everything about one office; what changed or was ticked counts as checked when it is saved. */
function Editing({ holder, view, onAgain }: EditingProps) {
  const { message } = App.useApp()
  const stored = useDraft<PlaceForm>(draftName(holder, `place:${view.officeId}`), {
    value: formOf(view.content),
    version: view.version,
  })
  const { value: form } = stored
  const [checks, setChecks] = useState(view.checks)
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<string | null>(null)
  const [isFar, setFar] = useState(false)
  const [isSending, setSending] = useState(false)
  const [theirs, setTheirs] = useState<PlaceChanged | null>(null)
  const [requestId, setRequestId] = useState(newRequestId)
  const isStreet = holder.posts.some(({ role }) => role === 'editor' || role === 'admin')
  const change = (more: Partial<PlaceForm>) => {
    stored.change({ ...form, ...more })
    setRequestId(newRequestId())
    setFailure(null)
    setFar(false)
  }
  const set = (more: Partial<PlaceForm['content']>) => change({ content: { ...form.content, ...more } })
  const send = async (value: PlaceForm, version: number) => {
    const { content, faults: found } = contentOf(value)
    setFaults(found)
    if (found.size > 0) return setFailure(failureText({ ok: false, refusal: 'draft_incomplete' }))
    setSending(true)
    const reply = await call('place.save', {
      officeId: view.officeId,
      version,
      content: sentContent(content),
      checked: [...value.checked],
      how: value.how,
      isFarMeant: isFar,
      requestId,
    })
    setSending(false)
    // Whatever was answered is done with: the next one asks anew. Only what was lost is sent again as it was.
    if (!('lost' in reply)) setRequestId(newRequestId())
    if (reply.ok) {
      const saved = { ...formOf(content), how: value.how }
      stored.change(saved)
      stored.savedAs(saved, reply.value.version)
      setChecks(reply.value.checks)
      setFailure(null)
      setFar(false)
      void message.success(PLACE.saved)
      return
    }
    // The contract's type of this refusal has no detail: what `place.save` sends with it is `PlaceChanged`.
    if ('refusal' in reply && reply.refusal === 'place_changed')
      return setTheirs(reply.detail as unknown as PlaceChanged)
    if ('refusal' in reply && reply.refusal === 'position_far') {
      setFar(true)
      return setFailure(PLACE.farSure)
    }
    setFailure(failureText(reply))
  }
  const save = () => void send(form, stored.version ?? view.version)
  const mine = contentOf(form).content
  return (
    <>
      <RecordForm
        title={form.content.name}
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
            <Button onClick={() => goTo('places')}>{PLACE.back}</Button>
            <Button type="primary" loading={isSending} onClick={save}>
              {PLACE.save}
            </Button>
          </>
        }
      >
        <ClosingSection view={view} name={draftName(holder, `closing:${view.officeId}`)} onSet={onAgain} />
        <ChecksSection form={form} content={mine} checks={checks} onChange={change} />
        <HoursFields zones={form.zones} faults={faults} onChange={(zones) => change({ zones })} />
        <DayCalendar view={view} onSet={onAgain} />
        <EntranceFields
          entrances={form.content.entrances}
          faults={faults}
          onChange={(entrances) => set({ entrances })}
        />
        <FormSection title={PLACE.where}>
          <PositionField position={form.content.position} onChange={(position) => set({ position })} />
          <TextField
            label={PLACE.address}
            value={form.content.address}
            longest={60}
            onChange={(address) => set({ address })}
          />
          <TextField
            label={PLACE.landmark}
            value={form.content.landmark}
            longest={40}
            onChange={(landmark) => set({ landmark })}
          />
          <TextField
            label={PLACE.phone}
            hint={PLACE.phoneHint}
            value={form.content.phone}
            longest={20}
            error={faults.has('phone') ? phoneError(form.content.phone ?? '') : null}
            onChange={(phone) => set({ phone })}
          />
          <Field label={PLACE.about} isWide>
            {({ id }) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={2000}
                value={form.content.about ?? ''}
                onChange={({ target }) => set({ about: target.value })}
              />
            )}
          </Field>
          <Field label={PLACE.services} isWide>
            {({ id }) => (
              <Select
                id={id}
                mode="multiple"
                style={{ width: '100%' }}
                value={[...form.content.serviceIds]}
                optionFilterProp="label"
                options={view.services.map((service) => ({ value: service.id, label: service.name }))}
                onChange={(serviceIds: string[]) => set({ serviceIds })}
              />
            )}
          </Field>
        </FormSection>
        <FormSection title={PLACE.street}>
          {isStreet ? null : <p className="soft">{PLACE.streetHow}</p>}
          <TextField
            label={PLACE.name}
            value={form.content.name}
            longest={40}
            isLocked={!isStreet}
            onChange={(text) => set({ name: text })}
          />
          <TextField
            label={PLACE.shortName}
            value={form.content.shortName}
            longest={12}
            isLocked={!isStreet}
            onChange={(text) => set({ shortName: text })}
          />
          <ChoiceField
            label={PLACE.kind}
            isLocked={!isStreet}
            value={form.content.kind}
            options={OFFICE_KINDS.map((value) => ({ value, label: KINDS[value] }))}
            onChange={(kind) => set({ kind })}
          />
          <ChoiceField
            label={PLACE.neighbourhood}
            isLocked={!isStreet}
            value={form.content.neighbourhoodId ?? ''}
            options={[{ value: '', label: PLACE.noNeighbourhood }, ...named(view.neighbourhoods)]}
            onChange={(neighbourhoodId) =>
              set({ neighbourhoodId: neighbourhoodId === '' ? null : neighbourhoodId })
            }
          />
          <ChoiceField
            label={PLACE.status}
            isLocked={!isStreet}
            value={form.content.status}
            options={OFFICE_STATUSES.map((value) => ({ value, label: STATUSES[value] }))}
            onChange={(status) => set(status === 'open' ? { status, successorId: null } : { status })}
          />
          {form.content.status === 'open' ? null : (
            <ChoiceField
              label={PLACE.successor}
              isLocked={!isStreet}
              value={form.content.successorId ?? ''}
              options={[
                { value: '', label: PLACE.noSuccessor },
                ...named(view.offices.filter(({ id }) => id !== view.officeId)),
              ]}
              onChange={(successorId) => set({ successorId: successorId === '' ? null : successorId })}
            />
          )}
        </FormSection>
      </RecordForm>
      {theirs === null ? null : (
        <VersionConflict
          who={`${theirs.called} ${whenText(theirs.at)}`}
          differences={differencesOf(mine, theirs.content, view)}
          onLater={() => setTheirs(null)}
          onChosen={(taken) => {
            const merged = {
              ...formOf(mergedWith(mine, theirs.content, taken)),
              checked: form.checked,
              how: form.how,
            }
            stored.change(merged)
            setTheirs(null)
            void send(merged, theirs.version)
          }}
        />
      )}
    </>
  )
}

const named = (rows: PlaceView['offices']) => rows.map(({ id, name }) => ({ value: id, label: name }))

interface ChecksSectionProps {
  readonly form: PlaceForm
  readonly content: OfficeContent
  readonly checks: readonly FactCheck[]
  readonly onChange: (more: Partial<PlaceForm>) => void
}

/** Who said of each fact that it is right, when and how; and a tick for what is still so. */
function ChecksSection({ form, content, checks, onChange }: ChecksSectionProps) {
  const today = shanghaiDay(clock.now())
  return (
    <FormSection title={PLACE.checks}>
      <p className="soft">{PLACE.checksHow}</p>
      <Field label={PLACE.how}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={PLACE.how}
            value={form.how}
            options={CHECKED_HOWS.map((value) => ({ value, label: HOWS[value] }))}
            onChange={({ target }: { target: { value?: PlaceForm['how'] } }) =>
              target.value !== undefined && onChange({ how: target.value })
            }
          />
        )}
      </Field>
      {OFFICE_FACTS.map((fact) => {
        const check = checks.find((one) => one.fact === fact)
        const isThere = isStated(content, fact)
        const state = !isThere
          ? PLACE.empty
          : check === undefined
            ? PLACE.never
            : PLACE.by(check.how === null ? null : HOWS[check.how], check.called, dayText(check.on))
        return (
          <Field
            key={fact}
            label={FACTS[fact]}
            warnings={check !== undefined && isStale(check.on, today) ? [PLACE.old] : []}
          >
            {({ id }) => (
              <div className="field__row">
                <Checkbox
                  id={id}
                  disabled={!isThere}
                  checked={form.checked.includes(fact)}
                  onChange={({ target }) =>
                    onChange({
                      checked: target.checked
                        ? [...form.checked, fact]
                        : form.checked.filter((one) => one !== fact),
                    })
                  }
                >
                  {PLACE.isRight}
                </Checkbox>
                <span>{state}</span>
              </div>
            )}
          </Field>
        )
      })}
    </FormSection>
  )
}

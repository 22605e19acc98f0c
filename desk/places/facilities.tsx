import { Alert, App, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import type { FacilityContent, FacilityRow, KindRow, PLACE_STATES } from '../../core/contract/place'
import { CHECKED_HOWS, type CheckedHow } from '../../core/domain/office/checked'
import { ACCESS_ANSWERS } from '../../core/domain/office/office'
import { isSlug } from '../../core/shapes/slug'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { goTo, linkTo, replaceWith } from '../router'
import { ListPage, RowLink } from '../shared/list-page'
import { FormSection } from '../shared/record-form'
import { Table } from '../shared/table'
import { draftName } from '../shared/use-draft'
import { useListState } from '../shared/use-list-state'
import { failureText } from '../text/failures'
import { AROUND, HOWS, PLACE, PLACES } from '../text/places'
import { AroundRecord, checkText } from './around-record'
import { AroundTabs } from './around-tabs'
import { PositionField } from './entrance-fields'
import { orNull, positionText } from './place-model'
import { ChoiceField, TextField } from './text-field'

type State = (typeof PLACE_STATES)[number]
const STATES: readonly State[] = ['all', 'unverified', 'stale', 'reported', 'verified']
const isState = (text: string): text is State => (STATES as readonly string[]).includes(text)

/** 生活圈 but for offices; whatever is chosen stands in the address. */
export function FacilityList() {
  const [state, choose] = useListState({ state: 'all', kind: '', words: '', after: '' })
  const shelf = isState(state.state) ? state.state : 'all'
  const [loaded, again] = useLoaded('place.facilities', {
    kindId: isSlug(state.kind) ? state.kind : null,
    state: shelf,
    words: state.words.trim() === '' ? null : state.words.trim().slice(0, 40),
    size: 50,
    after: isSlug(state.after) ? state.after : null,
  })
  const [typed, setTyped] = useState(state.words)
  const kinds = loaded.kind === 'ready' ? loaded.value.kinds : []
  const next = loaded.kind === 'ready' ? loaded.value.next : null
  const filter = (more: Partial<typeof state>) => choose({ ...more, after: '' })
  return (
    <ListPage<FacilityRow>
      title={AROUND.facilityTitle}
      actions={
        <>
          {loaded.kind === 'ready' ? (
            <strong>{PLACES.verified(loaded.value.verified, loaded.value.all)}</strong>
          ) : null}
          <Button type="primary" onClick={() => goTo('places/facilities/new')}>
            {AROUND.add}
          </Button>
        </>
      }
      filters={
        <>
          <AroundTabs open="facilities" />
          <nav className="tabs" aria-label={PLACES.state}>
            {STATES.map((name) => (
              <a
                key={name}
                {...linkTo(name === 'all' ? 'places/facilities' : `places/facilities?state=${name}`)}
                {...(name === shelf ? { 'aria-current': 'page' as const } : {})}
              >
                {PLACES.states[name]}
              </a>
            ))}
          </nav>
          <Select
            aria-label={AROUND.kind}
            style={{ width: 180 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={state.kind}
            options={[{ value: '', label: AROUND.allKinds }, ...kindOptions(kinds)]}
            onChange={(kind) => filter({ kind })}
          />
          <Input.Search
            aria-label={PLACES.words}
            placeholder={PLACES.words}
            style={{ width: 220 }}
            enterButton={PLACES.find}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onSearch={(words) => filter({ words })}
          />
        </>
      }
      loaded={
        loaded.kind === 'ready'
          ? { kind: 'ready', value: { rows: loaded.value.facilities, hasNext: next !== null } }
          : loaded
      }
      rowKey={({ facilityId }) => facilityId}
      isFiltered={state.state !== 'all' || state.kind !== '' || state.words !== ''}
      none={AROUND.none}
      onClear={() => {
        setTyped('')
        choose({ state: 'all', kind: '', words: '', after: '' })
      }}
      isFirst={state.after === ''}
      onFirst={() => choose({ after: '' })}
      onNext={() => next !== null && choose({ after: next })}
      onAgain={() => void again()}
      columns={[
        {
          title: PLACES.name,
          render: (_, { facilityId, content }) => (
            <>
              <RowLink path={`places/facilities/${facilityId}`}>{content.name}</RowLink>{' '}
              <span className="soft">
                {kinds.find(({ kindId }) => kindId === content.kindId)?.name ?? ''}
              </span>
            </>
          ),
        },
        { title: PLACES.address, render: (_, { content }) => content.address ?? PLACES.noAddress },
        {
          title: PLACES.checked,
          width: 300,
          render: (_, { check, isStale, reports }) => (
            <>
              {checkText(check)}
              {isStale ? <div className="field__warning">{PLACES.stale}</div> : null}
              {reports.length > 0 ? <div className="field__warning">{PLACES.reports(reports)}</div> : null}
            </>
          ),
        },
      ]}
    />
  )
}

const kindOptions = (kinds: readonly KindRow[]) =>
  kinds.map(({ kindId, name }) => ({ value: kindId, label: name }))

const EMPTY: Omit<FacilityContent, 'kindId'> = {
  name: '',
  address: null,
  position: null,
  phone: null,
  hours: null,
  stepFree: 'unverified',
  ramp: 'unverified',
  accessibleToilet: 'unverified',
  source: null,
}

interface FacilityScreenProps {
  readonly holder: DeskHolder
  /** `null` for a new one. */
  readonly facilityId: string | null
}

export function FacilityScreen({ holder, facilityId }: FacilityScreenProps) {
  return facilityId === null ? (
    <NewFacility holder={holder} />
  ) : (
    <KnownFacility holder={holder} facilityId={facilityId} />
  )
}

function NewFacility({ holder }: { readonly holder: DeskHolder }) {
  const [loaded] = useLoaded('place.facilities', {
    kindId: null,
    state: 'all',
    words: null,
    size: 50,
    after: null,
  })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const [first] = loaded.value.kinds
  if (first === undefined) return <Alert type="error" title={AROUND.none} />
  return (
    <Editing
      holder={holder}
      kinds={loaded.value.kinds}
      facility={null}
      begin={{ ...EMPTY, kindId: first.kindId }}
    />
  )
}

function KnownFacility({ holder, facilityId }: { readonly holder: DeskHolder; readonly facilityId: string }) {
  const [loaded, again] = useLoaded('place.facility', { facilityId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const { facility, kinds } = loaded.value
  return (
    <Editing holder={holder} kinds={kinds} facility={facility} begin={facility.content} onAgain={again} />
  )
}

interface EditingProps {
  readonly holder: DeskHolder
  readonly kinds: readonly KindRow[]
  readonly facility: FacilityRow | null
  readonly begin: FacilityContent
  readonly onAgain?: () => Promise<void>
}

function Editing({ holder, kinds, facility, begin, onAgain }: EditingProps) {
  const { message, modal } = App.useApp()
  const remove = async () => {
    if (facility === null) return
    const sure = await modal.confirm({
      title: AROUND.removeSure(facility.content.name),
      okText: AROUND.remove,
      okButtonProps: { danger: true },
      cancelText: AROUND.removeNo,
    })
    if (!sure) return
    const { facilityId, version } = facility
    const reply = await call('place.removeFacility', { facilityId, version, requestId: newRequestId() })
    if (!reply.ok) return void message.error(failureText(reply))
    void message.success(AROUND.removed)
    goTo('places/facilities')
  }
  const plain = (value: string | null): string => value ?? PLACE.empty
  return (
    <AroundRecord<FacilityContent>
      draftName={draftName(holder, `facility:${facility?.facilityId ?? 'new'}`)}
      title={facility === null ? AROUND.newFacility : facility.content.name}
      back="places/facilities"
      begin={begin}
      version={facility?.version ?? null}
      check={facility?.check ?? null}
      actions={facility === null ? null : <Button onClick={() => void remove()}>{AROUND.remove}</Button>}
      fields={{
        kindId: [AROUND.kind, ({ kindId }) => kinds.find((kind) => kind.kindId === kindId)?.name ?? kindId],
        name: [PLACE.name, ({ name }) => name],
        address: [PLACE.address, ({ address }) => plain(address)],
        position: [PLACE.where, ({ position }) => positionText(position)],
        phone: [PLACE.phone, ({ phone }) => plain(phone)],
        hours: [AROUND.facilityHours, ({ hours }) => plain(hours)],
        stepFree: [PLACE.stepFree, ({ stepFree }) => PLACE.stepAnswers[stepFree]],
        ramp: [PLACE.ramp, ({ ramp }) => PLACE.answers[ramp]],
        accessibleToilet: [PLACE.toilet, ({ accessibleToilet }) => PLACE.answers[accessibleToilet]],
        source: [AROUND.source, ({ source }) => plain(source)],
      }}
      onSave={({ content, isChecked, how }, version, isFarMeant, requestId) =>
        call('place.saveFacility', {
          facilityId: facility?.facilityId ?? null,
          version,
          content: {
            ...content,
            name: content.name.trim(),
            address: orNull(content.address),
            phone: orNull(content.phone),
            hours: orNull(content.hours),
            source: orNull(content.source),
          },
          isChecked,
          how,
          isFarMeant,
          requestId,
        })
      }
      onSaved={(id) => {
        if (facility === null && id !== null) replaceWith(`places/facilities/${id}`)
        else void onAgain?.()
      }}
    >
      {(content, set, isNameMissing) => (
        <FormSection title={AROUND.facilityTitle}>
          <TextField
            label={PLACE.name}
            value={content.name}
            longest={40}
            error={isNameMissing ? AROUND.nameMissing : null}
            onChange={(name) => set({ name })}
          />
          <ChoiceField
            label={AROUND.kind}
            value={content.kindId}
            options={kindOptions(kinds)}
            onChange={(kindId) => set({ kindId })}
          />
          <TextField
            label={PLACE.address}
            value={content.address}
            longest={60}
            onChange={(address) => set({ address })}
          />
          <PositionField position={content.position} onChange={(position) => set({ position })} />
          <TextField
            label={PLACE.phone}
            value={content.phone}
            longest={20}
            onChange={(phone) => set({ phone })}
          />
          <TextField
            label={AROUND.facilityHours}
            value={content.hours}
            longest={60}
            onChange={(hours) => set({ hours })}
          />
          <ChoiceField
            label={PLACE.stepFree}
            value={content.stepFree}
            options={ACCESS_ANSWERS.map((value) => ({ value, label: PLACE.stepAnswers[value] }))}
            onChange={(stepFree) => set({ stepFree })}
          />
          <ChoiceField
            label={PLACE.ramp}
            value={content.ramp}
            options={ACCESS_ANSWERS.map((value) => ({ value, label: PLACE.answers[value] }))}
            onChange={(ramp) => set({ ramp })}
          />
          <ChoiceField
            label={PLACE.toilet}
            value={content.accessibleToilet}
            options={ACCESS_ANSWERS.map((value) => ({ value, label: PLACE.answers[value] }))}
            onChange={(accessibleToilet) => set({ accessibleToilet })}
          />
          <TextField
            label={AROUND.source}
            value={content.source}
            longest={120}
            onChange={(source) => set({ source })}
          />
        </FormSection>
      )}
    </AroundRecord>
  )
}

/** Whether every place of a kind is recorded, and who said so. */
export function KindList() {
  const { message } = App.useApp()
  const [how, setHow] = useState<CheckedHow>('document')
  const [loaded, again] = useLoaded('place.facilities', {
    kindId: null,
    state: 'all',
    words: null,
    size: 50,
    after: null,
  })
  const mark = async ({ kindId, version, complete }: KindRow) => {
    const reply = await call('place.markComplete', {
      kindId,
      version,
      complete: !complete,
      how,
      requestId: newRequestId(),
    })
    if (reply.ok) void message.success(AROUND.marked)
    else void message.error(failureText(reply))
    await again()
  }
  return (
    <>
      <div className="room__head">
        <h1>{AROUND.kindTitle}</h1>
      </div>
      <section className="sheet">
        <div className="filters">
          <AroundTabs open="kinds" />
          <Radio.Group
            aria-label={PLACE.how}
            value={how}
            options={CHECKED_HOWS.map((value) => ({ value, label: HOWS[value] }))}
            onChange={({ target }: { target: { value?: CheckedHow } }) =>
              target.value !== undefined && setHow(target.value)
            }
          />
        </div>
        <p className="soft">{AROUND.kindHow}</p>
        {loaded.kind === 'failed' ? (
          <Alert type="error" title={loaded.sentence} />
        ) : (
          <Table<KindRow>
            rowKey={({ kindId }) => kindId}
            size="small"
            pagination={false}
            loading={loaded.kind === 'loading'}
            dataSource={loaded.kind === 'ready' ? [...loaded.value.kinds] : []}
            columns={[
              { title: AROUND.kind, render: (_, { name }) => name },
              { title: AROUND.facilities, render: (_, { facilities }) => AROUND.count(facilities) },
              {
                title: AROUND.kinds,
                render: (_, { complete, check }) => (
                  <>
                    <span className={complete ? 'state state--good' : 'state'}>
                      {complete ? AROUND.complete : AROUND.notComplete}
                    </span>{' '}
                    {check === null ? '' : checkText(check)}
                  </>
                ),
              },
              {
                title: AROUND.mark,
                render: (_, kind) => (
                  <Button onClick={() => void mark(kind)}>
                    {kind.complete ? AROUND.markNot(kind.name) : AROUND.markComplete(kind.name)}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </section>
    </>
  )
}

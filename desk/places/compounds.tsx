import { Alert, Input } from 'antd'
import { useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import type { CompoundContent, CompoundRow, PLACE_STATES } from '../../core/contract/place'
import { isSlug } from '../../core/shapes/slug'
import { call } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { ListPage, RowLink } from '../shared/list-page'
import { FormSection } from '../shared/record-form'
import { draftName } from '../shared/use-draft'
import { useListState } from '../shared/use-list-state'
import { AROUND, PLACE, PLACES } from '../text/places'
import { AroundRecord, checkText } from './around-record'
import { AroundTabs } from './around-tabs'
import { PositionField } from './entrance-fields'
import { orNull, positionText } from './place-model'
import { ChoiceField, TextField } from './text-field'

type State = (typeof PLACE_STATES)[number]
const STATES = ['all', 'unverified', 'verified'] as const satisfies readonly State[]

/** 小区, with which neighbourhood each belongs to. */
export function CompoundList() {
  const [state, choose] = useListState({ state: 'all', words: '', after: '' })
  const shelf = STATES.find((name) => name === state.state) ?? 'all'
  const [loaded, again] = useLoaded('place.compounds', {
    state: shelf,
    words: state.words.trim() === '' ? null : state.words.trim().slice(0, 40),
    size: 50,
    after: isSlug(state.after) ? state.after : null,
  })
  const [typed, setTyped] = useState(state.words)
  const neighbourhoods = loaded.kind === 'ready' ? loaded.value.neighbourhoods : []
  const next = loaded.kind === 'ready' ? loaded.value.next : null
  return (
    <ListPage<CompoundRow>
      title={AROUND.compoundTitle}
      actions={
        loaded.kind === 'ready' ? (
          <strong>{PLACES.verified(loaded.value.verified, loaded.value.all)}</strong>
        ) : null
      }
      filters={
        <>
          <AroundTabs open="compounds" />
          <nav className="tabs" aria-label={PLACES.state}>
            {STATES.map((name) => (
              <a
                key={name}
                {...linkTo(name === 'all' ? 'places/compounds' : `places/compounds?state=${name}`)}
                {...(name === shelf ? { 'aria-current': 'page' as const } : {})}
              >
                {PLACES.states[name]}
              </a>
            ))}
          </nav>
          <Input.Search
            aria-label={PLACE.name}
            placeholder={PLACE.name}
            style={{ width: 220 }}
            enterButton={PLACES.find}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onSearch={(words) => choose({ words, after: '' })}
          />
        </>
      }
      loaded={
        loaded.kind === 'ready'
          ? { kind: 'ready', value: { rows: loaded.value.compounds, hasNext: next !== null } }
          : loaded
      }
      rowKey={({ compoundId }) => compoundId}
      isFiltered={state.state !== 'all' || state.words !== ''}
      none={AROUND.none}
      onClear={() => {
        setTyped('')
        choose({ state: 'all', words: '', after: '' })
      }}
      isFirst={state.after === ''}
      onFirst={() => choose({ after: '' })}
      onNext={() => next !== null && choose({ after: next })}
      onAgain={() => void again()}
      columns={[
        {
          title: PLACES.name,
          render: (_, { compoundId, content }) => (
            <RowLink path={`places/compounds/${compoundId}`}>{content.name}</RowLink>
          ),
        },
        {
          title: AROUND.neighbourhood,
          render: (_, { content }) =>
            neighbourhoods.find(({ id }) => id === content.neighbourhoodId)?.name ?? AROUND.belongingUnknown,
        },
        {
          title: PLACES.checked,
          width: 300,
          render: (_, { isVerified, check }) =>
            check !== null ? checkText(check) : isVerified ? PLACES.states.verified : AROUND.guess,
        },
      ]}
    />
  )
}

interface CompoundScreenProps {
  readonly holder: DeskHolder
  readonly compoundId: string
}

export function CompoundScreen({ holder, compoundId }: CompoundScreenProps) {
  const [loaded, again] = useLoaded('place.compound', { compoundId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const { compound, neighbourhoods } = loaded.value
  const plain = (value: string | null): string => value ?? PLACE.empty
  return (
    <AroundRecord<CompoundContent>
      draftName={draftName(holder, `compound:${compoundId}`)}
      title={compound.content.name}
      back="places/compounds"
      begin={compound.content}
      version={compound.version}
      check={compound.check}
      fields={{
        name: [PLACE.name, ({ name }) => name],
        neighbourhoodId: [
          AROUND.neighbourhood,
          ({ neighbourhoodId }) =>
            neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? AROUND.belongingUnknown,
        ],
        position: [PLACE.where, ({ position }) => positionText(position)],
        gridContact: [AROUND.gridContact, ({ gridContact }) => plain(gridContact)],
        gridPhone: [AROUND.gridPhone, ({ gridPhone }) => plain(gridPhone)],
        source: [AROUND.source, ({ source }) => plain(source)],
      }}
      onSave={({ content, isChecked, how }, version, isFarMeant, requestId) =>
        call('place.saveCompound', {
          compoundId,
          version: version ?? compound.version,
          content: {
            ...content,
            name: content.name.trim(),
            gridContact: orNull(content.gridContact),
            gridPhone: orNull(content.gridPhone),
            source: orNull(content.source),
          },
          isChecked,
          how,
          isFarMeant,
          requestId,
        })
      }
      onSaved={() => void again()}
    >
      {(content, set, isNameMissing) => (
        <FormSection title={AROUND.compoundTitle}>
          <TextField
            label={PLACE.name}
            value={content.name}
            longest={40}
            error={isNameMissing ? AROUND.nameMissing : null}
            onChange={(name) => set({ name })}
          />
          <ChoiceField
            label={AROUND.neighbourhood}
            value={content.neighbourhoodId ?? ''}
            options={[
              { value: '', label: AROUND.belongingUnknown },
              ...neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(neighbourhoodId) =>
              set({ neighbourhoodId: neighbourhoodId === '' ? null : neighbourhoodId })
            }
          />
          <PositionField position={content.position} onChange={(position) => set({ position })} />
          <TextField
            label={AROUND.gridContact}
            value={content.gridContact}
            longest={30}
            onChange={(gridContact) => set({ gridContact })}
          />
          <TextField
            label={AROUND.gridPhone}
            value={content.gridPhone}
            longest={20}
            onChange={(gridPhone) => set({ gridPhone })}
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

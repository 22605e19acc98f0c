import { Input, Select } from 'antd'
import { useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import type { PLACE_STATES, PlaceRow } from '../../core/contract/place'
import { NEEDED_FACTS } from '../../core/domain/office/checked'
import { OFFICE_KINDS, type OfficeKind } from '../../core/domain/office/office'
import { isSlug } from '../../core/shapes/slug'
import { useLoaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { ListPage, RowLink } from '../shared/list-page'
import { useListState } from '../shared/use-list-state'
import { FACTS, KINDS, PLACES, STATUSES } from '../text/places'
import { dayText } from '../text/when'
import { AroundTabs, keepsAround } from './around-tabs'
import { CompoundList, CompoundScreen } from './compounds'
import { FacilityList, FacilityScreen, KindList } from './facilities'
import { PlaceScreen } from './place-screen'

interface PlacesScreenProps {
  readonly holder: DeskHolder
  readonly path: string
}

/**
 * `places`, `places/<id>`; for editors `places/facilities`, `places/facilities/<id>`, `places/facilities/new`,
 * `places/compounds`, `places/compounds/<id>`, `places/kinds`.
 */
export function PlacesScreen({ holder, path }: PlacesScreenProps) {
  const [, officeId, id] = path.split('/')
  if (keepsAround(holder)) {
    if (officeId === 'facilities')
      return id === undefined ? (
        <FacilityList />
      ) : (
        <FacilityScreen key={id} holder={holder} facilityId={id === 'new' ? null : id} />
      )
    if (officeId === 'compounds')
      return id === undefined ? <CompoundList /> : <CompoundScreen key={id} holder={holder} compoundId={id} />
    if (officeId === 'kinds') return <KindList />
  }
  return officeId === undefined ? (
    <PlaceList holder={holder} />
  ) : (
    <PlaceScreen key={officeId} holder={holder} officeId={officeId} />
  )
}

type State = (typeof PLACE_STATES)[number]
const STATES: readonly State[] = ['all', 'unverified', 'stale', 'reported', 'verified']
const isState = (text: string): text is State => (STATES as readonly string[]).includes(text)
const isKind = (text: string): text is OfficeKind => (OFFICE_KINDS as readonly string[]).includes(text)

/** All offices within reach, with what of each somebody has checked; whatever is chosen stands in the address. */
function PlaceList({ holder }: { readonly holder: DeskHolder }) {
  const [state, choose] = useListState({ state: 'all', kind: '', words: '', after: '' })
  const shelf = isState(state.state) ? state.state : 'all'
  const [loaded, again] = useLoaded('place.list', {
    kind: isKind(state.kind) ? state.kind : null,
    state: shelf,
    words: state.words.trim() === '' ? null : state.words.trim().slice(0, 40),
    size: 50,
    after: isSlug(state.after) ? state.after : null,
  })
  const [typed, setTyped] = useState(state.words)
  const ready = loaded.kind === 'ready' ? loaded.value : null
  const filter = (more: Partial<typeof state>) => choose({ ...more, after: '' })
  return (
    <ListPage<PlaceRow>
      title={PLACES.title}
      actions={ready === null ? null : <strong>{PLACES.verified(ready.verified, ready.all)}</strong>}
      filters={
        <>
          {keepsAround(holder) ? <AroundTabs open="offices" /> : null}
          <nav className="tabs" aria-label={PLACES.state}>
            {STATES.map((name) => (
              <a
                key={name}
                {...linkTo(name === 'all' ? 'places' : `places?state=${name}`)}
                {...(name === shelf ? { 'aria-current': 'page' as const } : {})}
              >
                {PLACES.states[name]}
              </a>
            ))}
          </nav>
          <Select
            aria-label={PLACES.kind}
            style={{ width: 160 }}
            value={state.kind}
            options={[
              { value: '', label: PLACES.allKinds },
              ...OFFICE_KINDS.map((value) => ({ value: value as string, label: KINDS[value] })),
            ]}
            onChange={(kind) => filter({ kind })}
          />
          <Input.Search
            aria-label={PLACES.words}
            placeholder={PLACES.words}
            style={{ width: 240 }}
            enterButton={PLACES.find}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onSearch={(words) => filter({ words })}
          />
        </>
      }
      loaded={
        ready === null || loaded.kind !== 'ready'
          ? (loaded as Exclude<typeof loaded, { kind: 'ready' }>)
          : { kind: 'ready', value: { rows: ready.places, hasNext: ready.next !== null } }
      }
      rowKey={({ officeId }) => officeId}
      isFiltered={state.state !== 'all' || state.kind !== '' || state.words !== ''}
      none={PLACES.none}
      onClear={() => {
        setTyped('')
        choose({ state: 'all', kind: '', words: '', after: '' })
      }}
      isFirst={state.after === ''}
      onFirst={() => choose({ after: '' })}
      onNext={() => ready !== null && ready.next !== null && choose({ after: ready.next })}
      onAgain={() => void again()}
      columns={[
        {
          title: PLACES.name,
          render: (_, { officeId, name, kind, status }) => (
            <>
              <RowLink path={`places/${officeId}`}>{name}</RowLink>{' '}
              <span className="soft">{status === 'open' ? KINDS[kind] : STATUSES[status]}</span>
            </>
          ),
        },
        { title: PLACES.address, render: (_, { address }) => address ?? PLACES.noAddress },
        { title: PLACES.checked, width: 300, render: (_, row) => <Checked row={row} /> },
      ]}
    />
  )
}

function Checked({ row: { status, checked, verifiedOn, isStale, reports } }: { readonly row: PlaceRow }) {
  if (status !== 'open') return null
  const missing = NEEDED_FACTS.filter((fact) => !checked.includes(fact)).map((fact) => FACTS[fact])
  return (
    <>
      {verifiedOn === null ? (
        PLACES.missing(missing)
      ) : (
        <span className="state state--good">{PLACES.since(dayText(verifiedOn))}</span>
      )}
      {isStale ? <div className="field__warning">{PLACES.stale}</div> : null}
      {reports.length > 0 ? <div className="field__warning">{PLACES.reports(reports)}</div> : null}
    </>
  )
}

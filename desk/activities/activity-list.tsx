import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { RECORD_SHELVES, TOPIC_NAMES, TOPICS, type Topic } from '../../core/domain/activity/activity'
import { type RecordRow } from '../../core/contract/activity/draft'
import type { DeskHolder } from '../../core/contract/desk'
import { isSlug } from '../../core/shapes/slug'
import { useLoaded } from '../api/use-loaded'
import { goTo, linkTo } from '../router'
import { ListPage, RowLink } from '../shared/list-page'
import { useListState } from '../shared/use-list-state'
import { ACTIVITIES, BEGINNINGS, STATE_NAMES } from '../text/activities'
import { spanText, whenText } from '../text/when'

const SHELVES: readonly string[] = RECORD_SHELVES
const isShelf = (text: string): text is (typeof RECORD_SHELVES)[number] => SHELVES.includes(text)
const isTopic = (text: string): text is Topic => (TOPICS as readonly string[]).includes(text)

/** `at~id` of the address as the place after which a page begins. */
function placeIn(text: string): { at: string; id: string } | null {
  const [at = '', id = ''] = text.split('~')
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && isSlug(id) ? { at, id } : null
}

/** Drafts, what is to come and what was; whatever is chosen stands in the address. */
export function ActivityList({ holder }: { readonly holder: DeskHolder }) {
  const [state, choose] = useListState({ shelf: 'coming', office: '', topic: '', words: '', after: '' })
  const shelf = isShelf(state.shelf) ? state.shelf : 'coming'
  const [loaded, again] = useLoaded('draft.records', {
    shelf,
    officeIds: isSlug(state.office) ? [state.office] : [],
    topic: isTopic(state.topic) ? state.topic : null,
    words: state.words.trim() === '' ? null : state.words.trim().slice(0, 40),
    size: 50,
    after: placeIn(state.after),
  })
  const [typed, setTyped] = useState(state.words)
  const next = loaded.kind === 'ready' ? loaded.value.next : null
  const filter = (more: Partial<typeof state>) => choose({ ...more, after: '' })
  const offices = holder.offices.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ListPage<RecordRow>
      title={ACTIVITIES.title}
      actions={
        <Button type="primary" onClick={() => goTo('activities/new')}>
          {ACTIVITIES.make}
        </Button>
      }
      filters={
        <>
          <nav className="tabs" aria-label={ACTIVITIES.shelfMenu}>
            {RECORD_SHELVES.map((name) => (
              <a
                key={name}
                {...linkTo(name === 'coming' ? 'activities' : `activities?shelf=${name}`)}
                {...(name === shelf ? { 'aria-current': 'page' as const } : {})}
              >
                {ACTIVITIES.shelves[name]}
              </a>
            ))}
          </nav>
          <Select
            aria-label={ACTIVITIES.office}
            style={{ width: 200 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={state.office}
            options={[{ value: '', label: ACTIVITIES.allOffices }, ...offices]}
            onChange={(office) => filter({ office })}
          />
          <Select
            aria-label={ACTIVITIES.topic}
            style={{ width: 130 }}
            value={state.topic}
            options={[
              { value: '', label: ACTIVITIES.allTopics },
              ...TOPICS.map((value) => ({ value: value as string, label: TOPIC_NAMES[value] })),
            ]}
            onChange={(topic) => filter({ topic })}
          />
          <Input.Search
            aria-label={ACTIVITIES.words}
            placeholder={ACTIVITIES.words}
            style={{ width: 240 }}
            enterButton={ACTIVITIES.find}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onSearch={(words) => filter({ words })}
          />
        </>
      }
      loaded={
        loaded.kind === 'ready'
          ? { kind: 'ready', value: { rows: loaded.value.records, hasNext: next !== null } }
          : loaded
      }
      rowKey={({ draftId, recordId }) => draftId ?? recordId}
      isFiltered={state.office !== '' || state.topic !== '' || state.words !== ''}
      none={ACTIVITIES.none[shelf]}
      onClear={() => {
        setTyped('')
        filter({ office: '', topic: '', words: '' })
      }}
      isFirst={state.after === ''}
      onFirst={() => choose({ after: '' })}
      onNext={() => next !== null && choose({ after: `${next.at}~${next.id}` })}
      onAgain={() => void again()}
      columns={[
        { title: ACTIVITIES.when, width: 236, render: (_, row) => <When row={row} /> },
        { title: ACTIVITIES.what, render: (_, row) => <What row={row} /> },
        { title: ACTIVITIES.where, render: (_, { office, place }) => place || (office ?? '') },
        ...(shelf === 'drafts'
          ? [
              {
                title: ACTIVITIES.by,
                width: 150,
                render: (_: unknown, { by }: RecordRow) =>
                  by === null ? '' : `${by.called} ${whenText(by.at)}`,
              },
            ]
          : [
              {
                title: ACTIVITIES.seats,
                width: 150,
                render: (_: unknown, row: RecordRow) => <Seats row={row} />,
              },
            ]),
        { title: ACTIVITIES.state, width: 130, render: (_, row) => <RecordState row={row} /> },
      ]}
    />
  )
}

function When({ row: { startsAt, endsAt, until, draftId } }: { readonly row: RecordRow }) {
  if (startsAt === null) return <>{ACTIVITIES.noDay}</>
  return (
    <>
      {endsAt === null ? whenText(startsAt) : spanText(startsAt, endsAt)}
      {draftId !== null && until !== null ? (
        <div className="soft">{ACTIVITIES.weeklyUntil(until)}</div>
      ) : null}
    </>
  )
}

const What = ({ row: { draftId, recordId, title, topic } }: { readonly row: RecordRow }) => (
  <>
    <RowLink path={draftId === null ? `activities/${recordId}` : `activities/drafts/${draftId}`}>
      {title === '' ? ACTIVITIES.untitled : title}
    </RowLink>{' '}
    <span className="soft">{TOPIC_NAMES[topic]}</span>
  </>
)

const Seats = ({ row: { seats, waitingParties } }: { readonly row: RecordRow }) => (
  <>
    {seats === null ? ACTIVITIES.noSeats : ACTIVITIES.seatsText(seats.inUse, seats.capacity, waitingParties)}
  </>
)

const MARKS = { published: ' state--good', handed_in: '', sent_back: ' state--bad', withdrawn: ' state--bad' }

const RecordState = ({ row: { state, corrections } }: { readonly row: RecordRow }) => (
  <>
    <span className={`state${state in MARKS ? MARKS[state as keyof typeof MARKS] : ''}`}>
      {STATE_NAMES[state]}
    </span>
    {corrections === 0 ? null : <div className="soft">{ACTIVITIES.corrections(corrections)}</div>}
  </>
)

/** The four beginnings. */
export function NewActivity() {
  return (
    <>
      <div className="room__head">
        <h1>{BEGINNINGS.title}</h1>
        <Button onClick={() => goTo('activities')}>{BEGINNINGS.back}</Button>
      </div>
      <p>{BEGINNINGS.how}</p>
      <div className="beginnings">
        {(['registered', 'weekly', 'open', 'market'] as const).map((name) => (
          <a key={name} className="beginning" {...linkTo(`activities/new/${name}`)}>
            <strong>{BEGINNINGS[name][0]}</strong>
            <span>{BEGINNINGS[name][1]}</span>
          </a>
        ))}
      </div>
      <p className="soft">{BEGINNINGS.copy}</p>
    </>
  )
}

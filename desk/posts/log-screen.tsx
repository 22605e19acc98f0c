import { Alert, Button, Input, Select } from 'antd'
import { Table } from '../shared/table'
import { useCallback, useEffect, useState } from 'react'
import type { ActRow } from '../../core/contract/staff'
import { call } from '../api/client'
import { failureText } from '../text/failures'
import { ACTS, actText, CHANGED, LOG, recordText, SOURCES } from '../text/log'
import { ROLE_NAMES } from '../text/shell'
import { PURPOSES } from '../text/stalls'
import { whenText } from '../text/when'

interface Filter {
  /** ISO day, or empty for any. */
  readonly day: string
  readonly endpoint: string | null
}

interface Shown {
  readonly acts: readonly ActRow[]
  /** Where the next page begins; `null` at the end. */
  readonly next: string | null
  readonly sentence: string | null
  readonly isLoading: boolean
}

const NOTHING: Shown = { acts: [], next: null, sentence: null, isLoading: true }

/** What staff did, the newest first. */
export function LogScreen() {
  const [filter, setFilter] = useState<Filter>({ day: '', endpoint: null })
  const [shown, setShown] = useState(NOTHING)
  const read = useCallback(async ({ day, endpoint }: Filter, before: string | null) => {
    const reply = await call('staff.log', { before, postId: null, endpoint, day: day === '' ? null : day })
    setShown((now) =>
      reply.ok
        ? {
            acts: before === null ? reply.value.acts : [...now.acts, ...reply.value.acts],
            next: reply.value.next,
            sentence: null,
            isLoading: false,
          }
        : { ...now, sentence: failureText(reply), isLoading: false },
    )
  }, [])
  useEffect(() => void Promise.resolve().then(() => read({ day: '', endpoint: null }, null)), [read])
  const choose = (chosen: Filter) => {
    setFilter(chosen)
    setShown(NOTHING)
    void read(chosen, null)
  }
  return (
    <>
      <div className="room__head">
        <h1>{LOG.title}</h1>
        <div>
          <label className="room__filter">
            {LOG.day}
            <Input
              type="date"
              value={filter.day}
              onChange={({ target }) => choose({ ...filter, day: target.value })}
            />
          </label>
          <Select
            className="room__filter"
            aria-label={LOG.what}
            value={filter.endpoint}
            onChange={(endpoint: string | null) => choose({ ...filter, endpoint })}
            options={[
              { value: null, label: LOG.anything },
              ...Object.entries(ACTS).map(([value, label]) => ({ value, label })),
            ]}
          />
        </div>
      </div>
      <section className="sheet">
        <p className="soft">{LOG.how}</p>
        {shown.sentence === null ? null : <Alert type="error" title={shown.sentence} />}
        <Table<ActRow>
          rowKey="id"
          size="small"
          pagination={false}
          loading={shown.isLoading}
          dataSource={[...shown.acts]}
          locale={{ emptyText: LOG.none }}
          columns={[
            { title: LOG.when, render: (_, { at }) => whenText(at) },
            { title: LOG.who, render: (_, row) => <Who row={row} /> },
            { title: LOG.what, render: (_, { endpoint }) => actText(endpoint) },
            { title: LOG.record, render: (_, { record }) => (record === null ? '' : recordText(record)) },
            { title: LOG.changed, render: (_, { changed }) => changedText(changed) },
          ]}
        />
        {shown.isLoading || shown.acts.length === 0 ? null : shown.next === null ? (
          <p className="soft">{LOG.all}</p>
        ) : (
          <Button onClick={() => void read(filter, shown.next)}>{LOG.more}</Button>
        )}
      </section>
    </>
  )
}

function Who({ row: { post, source } }: { readonly row: ActRow }) {
  return post === null ? (
    <>{LOG.operator}</>
  ) : (
    <>
      {post.called}{' '}
      <span className="soft">
        {ROLE_NAMES[post.role]} · {SOURCES[source]}
      </span>
    </>
  )
}

const changedText = (changed: ActRow['changed']): string =>
  Object.entries(changed)
    .map(([column, value]) => `${CHANGED[column] ?? column}: ${valueText(column, value)}`)
    .join('；')

function valueText(column: string, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return column === 'purpose' ? ((PURPOSES as Readonly<Record<string, string>>)[value] ?? value) : value
}

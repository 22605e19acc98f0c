import { Alert, Button, type TableProps } from 'antd'
import { Table } from './table'
import type { ReactNode } from 'react'
import type { Loaded } from '../api/use-loaded'
import { linkTo } from '../router'
import { LIST } from '../text/shared'

interface ListPageProps<Row> {
  readonly title: string
  /** The main button and what stands beside it; always in sight. */
  readonly actions?: ReactNode
  readonly filters?: ReactNode
  readonly loaded: Loaded<{ readonly rows: readonly Row[]; readonly hasNext: boolean }>
  readonly rowKey: (row: Row) => string
  readonly columns: NonNullable<TableProps<Row>['columns']>
  /** Whether something is filtered: then an empty list has another reason. */
  readonly isFiltered: boolean
  readonly none: string
  readonly onClear: () => void
  readonly isFirst: boolean
  readonly onFirst: () => void
  readonly onNext: () => void
  readonly onAgain: () => void
}

/** A list that the server pages: nothing there, nothing that fits, and a failure are three things. */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  const { loaded, isFiltered } = props
  const rows = loaded.kind === 'ready' ? loaded.value.rows : []
  return (
    <>
      <div className="room__head">
        <h1>{props.title}</h1>
        <div>{props.actions}</div>
      </div>
      <section className="sheet">
        {props.filters === undefined ? null : <div className="filters">{props.filters}</div>}
        {loaded.kind === 'failed' ? (
          <Alert
            type="error"
            title={loaded.sentence}
            action={<Button onClick={props.onAgain}>{LIST.again}</Button>}
          />
        ) : (
          <Table<Row>
            rowKey={props.rowKey}
            size="small"
            pagination={false}
            loading={loaded.kind === 'loading'}
            dataSource={[...rows]}
            columns={props.columns}
            locale={{
              emptyText: isFiltered ? (
                <>
                  {LIST.noMatch} <Button onClick={props.onClear}>{LIST.clear}</Button>
                </>
              ) : (
                props.none
              ),
            }}
          />
        )}
        <div className="pages">
          {props.isFirst ? null : <Button onClick={props.onFirst}>{LIST.first}</Button>}
          {loaded.kind === 'ready' && loaded.value.hasNext ? (
            <Button onClick={props.onNext}>{LIST.next}</Button>
          ) : null}
        </div>
      </section>
    </>
  )
}

/** A name that leads to what the line is about. */
export function RowLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  return (
    <a className="row-link" {...linkTo(path)}>
      {children}
    </a>
  )
}

import { Table as AntTable, type TableProps } from 'antd'

/** Ant's table. On a phone each row is a card, where a cell says the name of its column itself. */
export function Table<Row extends object>({ columns = [], ...props }: TableProps<Row>) {
  return (
    <AntTable<Row>
      {...props}
      columns={columns.map((column) => ({
        ...column,
        onCell: () =>
          ({ 'data-column': typeof column.title === 'string' ? column.title : undefined }) as object,
      }))}
    />
  )
}

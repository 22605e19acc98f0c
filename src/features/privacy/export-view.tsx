import { useState } from 'react'
import type { Exported } from '../../../core/contract/me'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { saveText, sharesFiles } from '../../platform/file/save-text'
import { EXPORT } from '../../text/me/export'
import { fullMomentText } from '../../text/time'
import { readableTables, type ReadableTable } from './readable'

/** Everything, first in words, and as a file with all that a machine may want. */
export function ExportView({ exported }: { readonly exported: Exported }) {
  const [failed, setFailed] = useState(false)
  const at = parseInstant(exported.exportedAt)
  const save = () =>
    void saveText(`${EXPORT.fileName}-${shanghaiDay(at)}.json`, JSON.stringify(exported, null, 2)).then(
      (saved) => setFailed(!saved),
    )
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {EXPORT.heading}
        </Heading>
        <Text className="soft">{EXPORT.asOf(fullMomentText(at))}</Text>
      </View>
      <View className="stack">
        {failed ? <Note>{EXPORT.notSaved}</Note> : null}
        <Button look="primary" onTap={save}>
          {sharesFiles ? EXPORT.sendToMyself : EXPORT.save}
        </Button>
        <Text className="soft small">{EXPORT.saveWhy}</Text>
      </View>
      {readableTables(exported).map((table) => (
        <TableCard key={table.title} table={table} />
      ))}
    </>
  )
}

function TableCard({ table: { title, rows, count } }: { readonly table: ReadableTable }) {
  return (
    <Card title={title}>
      {count === null ? null : <Text className="soft">{EXPORT.only(count)}</Text>}
      {rows.map((cells, place) => (
        <Pairs key={place}>
          {cells.map(({ name, value }) => (
            <Pair key={name} name={name} value={value} />
          ))}
        </Pairs>
      ))}
    </Card>
  )
}

import type { OwnRecords } from '../../../core/contract/me'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { PRIVACY, RECORD_WORDS, countLine } from '../../text/me/privacy'
import './record-list.scss'

/** What is there, how much of it, and what for; then what is never there. */
export function RecordList({ counts }: Pick<OwnRecords, 'counts'>) {
  return (
    <>
      <Card>
        {counts.length === 0 ? <Text>{PRIVACY.nothing}</Text> : null}
        {counts.map(({ kind, count }) => (
          <View key={kind} className="record">
            <Text className="record__name">{countLine(RECORD_WORDS[kind], count)}</Text>
            <Text className="soft small">{RECORD_WORDS[kind].use}</Text>
          </View>
        ))}
      </Card>
      <Card>
        <View className="record">
          <Text className="record__name">{PRIVACY.never}</Text>
          <Text className="soft small">{PRIVACY.neverText}</Text>
        </View>
        <View className="record">
          <Text className="record__name">{PRIVACY.onPhone}</Text>
          <Text className="soft small">{PRIVACY.onPhoneText}</Text>
        </View>
      </Card>
    </>
  )
}

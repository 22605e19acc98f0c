import type { Kept } from '../../../core/contract/me'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { KEPT_WORDS, keptLine, PRIVACY } from '../../text/me/privacy'
import './kept-list.scss'

/** What is there, how much of it, and what for; then what is never there. */
export function KeptList({ counts }: Pick<Kept, 'counts'>) {
  return (
    <>
      <Card>
        {counts.length === 0 ? <Text>{PRIVACY.nothing}</Text> : null}
        {counts.map(({ kind, count }) => (
          <View key={kind} className="kept">
            <Text className="kept__name">{keptLine(KEPT_WORDS[kind], count)}</Text>
            <Text className="soft small">{KEPT_WORDS[kind].use}</Text>
          </View>
        ))}
      </Card>
      <Card>
        <View className="kept">
          <Text className="kept__name">{PRIVACY.never}</Text>
          <Text className="soft small">{PRIVACY.neverText}</Text>
        </View>
        <View className="kept">
          <Text className="kept__name">{PRIVACY.onPhone}</Text>
          <Text className="soft small">{PRIVACY.onPhoneText}</Text>
        </View>
      </Card>
    </>
  )
}

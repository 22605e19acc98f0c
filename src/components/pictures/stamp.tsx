import { Text, View } from '../elements/elements'
import './stamp.scss'

interface StampProps {
  /** Of the place. */
  readonly name: string
  /** 11月28日. */
  readonly day: string
  /** Not stamped yet: where it is going to land. */
  readonly waits?: boolean
}

/** The stamp of a place as it lands on the page; what it means is said in words below it. */
export function Stamp({ name, day, waits = false }: StampProps) {
  return (
    <View className={waits ? 'stamp stamp--waits' : 'stamp'} ariaHidden>
      <View className="stamp__ring">
        {stampLines(name).map((line) => (
          <Text key={line} className="stamp__name">
            {line}
          </Text>
        ))}
        <Text className="stamp__day">{day}</Text>
      </View>
    </View>
  )
}

/** What kind of house it is begins a line of its own: 金梅园 · 百姓会客厅. */
const KINDS = /(?=百姓会客厅|党群服务|综合活动室|综合服务中心)/

/** A name in the lines of a stamp; each may still be too long for one. */
export const stampLines = (name: string): readonly string[] => name.split(KINDS)

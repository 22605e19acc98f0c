import { Text, View } from '../elements/elements'
import { stampLines } from './stamp-lines'
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

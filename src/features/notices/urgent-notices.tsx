import type { UrgentNotice } from '../../../core/contract/news'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../components/elements/elements'
import { HOME_NEWS, untilText } from '../../text/news/home-news'
import { useNow } from '../../api/clock'
import './urgent-notices.scss'

/** Above everything else until its end; also one that was kept goes at its time, without a network. */
export function UrgentNotices({ notices }: { readonly notices: readonly UrgentNotice[] }) {
  const now = useNow()
  return (
    <>
      {notices
        .filter(({ until }) => now < parseInstant(until))
        .map(({ id, title, text, until }) => (
          <View key={id} className="urgent" ariaRole="alert">
            <Text className="urgent__kind">{HOME_NEWS.urgent}</Text>
            <Heading level={2} className="section">
              {title}
            </Heading>
            <Text>{text}</Text>
            <Text className="soft small">{untilText(until, now)}</Text>
          </View>
        ))}
    </>
  )
}

import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../components/elements/elements'
import { NOTICES } from '../../text/staff/notices'
import { UrgentNotices } from '../home/news/urgent-notices'
import './notices.scss'

interface NoticePreviewProps {
  readonly notice: { readonly title: string; readonly text: string; readonly until: string }
}

/** The very part that home shows, and the wall screen's, as small as it looks from across the room. */
export function NoticePreview({ notice }: NoticePreviewProps) {
  const { title, text, until } = notice
  return (
    <>
      <Heading level={2} className="section">
        {NOTICES.onHome}
      </Heading>
      <UrgentNotices notices={[{ id: 'preview', title, text, until: until as IsoInstant }]} />
      <Heading level={2} className="section">
        {NOTICES.onWall}
      </Heading>
      <View className="notice-wall">
        <View className="notice-wall__sheet">
          <Text className="notice-wall__title">{title}</Text>
          <Text className="notice-wall__text">{text}</Text>
        </View>
        <View className="notice-wall__code" ariaHidden />
      </View>
    </>
  )
}

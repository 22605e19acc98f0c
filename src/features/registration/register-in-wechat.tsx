import { useEffect, useMemo, useState } from 'react'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { asBackground } from '../../components/facade/draw-facade'
import { codeAsSvg } from '../../components/pictures/draw-code'
import { followLink, isPhone, miniProgramLink } from '../../platform/navigate/mini-program'
import { activityRoute } from '../../platform/navigate/routes'
import { codeLink } from '../../platform/picture/code-link'
import type { PictureBytes } from '../../platform/picture/painting'
import { reportBug } from '../../platform/start/report'
import { IN_WECHAT } from '../../text/registration/in-wechat'
import { wechatCodeOf } from '../activity/wechat-code'
import { useSubdistrict } from '../page/use-home'
import './register-in-wechat.scss'

/** The way on into WeChat: by its own link on a phone, by a code anywhere else. */
export function RegisterInWechat({ activityId }: { readonly activityId: string }) {
  const link = miniProgramLink(activityRoute(activityId))
  if (link === null) return <CodeToScan activityId={activityId} />
  return (
    <View className="stack">
      <Button look="primary" size="large" onTap={() => followLink(link)}>
        {IN_WECHAT.open}
      </Button>
      <Text className="soft">{IN_WECHAT.openHow}</Text>
    </View>
  )
}

function CodeToScan({ activityId }: { readonly activityId: string }) {
  const { appName } = useSubdistrict()
  const [drawn, setDrawn] = useState<PictureBytes | null>(null)
  useEffect(() => {
    let wanted = true
    wechatCodeOf(activityId).then((picture) => {
      if (wanted) setDrawn(picture)
    }, reportBug)
    return () => {
      wanted = false
    }
  }, [activityId])
  const plain = useMemo(
    () => asBackground(codeAsSvg(codeLink(activityRoute(activityId)) ?? '')),
    [activityId],
  )
  const picture = drawn === null ? plain : `url("data:${drawn.mediaType};base64,${drawn.content}")`
  return (
    <View className="to-wechat">
      <Heading level={2} className="section">
        {IN_WECHAT.scan}
      </Heading>
      <View
        className="to-wechat__code"
        style={{ backgroundImage: picture }}
        ariaRole="img"
        ariaLabel={IN_WECHAT.code}
      />
      <Text className="soft">{isPhone() ? IN_WECHAT.onThisPhone(appName) : IN_WECHAT.scanHow}</Text>
    </View>
  )
}

import { useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { Button } from '../../../components/controls/button'
import { ShareButton, Text, View } from '../../../components/elements/elements'
import { linkTo, sendLink } from '../../../platform/navigate/forward'
import { activityRoute } from '../../../platform/navigate/routes'
import { isSinglePage } from '../../../platform/start/single-page'
import { ACTIVITY, shareTitle } from '../../../text/activity/activity'

/** WeChat forwards the page; a browser hands its link to the phone, or copies it, or shows it. */
export function ShareActivity({ activity }: { readonly activity: ActivityPage }) {
  const [became, setBecame] = useState<'sent' | 'copied' | 'shown' | null>(null)
  const link = linkTo(activityRoute(activity.id))
  if (isSinglePage) return null
  if (link === null) {
    return <ShareButton className="tappable button button--secondary">{ACTIVITY.shareButton}</ShareButton>
  }
  const share = async () => setBecame(await sendLink(shareTitle(activity), link))
  return (
    <>
      <Button onTap={() => void share()}>{ACTIVITY.shareButton}</Button>
      {became === 'copied' ? (
        <View className="soft" ariaRole="status">
          {ACTIVITY.linkCopied}
        </View>
      ) : null}
      {became === 'shown' ? (
        <>
          <Text className="soft small">{ACTIVITY.copyLinkLabel}</Text>
          <Text className="small" userSelect>
            {link}
          </Text>
        </>
      ) : null}
    </>
  )
}

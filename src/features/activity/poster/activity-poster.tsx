import { useEffect, useState } from 'react'
import { callEndpoint } from '../../../api/client'
import { Button } from '../../../components/controls/button'
import { Drawing } from '../../../components/drawing/drawing'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { activityRoute } from '../../../platform/navigate/routes'
import { codeLink } from '../../../platform/picture/code-link'
import type { PictureBytes } from '../../../platform/picture/painting'
import { paint } from '../../../platform/picture/picture'
import { reportBug } from '../../../platform/start/report'
import { POSTER, posterWords } from '../../../text/activity/activities-poster'
import type { ShownActivity } from '../page/use-activity'
import { posterOf } from './draw-poster'
import { subdistrictNow } from '../../../api/subdistrict'

const CANVAS_ID = 'poster'

export type Poster =
  | { readonly kind: 'drawing' | 'failed' }
  | { readonly kind: 'ready'; readonly address: string; readonly name: string }

/** Draws the poster once the activity is known, and anew when it changed. */
export function usePoster(shown: ShownActivity | null): Poster {
  const [poster, setPoster] = useState<Poster>({ kind: 'drawing' })
  const activity = shown?.activity ?? null
  const { appName } = shown?.home?.subdistrict ?? subdistrictNow()
  useEffect(() => {
    if (activity === null) return undefined
    let wanted = true
    const show = (next: Poster) => {
      if (wanted) setPoster(next)
    }
    const drawing = codeOf(activity.id).then((code) =>
      paint(CANVAS_ID, posterOf(posterWords(activity, appName), codeLink(activityRoute(activity.id)), code)),
    )
    drawing.then(
      (address) => show({ kind: 'ready', address, name: activity.title }),
      (failure: unknown) => {
        reportBug(failure)
        show({ kind: 'failed' })
      },
    )
    return () => {
      wanted = false
    }
  }, [activity, appName])
  return poster
}

/** 小程序码 of the activity; without an answer, or where WeChat gives none, a plain code has to do. */
async function codeOf(activityId: string): Promise<PictureBytes | null> {
  const reply = await callEndpoint('activity.code', { activityId })
  if (!reply.ok || reply.value.code === null) return null
  const { mediaType, content } = reply.value.code
  return { name: `code-${activityId}.${mediaType === 'image/png' ? 'png' : 'jpg'}`, mediaType, content }
}

export function ActivityPoster({
  shown: { activity, home },
  poster,
}: {
  readonly shown: ShownActivity
  readonly poster: Poster
}) {
  const { label } = posterWords(activity, (home?.subdistrict ?? subdistrictNow()).appName)
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {POSTER.heading}
        </Heading>
        <Text className="soft">{poster.kind === 'drawing' ? POSTER.drawing : POSTER.how}</Text>
      </View>
      {poster.kind === 'failed' ? (
        <Note>{POSTER.failed}</Note>
      ) : (
        <Drawing
          canvasId={CANVAS_ID}
          address={poster.kind === 'ready' ? poster.address : null}
          label={label}
        />
      )}
      <Button to={activityRoute(activity.id)}>{POSTER.back}</Button>
    </>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Drawing } from '../../../components/drawing/drawing'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { activityRoute } from '../../../platform/navigate/routes'
import { codeLink } from '../../../platform/picture/code-link'
import type { PictureBytes } from '../../../platform/picture/painting'
import { paint } from '../../../platform/picture/picture'
import { reportBug } from '../../../platform/start/report'
import { POSTER, type PosterWords, posterWords } from '../../../text/activity/poster'
import type { ShownActivity } from '../page/use-activity'
import { wechatCodeOf } from '../wechat-code'
import { posterOf } from './draw-poster'
import { subdistrictNow } from '../../../api/subdistrict'

const CANVAS_ID = 'poster'

export type Poster =
  | { readonly kind: 'drawing' | 'failed' }
  | { readonly kind: 'ready'; readonly address: string; readonly name: string }

interface PosterContent {
  readonly id: string
  readonly title: string
  readonly words: PosterWords
}

/**
 * Draws the poster once the activity is known, and anew when its words changed: a fresher answer that says the same
 * draws nothing. The code is asked for once for an activity, since WeChat counts the codes that it draws.
 */
export function usePoster(shown: ShownActivity | null): Poster {
  const [poster, setPoster] = useState<Poster>({ kind: 'drawing' })
  const asked = useRef<{ readonly id: string; readonly code: Promise<PictureBytes | null> } | null>(null)
  const content = contentOf(shown)
  useEffect(() => {
    if (content === null) return undefined
    let wanted = true
    const show = (next: Poster) => {
      if (wanted) setPoster(next)
    }
    const { id, title, words } = JSON.parse(content) as PosterContent
    const { code } =
      asked.current?.id === id ? asked.current : (asked.current = { id, code: wechatCodeOf(id) })
    const drawing = code.then((picture) =>
      paint(CANVAS_ID, posterOf(words, codeLink(activityRoute(id)), picture)),
    )
    drawing.then(
      (address) => show({ kind: 'ready', address, name: title }),
      (failure: unknown) => {
        reportBug(failure)
        show({ kind: 'failed' })
      },
    )
    return () => {
      wanted = false
    }
  }, [content])
  return poster
}

/** What stands on the poster, as text: equal while nothing on it changed. */
function contentOf(shown: ShownActivity | null): string | null {
  if (shown === null) return null
  const { activity, home } = shown
  const { appName } = home?.subdistrict ?? subdistrictNow()
  const content: PosterContent = {
    id: activity.id,
    title: activity.title,
    words: posterWords(activity, appName),
  }
  return JSON.stringify(content)
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

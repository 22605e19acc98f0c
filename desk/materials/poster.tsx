import type { Output } from '../../core/contract'
import type { CodePicture } from '../../core/contract/activity/activity'
import type { ActivityPage } from '../../core/contract/activity/activity-page'
import { trustLine } from '../../core/domain/office/trust-line'
import { posterWords, type PosterWords } from '../../src/text/activity/poster'
import { helpText, PAPER_POSTER, whoText } from '../text/materials'
import { posterOf } from '../../src/features/activity/poster/draw-poster'
import type { LoadedPicture, Pen } from '../../src/platform/picture/painting'

interface PosterPaperProps {
  readonly page: ActivityPage
  readonly materials: Output<'activity.materials'>
  readonly code: CodePicture | null
}

/** The largest type in which all of it fits one sheet. */
function sizeOf(title: string, place: string, others: readonly (string | null)[]): string {
  const rest = others.reduce((sum, words) => sum + (words?.length ?? 0), 0)
  if (title.length > 16 || place.length > 22 || rest > 60) return 'long'
  return title.length <= 7 ? 'largest' : 'large'
}

/** An A4 poster for the wall: black on white, nothing filled, readable from three steps away. */
export function PosterPaper({ page, materials, code }: PosterPaperProps) {
  const { by, title, day, hours, place, entry, scan, find } = posterWords(page, materials.subdistrict.appName)
  const who = whoText(page)
  return (
    <div className="only-print">
      <div className={`wall-poster wall-poster--${sizeOf(title, place, [who, page.bring])}`}>
        <p className="wall-poster__by">{by}</p>
        <h1 className="wall-poster__title">{title}</h1>
        <p className="wall-poster__when">
          {day}
          <br />
          {hours}
        </p>
        <p className="wall-poster__where">{place}</p>
        <dl>
          {who === null ? null : <Line name={PAPER_POSTER.who}>{who}</Line>}
          {page.bring === null ? null : <Line name={PAPER_POSTER.bring}>{page.bring}</Line>}
        </dl>
        <div className="wall-poster__entry">
          {code === null ? null : <img src={codeAddress(code)} alt="" />}
          <div>
            <strong>{entry}</strong>
            <p>{code === null ? find : scan}</p>
            <p>{helpText(page, materials)}</p>
          </div>
        </div>
        <p className="wall-poster__trust">{trustLine(materials.subdistrict)}</p>
      </div>
    </div>
  )
}

const Line = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Pixels: what chats show without making it smaller. */
const WIDTH = 1080

/**
 * The poster that residents draw on their phones, for the chat of a group.
 * @param code 小程序码; without it the words say how to find the activity
 * @returns the picture as an address
 * @throws Error where this browser has no canvas
 */
export async function posterPicture(words: PosterWords, code: CodePicture | null): Promise<string> {
  const picture = code === null ? null : { name: 'code', ...code }
  const { width, height, draw } = posterOf(words, null, picture)
  const canvas = document.createElement('canvas')
  const sharpness = WIDTH / width
  canvas.width = WIDTH
  canvas.height = Math.round(height * sharpness)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser has no canvas')
  pen.scale(sharpness, sharpness)
  draw(pen as Pen, await loaded(code))
  return canvas.toDataURL('image/png')
}

export const codeAddress = ({ mediaType, content }: CodePicture): string =>
  `data:${mediaType};base64,${content}`

async function loaded(code: CodePicture | null): Promise<LoadedPicture | null> {
  if (code === null) return null
  const image = new Image()
  image.src = codeAddress(code)
  await image.decode()
  return image
}

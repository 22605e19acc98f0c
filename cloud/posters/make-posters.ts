import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { linkOf } from '../../core/domain/check-in/codes/code'
import { trustLine } from '../../core/domain/office/trust-line'
import { clockText, minuteOfDay, shanghaiDay, type Instant } from '../../core/kernel/shanghai-time'
import { posterAt } from '../services/codes/poster'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import { WIDTHS, type DrawWechatCode } from '../gateways/wechat/codes'
import type { WechatPicture } from '../gateways/wechat/ask-wechat'
import { findActivity } from '../repositories/activity/lock-activity'
import { readDirectory, readSubdistrict } from '../repositories/directory'
import { sheetHtml } from './sheet'
import type { PosterOptions } from './options'

/** Where every code lands; a page of the mini-program, as its app.config names it. */
const CHECK_IN_PAGE = 'pages/scan/index'

export interface PosterParts {
  readonly db: Database
  readonly now: Instant
  /** Without it every sheet has the plain QR only. */
  readonly drawCode: DrawWechatCode | null
  /** Behind which the plain codes are served. */
  readonly host: string
}

export interface MadePosters {
  /** Paths of the sheets, one for each place. */
  readonly files: readonly string[]
  /** Places whose 小程序码 WeChat did not give now, with the reason. */
  readonly without: readonly string[]
}

interface Subject {
  readonly kind: 'office' | 'activity'
  readonly id: string
  readonly name: string
  readonly lines: readonly string[]
}

/**
 * Writes a sheet for each place that was asked for, with the token that is current there: printing again
 * changes no code. A sheet is whole or not there.
 * @throws OperatorError where there is no such place, or nothing is there to check in at
 */
export async function makePosters(parts: PosterParts, options: PosterOptions): Promise<MadePosters> {
  const { db, host, now } = parts
  const trust = trustLine(await readSubdistrict(db))
  const subjects = await subjectsOf(parts, options)
  await mkdir(options.out, { recursive: true })
  const files: string[] = []
  const without: string[] = []
  for (const { lines, ...place } of subjects) {
    const { token } = await db.transaction().execute((tx) => posterAt(tx, place, now))
    const code = await wechatCodeOf(parts, token)
    if (typeof code === 'string') without.push(`${place.name}：${code}`)
    const sheet = {
      name: place.name,
      lines,
      link: linkOf(host, { kind: 'poster', token }),
      wechatCode: typeof code === 'string' ? null : code,
      trust,
    }
    const file = join(options.out, `${place.kind}-${place.id}-${options.size}.html`)
    await writeFile(`${file}.part`, sheetHtml(sheet, options.size))
    await rename(`${file}.part`, file)
    files.push(file)
  }
  return { files, without }
}

/** The picture; `null` where none is expected; otherwise why there is none. */
async function wechatCodeOf(
  { drawCode }: PosterParts,
  token: string,
): Promise<WechatPicture | string | null> {
  if (drawCode === null) return null
  const code = await drawCode({ page: CHECK_IN_PAGE, scene: token, width: WIDTHS.most })
  if (code.kind === 'picture') return code
  return code.kind === 'later' ? '微信现在没有回应，过几分钟再试' : `微信不给这个码，错误 ${code.errcode}`
}

async function subjectsOf({ db, now }: PosterParts, options: PosterOptions): Promise<readonly Subject[]> {
  if (options.activityId !== null) return [await activitySubject(db, options.activityId)]
  const { offices } = await readDirectory(db, now)
  const open = offices.filter(
    ({ id, status }) => status === 'open' && (options.all || id === options.officeId),
  )
  if (open.length === 0)
    throw new OperatorError(
      options.all ? 'No office is open.' : `There is no office ${options.officeId}, or it moved or closed.`,
    )
  return open.map(({ id, name }) => ({ kind: 'office', id, name, lines: [] }))
}

async function activitySubject(db: Database, activityId: string): Promise<Subject> {
  const found = await findActivity(db, activityId)
  if (found?.row.status !== 'published')
    throw new OperatorError(`There is no published activity ${activityId}.`)
  const { title, place, starts_at: startsAt, ends_at: endsAt } = found.row
  const [, month, day] = shanghaiDay(startsAt).split('-').map(Number)
  const hours = [startsAt, endsAt].map((moment) => clockText(minuteOfDay(moment))).join('–')
  return { kind: 'activity', id: activityId, name: title, lines: [`${month}月${day}日 ${hours}`, place] }
}

import { DAY } from '../../../core/domain/activity/deadlines'
import { accept } from '../../../core/kernel/result'
import { instant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { nextActivities } from '../../repositories/activity/pages'
import { listArticles } from '../../repositories/news/articles'
import { noticesInForce } from '../../repositories/news/notices'
import { readDirectory, readSubdistrict } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

/** What a first screen has room for. */
const DAYS_AHEAD = 7
const ACTIVITIES_SHOWN = 3
const NOTICES_SHOWN = 3
const ARTICLES_SHOWN = 2

export const show: Handler<'home.show'> = async (_input, { db, now, gateways }) => {
  const week = { from: now, to: instant(now + DAYS_AHEAD * DAY) }
  const today = shanghaiDay(now)
  const [subdistrict, directory, activities, notices, news, calendar] = await Promise.all([
    readSubdistrict(db),
    readDirectory(db, now),
    nextActivities(db, week, ACTIVITIES_SHOWN),
    noticesInForce(db, now, NOTICES_SHOWN),
    listArticles(db, { column: null, after: null, today, limit: ARTICLES_SHOWN }),
    calendarAround({ db, gateways }, today),
  ])
  return accept({ subdistrict, directory: { ...directory, calendar }, activities, notices, news })
}

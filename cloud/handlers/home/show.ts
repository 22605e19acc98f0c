import { DAY } from '../../../core/domain/activity/deadlines'
import { accept } from '../../../core/kernel/result'
import { earliest, endOfDay, instant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { since } from '../../app/kept-answers'
import { inOneTrip } from '../../database/one-trip'
import { nextActivities } from '../../repositories/activity/pages'
import { listArticles } from '../../repositories/news/articles'
import { nextNoticeChange, noticesInForce } from '../../repositories/news/notices'
import { readDirectory, readSubdistrict } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

/** What a first screen has room for. */
const DAYS_AHEAD = 7
const ACTIVITIES_SHOWN = 3
const NOTICES_SHOWN = 3
const ARTICLES_SHOWN = 2

export const show: Handler<'home.show'> = async ({ version }, { db, now, gateways, answerKept, glance }) => {
  const week = { from: now, to: instant(now + DAYS_AHEAD * DAY) }
  const today = shanghaiDay(now)
  const kept = await answerKept('', async () => {
    const [subdistrict, directory, activities, notices, nextNotice, news, calendar] = await inOneTrip(
      db,
      readSubdistrict,
      (trip) => readDirectory(trip, now),
      (trip) => nextActivities(trip, week, ACTIVITIES_SHOWN),
      (trip) => noticesInForce(trip, now, NOTICES_SHOWN),
      (trip) => nextNoticeChange(trip, now),
      (trip) => listArticles(trip, { column: null, after: null, today, limit: ARTICLES_SHOWN }),
      (trip) => calendarAround({ db: trip, gateways }, today),
    )
    return {
      content: {
        subdistrict,
        directory: { ...directory, calendar },
        activities: activities.content,
        notices,
        news,
      },
      validUntil: earliest(endOfDay(now), activities.validUntil, nextNotice ?? endOfDay(now)),
    }
  })
  const answer = since(version, kept)
  return accept('public' in answer ? { ...answer, mine: glance } : answer)
}

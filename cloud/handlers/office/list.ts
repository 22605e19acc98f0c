import { accept } from '../../../core/kernel/result'
import { endOfDay, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { since } from '../../app/kept-answers'
import { readDirectory } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

export const list: Handler<'office.list'> = async ({ version }, { db, now, gateways, answerKept }) => {
  const kept = await answerKept('', async () => {
    const calendar = await calendarAround({ db, gateways }, shanghaiDay(now))
    return { content: { ...(await readDirectory(db, now)), calendar }, validUntil: endOfDay(now) }
  })
  return accept(since(version, kept))
}

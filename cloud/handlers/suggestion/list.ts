import { maskedPhone } from '../../../core/domain/me/suggestion'
import { accept } from '../../../core/kernel/result'
import { parseInstant, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { readReceived } from '../../repositories/suggestion'

export const list: Handler<'suggestion.list'> = async ({ after }, { db, gateways: { phoneSeal } }) => {
  const { rows, ...page } = await readReceived(db, after ? { ...after, at: parseInstant(after.at) } : null)
  return accept({
    ...page,
    suggestions: rows.map(({ suggestionId, text, at, checked, phoneSealed, reply }) => ({
      suggestionId,
      text,
      at: toIso(at),
      flagged: checked !== 'passed',
      phone: maskedPhone(phoneSealed === null ? null : openedPhone(phoneSeal, phoneSealed)),
      reply,
    })),
  })
}

import type { AreaHandlers } from '../../app/handler'
import { approve } from './approve'
import { correct } from './correct'
import { dates } from './dates'
import { discard } from './discard'
import { handIn } from './hand-in'
import { lookAt } from './look-at'
import { record } from './record'
import { records } from './records'
import { save } from './save'
import { sendBack } from './send-back'
import { show } from './show'

export const handlers: AreaHandlers<'draft'> = {
  'draft.approve': approve,
  'draft.correct': correct,
  'draft.dates': dates,
  'draft.discard': discard,
  'draft.handIn': handIn,
  'draft.lookAt': lookAt,
  'draft.record': record,
  'draft.records': records,
  'draft.save': save,
  'draft.sendBack': sendBack,
  'draft.show': show,
}

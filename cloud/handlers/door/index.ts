import type { AreaHandlers } from '../../app/handler'
import { addHead } from './add-head'
import { admit } from './admit'
import { closeRoll } from './roll/close-roll'
import { correctRoll } from './roll/correct-roll'
import { day } from './day'
import { findByNumber } from './find-by-number'
import { findBySurname } from './find-by-surname'
import { findByTicket } from './find-by-ticket'
import { giveGift } from './give-gift'
import { list } from './list'
import { listRolls } from './roll/list-rolls'
import { openPerson } from './open-person'
import { release } from './roll/release'
import { showRoll } from './roll/show-roll'
import { undo } from './undo'
import { undoVisit } from './undo-visit'

export const handlers: AreaHandlers<'door'> = {
  'door.addHead': addHead,
  'door.admit': admit,
  'door.closeRoll': closeRoll,
  'door.correctRoll': correctRoll,
  'door.day': day,
  'door.findByNumber': findByNumber,
  'door.findBySurname': findBySurname,
  'door.findByTicket': findByTicket,
  'door.giveGift': giveGift,
  'door.list': list,
  'door.openPerson': openPerson,
  'door.release': release,
  'door.roll': showRoll,
  'door.rolls': listRolls,
  'door.undo': undo,
  'door.undoVisit': undoVisit,
}

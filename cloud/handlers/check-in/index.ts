import type { AreaHandlers } from '../../app/handler'
import { confirm } from './confirm'
import { open } from './open'
import { reopen } from './reopen'
import { ticket } from './ticket'
import { upload } from './upload'

export const handlers: AreaHandlers<'checkIn'> = {
  'checkIn.confirm': confirm,
  'checkIn.open': open,
  'checkIn.reopen': reopen,
  'checkIn.ticket': ticket,
  'checkIn.upload': upload,
}

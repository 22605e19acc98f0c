import type { AreaHandlers } from '../../app/handler'
import { confirm } from './confirm'
import { open } from './open'
import { ticket } from './ticket'
import { upload } from './upload'

export const handlers: AreaHandlers<'checkIn'> = {
  'checkIn.confirm': confirm,
  'checkIn.open': open,
  'checkIn.ticket': ticket,
  'checkIn.upload': upload,
}

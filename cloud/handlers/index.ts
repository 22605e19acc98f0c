import type { Handlers } from '../app/handler'
import { list as listCompounds } from './compound/list'
import { setNow } from './demo/set-now'
import { show as showHome } from './home/show'
import { cancelErasure } from './me/cancel-erasure'
import { chooseCompound } from './me/choose-compound'
import { exportMe } from './me/export'
import { requestErasure } from './me/request-erasure'
import { show as showMe } from './me/show'
import { list as listOffices } from './office/list'
import { setHoursOn } from './office/set-hours-on'
import { show as showOffice } from './office/show'
import { signIn } from './session/sign-in'
import { signOut } from './session/sign-out'

/** One handler for each endpoint of the contract: a missing one does not compile. */
export const handlers: Handlers = {
  'session.signIn': signIn,
  'session.signOut': signOut,
  'home.show': showHome,
  'office.list': listOffices,
  'office.show': showOffice,
  'office.setHoursOn': setHoursOn,
  'compound.list': listCompounds,
  'me.show': showMe,
  'me.chooseCompound': chooseCompound,
  'me.export': exportMe,
  'me.requestErasure': requestErasure,
  'me.cancelErasure': cancelErasure,
  'demo.setNow': setNow,
}

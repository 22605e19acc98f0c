import type { Handlers } from '../app/handler'
import { approve as approveActivity } from './activity/approve'
import { change as changeActivity } from './activity/change'
import { list as listActivities } from './activity/list'
import { markCalled } from './activity/mark-called'
import { save as saveActivity } from './activity/save'
import { setCapacity } from './activity/set-capacity'
import { show as showActivity } from './activity/show'
import { submit as submitActivity } from './activity/submit'
import { unreached } from './activity/unreached'
import { withdraw as withdrawActivity } from './activity/withdraw'
import { list as listCompounds } from './compound/list'
import { setNow } from './demo/set-now'
import { add as addFamilyMember } from './family/add'
import { consent } from './family/consent'
import { describeMyself } from './family/describe-myself'
import { list as listFamily } from './family/list'
import { remove as removeFamilyMember } from './family/remove'
import { show as showHome } from './home/show'
import { cancelErasure } from './me/cancel-erasure'
import { chooseCompound } from './me/choose-compound'
import { exportMe } from './me/export'
import { requestErasure } from './me/request-erasure'
import { show as showMe } from './me/show'
import { grant } from './message/grant'
import { list as listMessages } from './message/list'
import { markRead } from './message/mark-read'
import { list as listOffices } from './office/list'
import { setHoursOn } from './office/set-hours-on'
import { show as showOffice } from './office/show'
import { askNow } from './registration/ask-now'
import { cancel } from './registration/cancel'
import { claim } from './registration/claim'
import { dropMember } from './registration/drop-member'
import { makeCard } from './registration/make-card'
import { mine } from './registration/mine'
import { register } from './registration/register'
import { show as showRegistration } from './registration/show'
import { showCard } from './registration/show-card'
import { signIn } from './session/sign-in'
import { signOut } from './session/sign-out'
import { apply as applyForStall } from './stall/apply'
import { assign as assignStall } from './stall/assign'
import { decline as declineStall } from './stall/decline'
import { list as listStalls } from './stall/list'
import { mine as myStalls } from './stall/mine'
import { withdraw as withdrawFromStall } from './stall/withdraw'

/** One handler for each endpoint of the contract: a missing one does not compile. */
export const handlers: Handlers = {
  'session.signIn': signIn,
  'session.signOut': signOut,
  'home.show': showHome,
  'office.list': listOffices,
  'office.show': showOffice,
  'office.setHoursOn': setHoursOn,
  'compound.list': listCompounds,
  'activity.approve': approveActivity,
  'activity.change': changeActivity,
  'activity.list': listActivities,
  'activity.markCalled': markCalled,
  'activity.save': saveActivity,
  'activity.setCapacity': setCapacity,
  'activity.show': showActivity,
  'activity.submit': submitActivity,
  'activity.unreached': unreached,
  'activity.withdraw': withdrawActivity,
  'registration.askNow': askNow,
  'registration.cancel': cancel,
  'registration.claim': claim,
  'registration.dropMember': dropMember,
  'registration.makeCard': makeCard,
  'registration.mine': mine,
  'registration.register': register,
  'registration.show': showRegistration,
  'registration.showCard': showCard,
  'family.add': addFamilyMember,
  'family.consent': consent,
  'family.describeMyself': describeMyself,
  'family.list': listFamily,
  'family.remove': removeFamilyMember,
  'message.grant': grant,
  'message.list': listMessages,
  'message.markRead': markRead,
  'stall.apply': applyForStall,
  'stall.assign': assignStall,
  'stall.decline': declineStall,
  'stall.list': listStalls,
  'stall.mine': myStalls,
  'stall.withdraw': withdrawFromStall,
  'me.show': showMe,
  'me.chooseCompound': chooseCompound,
  'me.export': exportMe,
  'me.requestErasure': requestErasure,
  'me.cancelErasure': cancelErasure,
  'demo.setNow': setNow,
}

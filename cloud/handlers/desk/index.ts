import type { AreaHandlers } from '../../app/handler'
import { beginSignIn } from './begin-sign-in'
import { confirmSignIn } from './confirm-sign-in'
import { endSession } from './end-session'
import { findSignIn } from './find-sign-in'
import { me } from './me'
import { sessions } from './sessions'
import { showSignIn } from './show-sign-in'
import { signInState } from './sign-in-state'
import { signOut } from './sign-out'

export const handlers: AreaHandlers<'desk'> = {
  'desk.beginSignIn': beginSignIn,
  'desk.signInState': signInState,
  'desk.findSignIn': findSignIn,
  'desk.showSignIn': showSignIn,
  'desk.confirmSignIn': confirmSignIn,
  'desk.sessions': sessions,
  'desk.endSession': endSession,
  'desk.signOut': signOut,
  'desk.me': me,
}

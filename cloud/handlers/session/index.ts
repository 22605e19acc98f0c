import type { AreaHandlers } from '../../app/handler'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

export const handlers: AreaHandlers<'session'> = {
  'session.signIn': signIn,
  'session.signOut': signOut,
}

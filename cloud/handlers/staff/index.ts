import type { AreaHandlers } from '../../app/handler'
import { acceptInvitation } from './accept-invitation'
import { confirmHolder } from './confirm-holder'
import { decideVolunteer } from './decide-volunteer'
import { dismiss } from './dismiss'
import { invitations } from './invitations'
import { invite } from './invite'
import { leave } from './leave'
import { log } from './log'
import { openInvitation } from './open-invitation'
import { openVolunteerCode } from './open-volunteer-code'
import { ownPosts } from './own-posts'
import { posts } from './posts'
import { reissueInvitation } from './reissue-invitation'
import { revokeInvitation } from './revoke-invitation'
import { volunteers } from './volunteers'
import { waiting } from './waiting'

export const handlers: AreaHandlers<'staff'> = {
  'staff.posts': posts,
  'staff.invite': invite,
  'staff.invitations': invitations,
  'staff.reissueInvitation': reissueInvitation,
  'staff.revokeInvitation': revokeInvitation,
  'staff.openInvitation': openInvitation,
  'staff.acceptInvitation': acceptInvitation,
  'staff.openVolunteerCode': openVolunteerCode,
  'staff.volunteers': volunteers,
  'staff.waiting': waiting,
  'staff.decideVolunteer': decideVolunteer,
  'staff.confirmHolder': confirmHolder,
  'staff.dismiss': dismiss,
  'staff.leave': leave,
  'staff.ownPosts': ownPosts,
  'staff.log': log,
}

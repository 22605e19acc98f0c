import type { Migration } from '../migration'
import { people } from './0001-people'
import { offices } from './0002-offices'
import { activities } from './0003-activities'
import { registrations } from './0004-registrations'
import { messages } from './0005-messages'
import { checkIn } from './0006-check-in'
import { lifeCircle } from './0007-life-circle'
import { listing } from './0008-listing'
import { rollsAndSeals } from './0009-rolls-and-seals'
import { news } from './0010-news'
import { suggestions } from './0011-suggestions'
import { search } from './0012-search'
import { reportHandled } from './0013-report-handled'
import { screenSeen } from './0014-screen-seen'
import { personOpened } from './0015-person-opened'
import { reportChecked } from './0016-report-checked'
import { subdistrictWords } from './0017-subdistrict-words'
import { posts } from './0018-posts'
import { invitations } from './0019-invitations'
import { seatsFree } from './0020-seats-free'
import { deskSessions } from './0021-desk-sessions'
import { drafts } from './0022-drafts'
import { searchNumbers } from './0028-search-numbers'
import { guests } from './0023-guests'
import { volunteers } from './0024-volunteers'
import { erasures } from './0033-erasures'
import { signInSheets } from './0026-sign-in-sheets'
import { longerNames } from './0027-longer-names'
import { moreChanges } from './0031-more-changes'
import { calls } from './0032-calls'
import { stallPlans } from './0034-stall-plans'
import { runTimeUser } from './0035-run-time-user'
import { holidayPlans } from './0036-holiday-plans'
import { editedPlaces } from './0037-edited-places'
import { publicVersion } from './0038-public-version'
import { stallCalls } from './0039-stall-calls'
import { files } from './0040-files'
import { stallPositions } from './0041-stall-positions'
import { volunteersTold } from './0042-volunteers-told'
import { compoundBelonging } from './0044-compound-belonging'
import { sentBackAs } from './0045-sent-back-as'

/** In order, by hand, forward only: a migration that has shipped never changes. */
export const migrations: readonly Migration[] = [
  people,
  offices,
  activities,
  registrations,
  messages,
  checkIn,
  lifeCircle,
  listing,
  rollsAndSeals,
  news,
  suggestions,
  search,
  reportHandled,
  screenSeen,
  personOpened,
  reportChecked,
  subdistrictWords,
  posts,
  invitations,
  seatsFree,
  deskSessions,
  drafts,
  guests,
  volunteers,
  signInSheets,
  longerNames,
  searchNumbers,
  moreChanges,
  calls,
  erasures,
  stallPlans,
  runTimeUser,
  holidayPlans,
  editedPlaces,
  publicVersion,
  stallCalls,
  files,
  stallPositions,
  volunteersTold,
  compoundBelonging,
  sentBackAs,
]

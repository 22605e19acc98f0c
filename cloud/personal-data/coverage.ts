import { sql, type RawBuilder } from 'kysely'
import type { Schema } from '../database/schema'
import type { ImpersonalTable, PersonalTable } from './personal-table'

/** Members that are family records of the resident's, which nobody has taken over. */
const OF_MY_FAMILY = (residentId: string): RawBuilder<boolean> => sql`
  theirs.resident_id is null
  and theirs.family_member_id in (select id from family_member where keeper_id = ${residentId})`

/**
 * Every table of the database, in the order in which erasing visits them (whoever refers comes before
 * whom it refers to). A new table does not compile until it stands here; a test compares this list with
 * the database itself.
 */
export const coverage: Readonly<Record<keyof Schema, PersonalTable | ImpersonalTable>> = {
  session: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['token_hash'],
    kind: 'account',
  },
  wechat_account: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'account',
    counted: true,
  },
  invitation: {
    owner: 'accepted_by',
    names: 'resident',
    onErase: 'unlink',
    withheld: ['code_hash'],
    kind: 'staff-work',
  },
  desk_session: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['token_hash', 'browser_hash'],
    kind: 'staff-work',
  },
  desk_sign_in: {
    owner: 'confirmed_by',
    names: 'resident',
    onErase: 'delete',
    withheld: ['browser_hash', 'digits', 'network'],
    kind: 'staff-work',
  },
  wrong_code: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'staff-work',
  },
  // A trigger calls whoever held it 已注销 and dismisses; the table `staff` follows.
  post: { owner: 'resident_id', names: 'resident', onErase: 'unlink', withheld: [], kind: 'staff-work' },
  staff: { owner: 'resident_id', names: 'resident', onErase: 'delete', withheld: [], kind: 'staff-work' },
  request: {
    owner: 'identity',
    names: 'requester',
    onErase: 'delete',
    withheld: ['input_hash'],
    kind: 'traces',
    counted: true,
  },
  rate_window: { owner: 'subject', names: 'rate-subject', onErase: 'delete', withheld: [], kind: 'traces' },
  resident_profile: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'profile',
    counted: true,
  },
  message: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['key'],
    kind: 'messages',
    counted: true,
  },
  message_consent: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'message-consents',
  },
  hand_over_card: {
    owner: 'sender_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['token_hash'],
    kind: 'family',
  },
  wrong_number: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'staff-work',
  },
  check_in_history: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'visits',
  },
  door_entry: { owner: 'resident_id', names: 'resident', onErase: 'unlink', withheld: [], kind: 'visits' },
  visit: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'unlink',
    withheld: [],
    kind: 'visits',
    counted: true,
  },
  receipt: {
    owner: 'taken_by',
    names: 'resident',
    onErase: 'unlink',
    withheld: ['token_hash'],
    kind: 'visits',
  },
  screen: { owner: 'paired_by', names: 'resident', onErase: 'unlink', withheld: ['key'], kind: 'staff-work' },
  member_history: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'registrations',
  },
  party_member: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'unlink',
    withheld: [],
    kind: 'registrations',
    also: OF_MY_FAMILY,
  },
  registration: {
    owner: 'registrant_id',
    names: 'resident',
    onErase: 'unlink',
    withheld: ['phone_sealed'],
    kind: 'registrations',
    counted: true,
    sealed: 'phone_sealed',
  },
  // Whoever was registered by an office and taken over by a resident; all others go by a job.
  guest: {
    owner: 'keeper_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['consent_post'],
    kind: 'family',
  },
  guardian_consent: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'family',
  },
  family_link: { owner: 'resident_id', names: 'resident', onErase: 'delete', withheld: [], kind: 'family' },
  family_member: {
    owner: 'keeper_id',
    names: 'resident',
    onErase: 'delete',
    withheld: [],
    kind: 'family',
    counted: true,
  },
  stall_application: {
    owner: 'applicant_id',
    names: 'resident',
    onErase: 'unlink',
    withheld: [],
    kind: 'stalls',
    counted: true,
  },
  activity_history: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'staff-work',
    counted: true,
  },
  activity_change: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'staff-work',
  },
  notice_history: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'staff-work',
  },
  facility_report: {
    owner: 'reporter_id',
    names: 'resident',
    onErase: 'unlink',
    withheld: [],
    kind: 'reports',
    counted: true,
  },
  suggestion: {
    owner: 'resident_id',
    names: 'resident',
    onErase: 'delete',
    withheld: ['phone_sealed'],
    kind: 'suggestions',
    counted: true,
    sealed: 'phone_sealed',
  },
  suggestion_history: {
    owner: 'by_resident',
    names: 'resident',
    onErase: 'forget',
    withheld: [],
    kind: 'staff-work',
  },
  hours_exception: {
    owner: 'set_by',
    names: 'resident',
    onErase: 'unlink',
    withheld: [],
    kind: 'staff-work',
  },
  resident: { owner: 'id', names: 'resident', onErase: 'delete', withheld: [], kind: 'account' },
  staff_act: { impersonal: 'what was done in the name of a post; who held the post stands there' },
  database_mode: { impersonal: 'one row about the database itself' },
  erasure: { impersonal: 'ids of records that are gone, so that a restored backup loses them again' },
  setting: { impersonal: 'from the data pack' },
  neighbourhood: { impersonal: 'from the data pack' },
  compound: { impersonal: 'from the data pack; a grid contact is a role, never a name' },
  service: { impersonal: 'from the data pack' },
  office: { impersonal: 'from the data pack' },
  office_service: { impersonal: 'from the data pack' },
  opening_zone: { impersonal: 'from the data pack' },
  opening_hours: { impersonal: 'from the data pack' },
  entrance: { impersonal: 'from the data pack' },
  draft: { impersonal: 'what is to be published; who wrote it stands in the post' },
  correction: { impersonal: 'wordings of an activity; who changed them stands in the post' },
  activity: { impersonal: 'what takes place; who changed it stands in its history' },
  stall: { impersonal: 'numbers and signs of a market' },
  stall_plan: { impersonal: 'stalls that wait for a second person; who saved them stands in the post' },
  stall_contact: { impersonal: 'whom to ring about a stall, without an account; forgotten 30 days after' },
  place_code: { impersonal: 'what posters carry' },
  screen_pairing: { impersonal: 'screens that wait to be paired' },
  ticket_key: { impersonal: 'one row, of which tickets are signed' },
  gift_mark: { impersonal: 'whose gift it was stands in the entry at the door' },
  sign_in_sheet: { impersonal: 'the order of registrations on paper; who they are stands there' },
  refused_scan: { impersonal: 'codes that were turned away, without who brought them' },
  facility_kind: { impersonal: 'from the data pack' },
  facility: { impersonal: 'from the data pack' },
  street_graph: { impersonal: 'from the data pack' },
  article: { impersonal: 'from the data pack' },
  article_file: { impersonal: 'from the data pack' },
  explained_word: { impersonal: 'from the data pack' },
  notice: { impersonal: 'what the 街道 says to everybody; who published it stands in its history' },
  holiday_plan: { impersonal: 'public holidays; who entered them stands in the post' },
  pack_load: { impersonal: 'hashes of data packs' },
  search_document: { impersonal: 'made of what everybody may read' },
  search_stale: { impersonal: 'ids of what everybody may read' },
  search_sound: { impersonal: 'how characters are read' },
}

export const isPersonal = (table: PersonalTable | ImpersonalTable): table is PersonalTable => 'owner' in table

export const personalTables = (): readonly (readonly [keyof Schema, PersonalTable])[] =>
  (Object.entries(coverage) as [keyof Schema, PersonalTable | ImpersonalTable][]).flatMap(([name, table]) =>
    isPersonal(table) ? [[name, table] as const] : [],
  )

/** The value under which a table names this resident. */
export const ownerValue = (table: PersonalTable, residentId: string): string =>
  table.names === 'rate-subject' ? `resident:${residentId}` : residentId

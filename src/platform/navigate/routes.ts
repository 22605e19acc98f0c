/** Every page by what it shows. Codes, cards and links carry these paths: they never change. */
export const routes = {
  home: '/pages/home/index',
  lifeCircle: '/pages/life-circle/index',
  activities: '/pages/activities/index',
  me: '/pages/me/index',
  scan: '/pages/scan/index',
  notFound: '/pages/not-found/index',
  circle: '/circle/pages/map/index',
  offices: '/office/pages/list/index',
  compounds: '/office/pages/compound/index',
  activity: '/activity/pages/activity/index',
  register: '/activity/pages/register/index',
  registration: '/activity/pages/registration/index',
  registrations: '/activity/pages/mine/index',
  card: '/activity/pages/card/index',
  stalls: '/activity/pages/stalls/index',
  poster: '/activity/pages/poster/index',
  news: '/news/pages/list/index',
  article: '/news/pages/article/index',
  words: '/news/pages/words/index',
  search: '/search/pages/search/index',
  deskSignIn: '/me/pages/desk-sign-in/index',
  staffEntry: '/me/pages/staff-entry/index',
  display: '/me/pages/display/index',
  about: '/me/pages/about/index',
  family: '/me/pages/family/index',
  messages: '/me/pages/messages/index',
  passport: '/me/pages/passport/index',
  privacy: '/me/pages/privacy/index',
  export: '/me/pages/export/index',
  policy: '/me/pages/policy/index',
  suggestions: '/me/pages/suggestions/index',
  telling: '/me/pages/telling/index',
  walker: '/me/pages/walker/index',
  staff: '/staff/pages/door/index',
  reports: '/staff/pages/reports/index',
  screens: '/staff/pages/screens/index',
  rolls: '/staff/pages/rolls/index',
  notices: '/staff/pages/notices/index',
  suggestionInbox: '/staff/pages/suggestions/index',
  volunteers: '/staff/pages/volunteers/index',
} as const

export const officeRoute = (officeId: string): string =>
  `/office/pages/office/index?id=${encodeURIComponent(officeId)}`

/** What one compound belongs to, whoever lives there. */
export const compoundRoute = (compoundId: string): string =>
  `${routes.compounds}?id=${encodeURIComponent(compoundId)}`

/** The list of compounds, also for who has chosen one already. */
export const chooseCompoundRoute = `${routes.compounds}?choose=1`

export const activityRoute = (activityId: string): string =>
  `${routes.activity}?id=${encodeURIComponent(activityId)}`

export const registerRoute = (activityId: string): string =>
  `${routes.register}?id=${encodeURIComponent(activityId)}`

export const registrationRoute = (registrationId: string): string =>
  `${routes.registration}?id=${encodeURIComponent(registrationId)}`

export const stallsRoute = (activityId: string): string =>
  `${routes.stalls}?id=${encodeURIComponent(activityId)}`

export const posterRoute = (activityId: string): string =>
  `${routes.poster}?id=${encodeURIComponent(activityId)}`

/** Where staff pairs a wall screen, with the code that it shows where it was scanned already. */
export const pairingRoute = (pairingId: string): string =>
  `${routes.screens}?pair=${encodeURIComponent(pairingId)}`

/** The door of one activity, for staff. */
export const doorRoute = (activityId: string): string =>
  `${routes.staff}?id=${encodeURIComponent(activityId)}`

/** Where staff let volunteers help at one activity. */
export const volunteersRoute = (activityId: string): string =>
  `${routes.volunteers}?id=${encodeURIComponent(activityId)}`

/** The roll of one activity, for staff. */
export const rollRoute = (activityId: string): string =>
  `${routes.rolls}?id=${encodeURIComponent(activityId)}`

export const articleRoute = (articleId: string): string =>
  `${routes.article}?id=${encodeURIComponent(articleId)}`

/** A forwarded place: the token is its one-time claim. */
export const cardRoute = (token: string): string => `${routes.card}?token=${encodeURIComponent(token)}`

/** The directory, searched for what somebody needs. */
export const needRoute = (need: string): string => `${routes.offices}?need=${encodeURIComponent(need)}`

/** One box for everything, with a text in it already. */
export const searchRoute = (text: string): string => `${routes.search}?text=${encodeURIComponent(text)}`

/** The life circle with one of its places opened. */
export const placeRoute = (facilityId: string): string =>
  `${routes.circle}?place=${encodeURIComponent(facilityId)}`

export const scannedRoute = (code: string): string => `${routes.scan}?code=${encodeURIComponent(code)}`

const TABS: ReadonlySet<string> = new Set([routes.home, routes.lifeCircle, routes.activities, routes.me])

/** Pages of the tab bar are switched to; WeChat refuses to push them. */
export const isTab = (route: string): boolean => TABS.has(route.split('?')[0] ?? route)

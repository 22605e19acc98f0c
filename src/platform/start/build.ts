/** What was decided when this bundle was built; see config/settings.ts for the environment that sets it. */
export const build = {
  /** Of package.json. */
  version: process.env.TARO_APP_VERSION ?? '',
  /** How the mini-program reaches the backend. H5 always uses its own origin. */
  send: process.env.TARO_APP_SEND === 'https' ? 'https' : 'cloud',
  /** CloudBase environment; empty means the default one of the mini-program. */
  cloudEnvironment: process.env.TARO_APP_CLOUD_ENV ?? '',
  /** Origin of the server for `https`, without a slash at the end. */
  origin: process.env.TARO_APP_ORIGIN ?? '',
  /** Which of WeChat's two location interfaces this build declares; WeChat allows one only. */
  location: process.env.TARO_APP_LOCATION === 'fuzzy' ? 'fuzzy' : 'precise',
  /** Whether the pages for staff are part of this build. */
  staff: process.env.TARO_APP_STAFF === '1',
  /** WeChat's ids of the three subscribe messages; without them nobody is asked for consent. */
  templates: {
    change: process.env.TARO_APP_TEMPLATE_CHANGE ?? '',
    waitlist: process.env.TARO_APP_TEMPLATE_WAITLIST ?? '',
    reminder: process.env.TARO_APP_TEMPLATE_REMINDER ?? '',
  },
} as const

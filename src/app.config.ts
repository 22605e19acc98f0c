const h5 = process.env.TARO_ENV === 'h5'
// Every component in every state, for whoever works on them.
const gallery = h5 && process.env.NODE_ENV === 'development'
/** As config/settings.ts decides for the pages themselves: with the browser's pages unless that is turned off. */
const staff = (process.env.TARO_APP_STAFF || (h5 ? '1' : '0')) === '1'
const location = process.env.TARO_APP_LOCATION === 'fuzzy' ? 'getFuzzyLocation' : 'getLocation'

/** In a browser each page names itself; the server fills the first title in. */
const appName = process.env.TARO_APP_SUBDISTRICT
  ? (JSON.parse(process.env.TARO_APP_SUBDISTRICT) as { readonly appName: string }).appName
  : '会客厅'

const purpose = '只在您的手机上算出离您最近的会客厅，不上传。'

/** WeChat reads colours and pictures that begin with @ from theme.json. */
const window = {
  navigationBarTitleText: appName,
  navigationBarBackgroundColor: '@ground',
  navigationBarTextStyle: '@titleStyle',
  backgroundColor: '@ground',
  backgroundColorTop: '@ground',
  backgroundColorBottom: '@ground',
  backgroundTextStyle: '@pullStyle',
} as const

const tabs = [
  { pagePath: 'pages/home/index', text: '首页', icon: 'home' },
  { pagePath: 'pages/life-circle/index', text: '生活圈', icon: 'lifeCircle' },
  { pagePath: 'pages/activities/index', text: '活动', icon: 'activities' },
  { pagePath: 'pages/me/index', text: '我的', icon: 'me' },
] as const

const preload = (...packages: string[]) => ({ network: 'all' as const, packages })

export default defineAppConfig({
  pages: [...tabs.map(({ pagePath }) => pagePath), 'pages/scan/index', 'pages/not-found/index'],
  subPackages: [
    { root: 'office', pages: ['pages/list/index', 'pages/office/index', 'pages/compound/index'] },
    {
      root: 'activity',
      pages: [
        'pages/activity/index',
        'pages/register/index',
        'pages/registration/index',
        'pages/mine/index',
        'pages/card/index',
        'pages/stalls/index',
        'pages/poster/index',
      ],
    },
    { root: 'circle', pages: ['pages/map/index'] },
    { root: 'news', pages: ['pages/list/index', 'pages/article/index', 'pages/words/index'] },
    { root: 'search', pages: ['pages/search/index'] },
    {
      root: 'me',
      pages: [
        'pages/display/index',
        'pages/desk-sign-in/index',
        'pages/staff-entry/index',
        'pages/about/index',
        'pages/family/index',
        'pages/messages/index',
        'pages/passport/index',
        'pages/privacy/index',
        'pages/export/index',
        'pages/policy/index',
        'pages/suggestions/index',
        'pages/telling/index',
        'pages/walker/index',
      ],
    },
    // What the desk frames at `/preview/`, see customRoutes in config/index.ts.
    ...(h5 ? [{ root: 'preview', pages: ['pages/preview/index'] }] : []),
    ...(gallery ? [{ root: 'gallery', pages: ['pages/gallery/index'] }] : []),
    ...(staff
      ? [
          {
            root: 'staff',
            pages: [
              'pages/door/index',
              'pages/reports/index',
              'pages/screens/index',
              'pages/rolls/index',
              'pages/notices/index',
              'pages/suggestions/index',
              'pages/volunteers/index',
            ],
          },
        ]
      : []),
  ],
  // What most open next, fetched while the page before it is read; home asks the map for minutes as well.
  ...(h5
    ? {}
    : {
        preloadRule: {
          'pages/home/index': preload('circle', 'activity', 'office', 'me', 'search'),
          'pages/life-circle/index': preload('circle', 'office'),
          'pages/activities/index': preload('activity'),
          'pages/me/index': preload('activity', 'me', ...(staff ? ['staff'] : [])),
          'pages/scan/index': preload('me', 'activity'),
        },
      }),
  // In a browser the frame of each page draws its own bars: real links, text that grows.
  window: h5 ? { navigationBarTitleText: window.navigationBarTitleText, navigationStyle: 'custom' } : window,
  tabBar: {
    custom: h5,
    color: '@barText',
    selectedColor: '@barChosen',
    backgroundColor: '@bar',
    borderStyle: '@barLine' as 'white',
    list: tabs.map(({ pagePath, text, icon }) => ({
      pagePath,
      text,
      ...(h5 ? {} : { iconPath: `@${icon}`, selectedIconPath: `@${icon}Chosen` }),
    })),
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // It must have been added to the account on WeChat's site first, or no build is accepted.
  ...(process.env.TARO_APP_SPEECH === '1'
    ? { plugins: { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } } }
    : {}),
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: [location],
  permission: {
    [location === 'getLocation' ? 'scope.userLocation' : 'scope.userFuzzyLocation']: { desc: purpose },
  },
  style: 'v2',
})

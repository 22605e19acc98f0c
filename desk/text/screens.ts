/** 大屏和海报. */
export const SCREENS = {
  title: '大屏和海报',
  how: '大屏每分钟报一次到，3 分钟没有报到就算没连上。断网时大屏的码照样能用。',
  office: '会客厅',
  screen: '哪一块',
  state: '现在',
  pairedAt: '什么时候配对的',
  silent: '没连上',
  lastSeen: (when: string): string => `上次 ${when}`,
  again: '刷新',
  online: '在线',
  none: '还没有配对过大屏。',
  acts: '停用',
  sure: '停用这块大屏？',
  sureBody: '停用后，它的码马上不能打卡，要用得重新配对。',
  keep: '不停用',
  revoked: '停用了。',
  toDo: '没连上的大屏，照这三步看一看',
  steps: [
    ['看有没有电', '屏幕是黑的：插好电源，按一下遥控器的开关。'],
    ['看有没有网', '屏幕下面写着“连不上网”：看看会客厅别的设备能不能上网，不能就重启路由器。'],
    ['重新打开网页', '网是好的，大屏还没连上：刷新那个网页，等一分钟。还不行就停用，再配对一次。'],
  ],
  pair: '配对一块大屏',
  pairHow:
    '大屏打开网址，会显示一个码、两位数字和一串配对码。把配对码输到这里；不在跟前的，请那边的同事念给您。',
  address: (origin: string): string => `大屏的网址：${origin}/screen/`,
  pairOffice: '挂在哪家',
  code: '配对码',
  codeHint: '像 K7M-P3X-47',
  codeWrong: '配对码是八位，请对着大屏再看一遍。',
  officeMissing: '请先选会客厅',
  doPair: '配对',
  paired: '配对好了，大屏马上换成打卡码。',
  poster: '应急码：A4 海报',
  posterHow:
    '大屏坏了、停电了，把它贴在门口：码和大屏的一样能打卡，下面印着今天几点到几点。明天要用请重新打印。',
  print: '打印海报',
} as const

export const POSTER = {
  scan: '微信扫一扫，打卡',
  noPhone: '没有手机？请工作人员帮您记一下。',
  today: (day: string, hours: string): string => `今天（${day}）${hours}`,
  unknown: '开门时间待核实',
} as const

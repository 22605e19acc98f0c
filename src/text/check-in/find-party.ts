/** Finding a party: by ticket, by number, by surname; each "no" says what to do next. */
export const FIND_PARTY = {
  numberTitle: '请输 4 位号码',
  clear: '清空',
  erase: '退格',
  typed: (digits: string): string => `已输 ${digits.length === 0 ? '0 位' : [...digits].join(' ')}`,
  surnameTitle: '找姓氏',
  surnameField: '姓氏',
  surnameHint: '打第一个字就行',
  look: '找',
  typeFirst: '请先打一个字，或点下面的一个姓。',
  surnames: '还没来的，点一个姓',
  unnamed: '没留名字',
  nobody: (typed: string): string => `名单里没有“${typed}”。请再问一遍，或输号码。`,
  noNumber: '名单里没有这个号码。请再看一遍，或找姓氏。没报名的，请点“＋1 无手机”。',
  noNumberOffline: '手机里的名单没有这个号码。请再看一遍，或找姓氏；没报名的，请点“＋1 无手机”。',
  camera: '相机没有打开。请输号码或找姓氏；要扫票，请在微信的设置里允许用相机。',
  placeCode: '这是门口的码，给街坊自己扫的。请扫街坊手机里“我的报名”的票，或输号码。',
  foreign: '这不是我们的票。请扫街坊手机里“我的报名”的码，或输号码。',
  forged: '这张票不是我们发的，请不要放行。可以问号码或姓氏再找一次。',
  otherUnknown: (from: string, until: string): string =>
    `这是另一个活动的票，签到时间 ${from} 到 ${until}。请到那边签到。`,
  /** A genuine ticket that the stored list does not have yet. */
  unlistedTitle: '票是真的，名单里还没有',
  unlisted: '可能是刚刚报的名。可以先记下，联网后会核对。',
  unlistedAdmit: '先记下',
} as const

/** 王** 等 2 位: how a party reads in a list of several. */
export const partyTitle = (name: string | null, size: number): string => {
  const who = name ?? FIND_PARTY.unnamed
  return size === 1 ? who : `${who} 等 ${size} 位`
}

export const partyHint = (expected: number, came: number, children: number): string =>
  [
    expected > 0 ? (came > 0 ? `还有 ${expected} 位没来` : '还没来') : came > 0 ? '都到了' : '没有位子',
    ...(children > 0 ? [`孩子 ${children} 位`] : []),
  ].join('，')

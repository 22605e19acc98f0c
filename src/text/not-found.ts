export const NOT_FOUND = {
  tab: '没有这一页',
  title: '没有找到这一页',
  promise: '链接可能旧了，或少了几个字。会客厅和活动都能从首页找到。',
} as const

/** The tab before the map opens. */
export const LIFE_CIRCLE_TAB = {
  tab: '生活圈',
  title: '十五分钟生活圈',
  promise: '从您家门口走 5、10、15 分钟，能到哪些食堂、卫生站、菜场和公园，还缺什么。',
  open: '看我的生活圈',
} as const

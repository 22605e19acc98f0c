/** The page that the desk frames, for staff who write an activity. */
export const PREVIEW = {
  title: '预览',
  held: '这是预览',
  aloneTitle: '这一页是给工作人员看的',
  aloneText: '写活动的同事在电脑工作台里点“预览”，这里才有东西。',
  untitled: '标题还没写',
  noPlace: '地点还没写',
  noTime: '日期和时间还没写全',
  noSeats: '名额还没写',
} as const

export default definePageConfig({
  navigationBarTitleText: '看不懂的词',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})

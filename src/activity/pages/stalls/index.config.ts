export default definePageConfig({
  navigationBarTitleText: '摊位',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})

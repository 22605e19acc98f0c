export default definePageConfig({
  navigationBarTitleText: '会客厅',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})

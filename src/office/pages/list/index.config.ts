export default definePageConfig({
  navigationBarTitleText: '找会客厅',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})

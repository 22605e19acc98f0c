export default definePageConfig({
  navigationBarTitleText: '曹杨百姓会客厅',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})

export default definePageConfig({
  navigationBarTitleText: '街道消息',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  onReachBottomDistance: 400,
})

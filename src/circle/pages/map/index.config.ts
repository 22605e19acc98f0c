export default definePageConfig({ navigationBarTitleText: '我的生活圈', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '我的全部记录' })

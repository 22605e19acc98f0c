export default definePageConfig({ navigationBarTitleText: '街道新闻' })

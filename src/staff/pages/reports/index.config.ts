export default definePageConfig({ navigationBarTitleText: '地图报错' })

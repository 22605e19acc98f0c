export default definePageConfig({ navigationBarTitleText: '街坊的意见' })

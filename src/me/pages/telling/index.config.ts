export default definePageConfig({ navigationBarTitleText: '怎么告诉我' })

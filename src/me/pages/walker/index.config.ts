export default definePageConfig({ navigationBarTitleText: '谁在走路' })

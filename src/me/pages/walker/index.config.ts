export default definePageConfig({ navigationBarTitleText: '走路快慢' })

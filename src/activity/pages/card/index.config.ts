export default definePageConfig({ navigationBarTitleText: '家人转给您的卡' })

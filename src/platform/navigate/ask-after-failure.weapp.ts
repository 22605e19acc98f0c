import Taro from '@tarojs/taro'

/** What to do about a page that did not open, asked above whatever is on the screen. */
export async function askAfterFailure(words: {
  readonly happened: string
  readonly again: string
  readonly home: string
}): Promise<'again' | 'home'> {
  const { confirm } = await Taro.showModal({
    title: '',
    content: words.happened,
    confirmText: words.again,
    cancelText: words.home,
  })
  return confirm ? 'again' : 'home'
}

/** What to do about a page that did not open; a browser's own question has its own two buttons. */
export const askAfterFailure = (words: {
  readonly happened: string
  readonly again: string
  readonly home: string
}): Promise<'again' | 'home'> =>
  Promise.resolve(
    window.confirm(`${words.happened}\n确定：${words.again}；取消：${words.home}`) ? 'again' : 'home',
  )

/** WeChat's secure numbers since base library 2.19; Taro has no name for them. */
interface WeChatRandom {
  readonly getRandomValues?: (options: {
    length: number
    success: (answer: { randomValues: ArrayBuffer }) => void
    fail: () => void
  }) => void
}

/**
 * Random bytes for request ids. An id need only never meet another one of the same resident, so a phone
 * without the secure source may use the ordinary one.
 */
export function randomBytes(length: number): Promise<Uint8Array> {
  const weChat = wx as unknown as WeChatRandom
  return new Promise((resolve) => {
    const ordinary = () => resolve(Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)))
    if (weChat.getRandomValues === undefined) ordinary()
    else {
      weChat.getRandomValues({
        length,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: ordinary,
      })
    }
  })
}

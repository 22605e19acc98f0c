import Taro from '@tarojs/taro'

/** How a text becomes a file here: WeChat sends it to a chat, such as 文件传输助手. */
export const sharesFiles = true

interface FileSharing {
  /** Since base library 2.16.1; Windows and Mac have none. */
  readonly shareFileMessage?: (options: {
    filePath: string
    fileName: string
    success: () => void
    fail: (failure: { errMsg: string }) => void
  }) => void
}

/**
 * To be called in the tap itself, or WeChat refuses; says whether it was sent, or the resident changed their mind.
 * Where WeChat cannot send a file, nothing was saved, and the page says so. The file is taken off the phone as soon as WeChat has it.
 */
export function saveText(name: string, text: string): Promise<boolean> {
  const { shareFileMessage } = wx as unknown as FileSharing
  if (shareFileMessage === undefined) return Promise.resolve(false)
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, text, 'utf8')
  } catch (failure) {
    // A full phone: nothing was written, and the page says so.
    if (
      !/^writeFileSync:fail/.test(
        String((failure as { errMsg?: unknown })?.errMsg ?? (failure as Error).message),
      )
    )
      throw failure
    return Promise.resolve(false)
  }
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      files.unlink({ filePath })
      resolve(saved)
    }
    shareFileMessage({
      filePath,
      fileName: name,
      success: () => end(true),
      fail: ({ errMsg }) => end(errMsg.includes('cancel')),
    })
  })
}

import Taro from '@tarojs/taro'

/** How a text becomes a file here: WeChat sends it to a chat, such as 文件传输助手. */
export const sharesFiles = true

interface FileSharing {
  readonly shareFileMessage: (options: {
    filePath: string
    fileName: string
    success: () => void
    fail: (failure: { errMsg: string }) => void
  }) => void
}

/**
 * To be called in the tap itself, or WeChat refuses; says whether it was sent, or the resident changed their mind.
 * The file is taken off the phone as soon as WeChat has it.
 */
export function saveText(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, text, 'utf8')
  } catch {
    // A full phone: nothing was written, and the page says so.
    return Promise.resolve(false)
  }
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      files.unlink({ filePath })
      resolve(saved)
    }
    ;(wx as unknown as FileSharing).shareFileMessage({
      filePath,
      fileName: name,
      success: () => end(true),
      fail: ({ errMsg }) => end(errMsg.includes('cancel')),
    })
  })
}

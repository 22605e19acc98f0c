import Taro from '@tarojs/taro'

/** WeChat is sent the bytes: a mini-program on cloud functions has no address for them. */
export const fileAddress = (_name: string): string | null => null
export const pictureAddress = (_name: string): string | null => null

/**
 * Writes it where this mini-program may keep things, and gives the path. A name is its content: written once.
 * @throws what WeChat says, when the phone is full
 */
export function storeFile(name: string, content: string): Promise<string> {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: content,
      encoding: 'base64',
      success: () => resolve(filePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

/** WeChat's own reader; from its menu one forwards or keeps the file. */
export async function openFile(path: string, _title: string): Promise<void> {
  await Taro.openDocument({ filePath: path, showMenu: true })
}

import type { Host } from '../../host'
import { answering, note, WxRefusal, type WxMembers } from '../answer'

/** The mini-program's own folder on the phone; everything in it stays until it is removed. */
const OWN_FOLDER = 'http://usr/'

/** Files of the mini-program, and WeChat's sheet that sends one to a chat: only while a tap is being answered. */
export function fileMembers(host: Host): WxMembers {
  const { phone } = host
  const share = answering(host, 'shareFileMessage', ({ filePath, fileName }) => {
    const text = phone.files.get(String(filePath))
    if (text === undefined) throw new WxRefusal('file not exist')
    if (phone.sharing !== 'sends')
      throw new WxRefusal(phone.sharing === 'cancels' ? 'cancel' : 'system error')
    phone.sentFiles.push({ name: String(fileName), text })
  })
  return {
    getFileSystemManager: () =>
      host.realm.own({}) && {
        writeFileSync: (filePath: string, text: string) => {
          if (!filePath.startsWith(OWN_FOLDER)) host.fault(`${filePath} is not the mini-program’s own`)
          if (phone.isFull)
            throw new Error('writeFileSync:fail the maximum size of the file storage limit is exceeded')
          phone.files.set(filePath, text)
        },
        writeFile: answering(host, 'writeFile', ({ filePath, data, encoding }) => {
          if (encoding !== 'base64' || typeof data !== 'string') throw new WxRefusal('parameter error')
          note(host, 'writeFile', { filePath, bytes: Buffer.from(data, 'base64').length })
          phone.files.set(String(filePath), data)
        }),
        unlink: answering(host, 'unlink', ({ filePath }) => {
          if (!phone.files.delete(String(filePath))) throw new WxRefusal('no such file or directory')
        }),
      },
    ...(phone.sharing === 'missing'
      ? { shareFileMessage: undefined }
      : {
          shareFileMessage: (options: Record<string, unknown> = {}) => {
            note(host, 'shareFileMessage', options)
            if (!host.tap.isAnswered) host.fault('wx.shareFileMessage outside of a tap')
            return share(options)
          },
        }),
  }
}

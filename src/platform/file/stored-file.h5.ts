import { picturePath } from '../../../core/shapes/picture'

/** Where a browser gets a photograph or a file by itself. */
export const fileAddress = (name: string): string | null => `/files/news/${name}`

/** Browsers are given the address. */
export const storeFile = (_name: string, _content: string): Promise<string> =>
  Promise.reject(new Error('browsers keep files by themselves'))

/** Saves it under its title. */
export function openFile(address: string, title: string): Promise<void> {
  const link = document.createElement('a')
  link.href = address
  link.download = `${title}.${address.split('.').pop() ?? ''}`
  link.click()
  return Promise.resolve()
}

/** Where a browser gets a photo that staff brought by itself. */
export const pictureAddress = (name: string): string | null => picturePath(name, 960, 'jpg')

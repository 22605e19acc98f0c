/** How a text becomes a file here: it is downloaded. */
export const sharesFiles = false

/** Some browsers read the address only after the tap has ended. */
const READ_BY_MS = 10_000

/** Saves it under that name; says whether it was. Its address is this tab's own, and gone some seconds later. */
export function saveText(name: string, text: string, type = 'application/json'): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), READ_BY_MS)
  return Promise.resolve(true)
}

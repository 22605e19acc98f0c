/**
 * Puts words where the next program pastes from. Without a secure address browsers offer only the old way.
 * @returns false where the browser forbids both: then the words have to be marked by hand
 */
export async function copyText(words: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(words)
      return true
    } catch (failure) {
      if (!(failure instanceof DOMException)) throw failure
    }
  }
  const field = document.createElement('textarea')
  field.value = words
  field.setAttribute('readonly', '')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}

/** A page as an address that can be copied and sent. */
export const linkTo = (route: string): string | null => `${window.location.origin}${route}`

/**
 * Hands a link to the phone's own sheet of apps; where there is none it is copied, and where that is not allowed
 * somebody has to copy it themselves.
 */
export async function sendLink(title: string, link: string): Promise<'sent' | 'copied' | 'shown'> {
  const here = navigator as Partial<Navigator>
  try {
    if (here.share !== undefined && here.canShare?.({ title, url: link }) === true) {
      await here.share({ title, url: link })
      return 'sent'
    }
    if (here.clipboard === undefined) return 'shown'
    await here.clipboard.writeText(link)
    return 'copied'
  } catch (refusal) {
    if (!(refusal instanceof DOMException)) throw refusal
    return refusal.name === 'AbortError' ? 'sent' : 'shown'
  }
}

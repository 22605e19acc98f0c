import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Of a page that the build wrote: scripts without an address stand between these. */
const INLINE = /<script>([^]*?)<\/script>/g

/** What a Content-Security-Policy calls the scripts that stand in the H5 edition's page itself: no others may run. */
export async function inlineScripts(folder: string): Promise<readonly string[]> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    // Not built yet: then there is no page to send either.
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [...page.matchAll(INLINE)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}

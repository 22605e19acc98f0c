// node scripts/compress.mjs <folder>: lays a .br and a .gz beside every text that is worth it. The server sends these
// as they are, so that nothing is compressed while somebody waits.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Refusal, runScript } from './process/refusal.mjs'
import { inRoot } from './process/root.mjs'

const TEXT = /\.(?:js|css|html|svg|json)$/
const COMPRESSED = /\.(?:br|gz)$/
/** Below it the headers weigh more than what is saved. */
const WORTH_BYTES = 1024

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

await runScript(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Refusal('Use: node scripts/compress.mjs <folder>')
  const root = inRoot(folder)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  // What is left of an earlier build must not be sent in place of this one.
  for (const file of files.filter((name) => COMPRESSED.test(name))) await rm(file)
  for (const file of files.filter((name) => TEXT.test(name))) {
    const content = await readFile(file)
    if (content.length < WORTH_BYTES) continue
    await writeFile(`${file}.gz`, await gzipped(content, { level: 9 }))
    await writeFile(
      `${file}.br`,
      await brotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    )
  }
})

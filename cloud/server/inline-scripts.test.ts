import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inlineScripts } from './http-server'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inline-scripts-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('inlineScripts', () => {
  it('names the scripts that stand in the page by their content, and none that has an address', async () => {
    await writeFile(
      join(folder, 'index.html'),
      '<script>one()</script><script src="/a.js"></script><script>two()</script>',
    )
    const named = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(await inlineScripts(folder)).toEqual([named('one()'), named('two()')])
  })

  it('names none where there is no page yet', async () => {
    expect(await inlineScripts(folder)).toEqual([])
  })
})

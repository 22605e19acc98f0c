import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

/** Stands in src/index.html where the list belongs. */
const PLACE = /(<script type="application\/json" id="parts">)\s*\{\}\s*(?=<\/script>)/
const PART = /^chunk\/(.+)\.js$/
const PAGE = /^(?:\.\/)?((?:pages|[a-z]+\/pages)\/[a-z-]+\/index)(?:\.tsx)?$/

/**
 * Writes into the page of the H5 edition which files each of its pages comes in, so that a browser asks for them at
 * once and not only when the app has arrived, been read and asked for its page.
 */
export class PageParts {
  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tap('PageParts', ({ chunkGroups, errors }) => {
      if (errors.length > 0) return
      const parts: Record<string, string[]> = {}
      for (const { origins, chunks } of chunkGroups) {
        const page = origins.map(({ request }) => PAGE.exec(request ?? '')?.[1]).find(Boolean)
        // Residents have no use for the page that the desk frames.
        if (page === undefined || page.startsWith('preview/')) continue
        // Those of the app itself stand in the page already.
        const files = chunks.flatMap(({ files }) =>
          [...files].map((file) => PART.exec(file)?.[1] ?? []).flat(),
        )
        if (files.length > 0) parts[`/${page}`] = files
      }
      const file = path.join(compiler.outputPath, 'index.html')
      const page = readFileSync(file, 'utf8')
      if (!PLACE.test(page)) throw new Error('index.html has no place for the list')
      writeFileSync(file, page.replace(PLACE, `$1${JSON.stringify(parts)}`))
    })
  }
}

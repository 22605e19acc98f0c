import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { build } from 'esbuild'

/** What the life circle fetches from the subpackage `circle`, and home and the list of offices after their first screen. */
const ENTRY = ['features', 'walking-engine', 'engine.ts']
const OUTPUT = ['circle', 'engine.js']

/**
 * Writes a script of its own into the mini-program, to be loaded with WeChat's `require.async`: webpack would put what
 * it shares with pages into the main package.
 */
export default function apartPlugin(ctx: IPluginContext): void {
  ctx.onBuildFinish(async () => {
    await build({
      entryPoints: [path.join(ctx.paths.sourcePath, ...ENTRY)],
      outfile: path.join(ctx.paths.outputPath, ...OUTPUT),
      bundle: true,
      minify: true,
      format: 'cjs',
      platform: 'neutral',
      target: 'es2018',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
    })
  })
}

import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { build } from 'esbuild'

/** What home and the list of offices fetch from the subpackage `circle` after their first screen. */
const ENTRY = ['features', 'walking-engine', 'compute-walking-times.ts']
const OUTPUT = ['circle', 'compute-walking-times.js']

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

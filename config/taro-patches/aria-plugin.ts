import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { ARIA_ATTRIBUTES } from './aria-attributes'

/** Adds the ARIA attributes to the templates of the mini-program, and to the runtime that fills them. */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase & { runtimePath: string | string[] }) {
      platform.template.mergeComponents(ctx, ARIA_ATTRIBUTES)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js')].flat()
    },
  })
}

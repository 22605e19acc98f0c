import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { KEPT_ATTRIBUTES } from './kept-attributes'

/** Taro writes these into every mini-program, whether a page has them or not. */
const ALWAYS_WRITTEN = ['scroll-view', 'image', 'static-image', 'catch-view']

interface Template {
  buildTemplate(components: { readonly includes: Set<string> }): string
  modifyCompProps?: (name: string, attributes: Record<string, string>) => Record<string, string>
}

/**
 * Leaves out of the templates of the mini-program what no page sets: Taro writes each attribute of each element ten
 * levels deep. Pages have their elements from src/components/elements alone, whose types say what can be set.
 */
export default function leanPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      const template = platform.template as unknown as Template
      const unused = unusedIn(path.join(ctx.paths.sourcePath))
      const build = template.buildTemplate.bind(template)
      template.buildTemplate = (components) => {
        for (const name of unused) components.includes.delete(name)
        return build(components)
      }
      template.modifyCompProps = (name, attributes) => {
        const kept = KEPT_ATTRIBUTES[name]
        return kept === undefined
          ? attributes
          : Object.fromEntries(Object.entries(attributes).filter(([key]) => kept.includes(key)))
      }
    },
  })
}

/** Which of what is always written no source names as an element or, for `catchMove`, as an attribute. */
function unusedIn(folder: string): readonly string[] {
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.h5.tsx'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const imported = [...code.matchAll(/import \{([^}]*)\} from '@tarojs\/components'/g)].map(
    ([, names]) => names,
  )
  const names = imported.join(' ')
  const used = [
    ...(/\bScrollView\b/.test(names) ? ['scroll-view'] : []),
    ...(/\bImage\b/.test(names) ? ['image', 'static-image'] : []),
    ...(/\bcatchMove\b/.test(code) ? ['catch-view'] : []),
  ]
  return ALWAYS_WRITTEN.filter((name) => !used.includes(name))
}

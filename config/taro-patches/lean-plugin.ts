import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { KEPT_ATTRIBUTES } from './kept-attributes'

/** Taro writes these into every mini-program, whether a page has them or not. */
const ALWAYS_WRITTEN = ['scroll-view', 'image', 'static-image', 'catch-view']

/** What every view that takes a tap is like: it yields to the finger. */
const PRESSED = { 'hover-class': "'pressed'" }

type Attributes = Record<string, string>

interface Template {
  createMiniComponents(components: object): Record<string, Attributes>
  buildTemplate(components: { readonly includes: Set<string> }): string
  modifyCompProps?: (name: string, attributes: Attributes) => Attributes
}

/**
 * Leaves out of the templates of the mini-program what no page sets, and writes into them what is the same for all:
 * Taro writes each attribute of each element ten levels deep, and sends WeChat each value that is set. Pages have
 * their elements from src/components/elements alone, whose types say what can be set.
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
      const create = template.createMiniComponents.bind(template)
      template.createMiniComponents = (components) => tapped(create(components))
      template.modifyCompProps = (name, attributes) => {
        const kept = KEPT_ATTRIBUTES[name]
        return kept === undefined
          ? attributes
          : Object.fromEntries(Object.entries(attributes).filter(([key]) => kept.includes(key)))
      }
    },
  })
}

/** Taro calls a view with a tap and nothing else about it `click-view`: such a one is a link. */
function tapped(views: Record<string, Attributes>): Record<string, Attributes> {
  const { view, 'click-view': link, ...others } = views
  if (view === undefined || link === undefined) return views
  return {
    ...others,
    view: { ...view, ...PRESSED },
    'click-view': { ...PRESSED, 'aria-role': "'link'", ...link },
  }
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

import type { Host } from '../host'
import type { CompiledNode, CompiledViews } from '../view/compile'
import type { ScreenNode } from '../view/node'
import { createInstance, type ViewInstance } from './view-instance'

type Keyed = Record<string, unknown>

/** Draws a page with all its components; component instances live as long as their place in the tree. */
export interface Canvas {
  /** Null until the first drawing. */
  readonly tree: () => ScreenNode | null
  draw(): void
  /** The page is gone: its components are detached. */
  clear(): void
}

export interface CanvasParts {
  readonly host: Host
  readonly views: CompiledViews
  readonly componentConfigs: ReadonlyMap<string, Keyed>
  /** Draws in the next task. */
  readonly redraw: () => void
}

export function createCanvas(page: ViewInstance, parts: CanvasParts): Canvas {
  const { host, views, componentConfigs, redraw } = parts
  const components = new Map<string, ViewInstance>()
  const seen = new Set<string>()
  let tree: ScreenNode | null = null

  function drawOwner(owner: ViewInstance, parent: ScreenNode | null, place: string): ScreenNode[] {
    const compiled = views.render(owner.path, owner.viewData)
    if (compiled === null) {
      host.fault(`${owner.path} has no template`)
      return []
    }
    return (compiled.children ?? []).map((child, at) =>
      drawNode(child, { owner, parent, place: `${place}/${at}` }),
    )
  }

  interface Place {
    readonly owner: ViewInstance
    readonly parent: ScreenNode | null
    readonly place: string
  }

  function drawNode(compiled: CompiledNode | string, { owner, parent, place }: Place): ScreenNode {
    if (typeof compiled === 'string') {
      return { tag: '#text', text: compiled, parent, owner, children: [], attributes: {} }
    }
    const tag = compiled.tag.replace(/^wx-/, '')
    const node: ScreenNode = { tag, text: '', parent, owner, children: [], attributes: compiled.attr ?? {} }
    const component = componentAt(owner, tag, { place, attributes: node.attributes })
    const inside = component
      ? drawOwner(component, node, place)
      : (compiled.children ?? []).map((child, at) =>
          drawNode(child, { owner, parent: node, place: `${place}/${at}` }),
        )
    node.children.push(...inside)
    return node
  }

  function componentAt(
    owner: ViewInstance,
    tag: string,
    at: { place: string; attributes: Keyed },
  ): ViewInstance | null {
    const path = host.appPackage.componentsOf(owner.path).get(tag)
    if (path === undefined) return null
    const key = `${at.place} ${path}`
    seen.add(key)
    const known = components.get(key)
    const instance = known ?? createComponent(path)
    components.set(key, instance)
    instance.change(at.attributes)
    if (!known) instance.run('attached')
    return instance
  }

  function createComponent(path: string): ViewInstance {
    const config = componentConfigs.get(path) ?? {}
    return createInstance(host, {
      path,
      route: page.path,
      config: { ...config, data: { ...defaultsOf(config), ...(config['data'] as Keyed | undefined) } },
      methods: (config['methods'] ?? {}) as Keyed,
      redraw,
    })
  }

  function draw(): void {
    seen.clear()
    const root: ScreenNode = {
      tag: 'page',
      text: '',
      parent: null,
      owner: page,
      children: [],
      attributes: {},
    }
    root.children.push(...drawOwner(page, root, ''))
    tree = root
    for (const warning of views.warnings.splice(0)) host.fault(`template of ${page.path}: ${warning}`)
    for (const key of [...components.keys()]) if (!seen.has(key)) detach(key)
  }

  function detach(key: string): void {
    components.get(key)?.run('detached')
    components.delete(key)
  }

  return {
    tree: () => tree,
    draw,
    clear: () => [...components.keys()].forEach(detach),
  }
}

function defaultsOf(config: Keyed): Keyed {
  const properties = Object.entries((config['properties'] ?? {}) as Record<string, { value?: unknown }>)
  return Object.fromEntries(properties.map(([name, { value }]) => [name, value ?? null]))
}

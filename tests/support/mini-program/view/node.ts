/** Whoever owns a template: a page or a component instance, whose methods its `bind` attributes name. */
export interface ViewOwner {
  readonly path: string
  call(method: string, event: unknown): void
}

/** An element of the screen as rendered; text is an element of its own, `#text`. */
export interface ScreenNode {
  /** As written in the template: `view`, `button`, `input` … */
  readonly tag: string
  readonly text: string
  readonly parent: ScreenNode | null
  readonly children: ScreenNode[]
  readonly owner: ViewOwner
  readonly attributes: Readonly<Record<string, unknown>>
}

const flatNames = new Map<string, string>()

/** `hover-class`, `hoverClass` and `hoverclass` are one attribute: the compiler writes them in turns. */
function flat(name: string): string {
  const known = flatNames.get(name) ?? name.replaceAll('-', '').toLowerCase()
  flatNames.set(name, known)
  return known
}

export function attribute(node: ScreenNode, name: string): unknown {
  const wanted = flat(name)
  for (const key of Object.keys(node.attributes)) if (flat(key) === wanted) return node.attributes[key]
  return undefined
}

/** `data-` attributes by their names in camel case, as events carry them. */
export function dataset(node: ScreenNode): Record<string, unknown> {
  const own = Object.entries(node.attributes).filter(([key]) => key.startsWith('data-'))
  return Object.fromEntries(own.map(([key, value]) => [camel(key.slice('data-'.length)), value]))
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The node and everything above it, innermost first. */
export function lineage(node: ScreenNode): ScreenNode[] {
  return node.parent === null ? [node] : [node, ...lineage(node.parent)]
}

/** The node and everything below it, in the order of the screen. */
export function descendants(node: ScreenNode): ScreenNode[] {
  return [node, ...node.children.flatMap(descendants)]
}

/** Hidden by attribute or inline style; classes are not looked at. */
export function isHidden(node: ScreenNode): boolean {
  const hidden = attribute(node, 'hidden')
  if (hidden !== undefined && hidden !== false && hidden !== '') return true
  return /display:\s*none|visibility:\s*hidden/.test(String(attribute(node, 'style') ?? ''))
}

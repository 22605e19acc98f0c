/** Which edges hang together, when each edge joins two of `nodeCount` nodes. Almost linear. */
export function findComponents(nodeCount: number, from: Uint32Array, to: Uint32Array): Int32Array {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const rootOf = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (let edge = 0; edge < from.length; edge++) {
    const one = rootOf(from[edge]!)
    const other = rootOf(to[edge]!)
    if (one !== other) parent[Math.max(one, other)] = Math.min(one, other)
  }
  return Int32Array.from(from, (node) => rootOf(node))
}

export interface Component {
  readonly root: number
  /** Sum of its edges, in the unit of the lengths. */
  readonly length: number
  readonly firstEdge: number
  readonly edges: number
}

/** The components by length, longest first. */
export function rankComponents(rootOfEdge: Int32Array, length: Int32Array): Component[] {
  const byRoot = new Map<number, { root: number; length: number; firstEdge: number; edges: number }>()
  rootOfEdge.forEach((root, edge) => {
    const component = byRoot.get(root) ?? { root, length: 0, firstEdge: edge, edges: 0 }
    component.length += length[edge]!
    component.edges++
    byRoot.set(root, component)
  })
  return [...byRoot.values()].sort((one, other) => other.length - one.length)
}

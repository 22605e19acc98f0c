import { attribute, isHidden, lineage, type ScreenNode } from './node'
import { linesOf, textOf } from './visible-text'

/**
 * What to look for: a string or pattern is the whole visible text of an element or its `aria-label`;
 * the parts of an object must all hold.
 */
export type Target =
  | string
  | RegExp
  | {
      readonly text?: string | RegExp
      readonly label?: string | RegExp
      readonly role?: string
      readonly tag?: string
      readonly className?: string
    }

/** Every visible element that fits, in the order of the screen; of nested ones only the innermost. */
export function findAll(root: ScreenNode, target: Target): ScreenNode[] {
  const fitting = visible(root).filter((node) => fits(node, target))
  const around = new Set(fitting.flatMap((node) => lineage(node).slice(1)))
  return fitting.filter((node) => !around.has(node))
}

/** @throws when there is none or more than one, with what the screen says */
export function findOne(root: ScreenNode, target: Target): ScreenNode {
  const found = findAll(root, target)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const wanted =
    typeof target === 'object' && !(target instanceof RegExp) ? JSON.stringify(target) : String(target)
  throw new Error(`The screen shows ${found.length} × ${wanted}; it says:\n${linesOf(root).join('\n')}`)
}

function visible(node: ScreenNode): ScreenNode[] {
  return isHidden(node) ? [] : [node, ...node.children.flatMap(visible)]
}

function fits(node: ScreenNode, target: Target): boolean {
  if (typeof target === 'string' || target instanceof RegExp) {
    return matches(textOf(node), target) || matches(labelOf(node), target)
  }
  return (
    (target.text === undefined || matches(textOf(node), target.text)) &&
    (target.label === undefined || matches(labelOf(node), target.label)) &&
    (target.role === undefined || roleOf(node) === target.role) &&
    (target.tag === undefined || node.tag === target.tag) &&
    (target.className === undefined || classesOf(node).includes(target.className))
  )
}

const matches = (found: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? found === wanted : wanted.test(found)

const labelOf = (node: ScreenNode): string => String(attribute(node, 'aria-label') ?? '')
const roleOf = (node: ScreenNode): unknown =>
  attribute(node, 'aria-role') ?? (node.tag === 'button' ? 'button' : undefined)
const classesOf = (node: ScreenNode): string[] => String(attribute(node, 'class') ?? '').split(/\s+/)

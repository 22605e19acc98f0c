import { attribute, isHidden, type ScreenNode } from './node'

/**
 * What somebody reads on the screen from top to bottom, a line for each element; fields show value or hint. A space that
 * does not break looks like any other.
 */
export const linesOf = (root: ScreenNode): string[] =>
  piecesOf(root)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The visible text of an element, its lines joined as they stand: sentences may run through several elements. */
export const textOf = (node: ScreenNode): string => piecesOf(node).join('').trim()

function piecesOf(root: ScreenNode): string[] {
  const pieces: string[] = ['']
  const breakLine = (): void => void (pieces.at(-1) === '' || pieces.push(''))
  const read = (node: ScreenNode): void => {
    if (isHidden(node)) return
    const isElement = node.tag !== '#text'
    if (isElement) breakLine()
    pieces[pieces.length - 1] += `${node.text}${fieldText(node)}`.replaceAll('\u00a0', ' ')
    node.children.forEach(read)
    if (isElement) breakLine()
  }
  read(root)
  return pieces
}

function fieldText(node: ScreenNode): string {
  if (node.tag !== 'input' && node.tag !== 'textarea') return ''
  const value = String(attribute(node, 'value') ?? '')
  return value === '' ? String(attribute(node, 'placeholder') ?? '') : value
}

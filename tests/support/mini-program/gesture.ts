import type { Host } from './host'
import type { OpenPage } from './stack/open-page'
import { attribute, dataset, descendants, lineage, type ScreenNode } from './view/node'

/** How a handler is bound: `catch` ends the way up. */
const PREFIXES = ['bind', 'bind:', 'catch', 'catch:'] as const

/** What WeChat does with a gesture on the topmost page. */
export interface Gestures {
  tap(node: ScreenNode): void
  /** Types into a field: one `input` for the whole text, then `confirm` if asked. */
  type(node: ScreenNode, text: string): void
  confirm(node: ScreenNode): void
  fire(node: ScreenNode, kind: string, detail: Readonly<Record<string, unknown>>): boolean
}

export function createGestures(host: Host, page: () => OpenPage): Gestures {
  /** From the node upwards through every bound handler; says whether there was one. */
  function bubble(node: ScreenNode, kind: string, detail: unknown): boolean {
    let wasHeard = false
    for (const place of lineage(node)) {
      const bound = handlerOf(place, kind)
      if (bound === null) continue
      wasHeard = true
      place.owner.call(
        bound.method,
        eventOf({ kind, detail, target: node, currentTarget: place, at: host.clock.now() }),
      )
      if (bound.stops) break
    }
    return wasHeard
  }

  /** Events of a field stay with it. */
  function fire(node: ScreenNode, kind: string, detail: Readonly<Record<string, unknown>>): boolean {
    const bound = handlerOf(node, kind)
    if (bound === null) return false
    node.owner.call(
      bound.method,
      eventOf({ kind, detail, target: node, currentTarget: node, at: host.clock.now() }),
    )
    return true
  }

  /** WeChat itself notes the consent that is given on its own kind of button. */
  function consent(node: ScreenNode): boolean {
    const button = lineage(node).find((place) =>
      String(attribute(place, 'open-type')).includes('agreePrivacyAuthorization'),
    )
    if (!button) return false
    host.phone.privacyConsent = true
    return fire(button, 'agreeprivacyauthorization', {})
  }

  return {
    tap: (node) => {
      const disabled = lineage(node).find((place) => attribute(place, 'disabled') === true)
      if (disabled) throw new Error(`A disabled ${disabled.tag} was tapped`)
      const detail = { x: 100, y: 100 }
      const touched = bubble(node, 'touchstart', detail)
      bubble(node, 'touchend', detail)
      host.tap.isAnswered = true
      const tapped = bubble(node, 'tap', detail)
      host.tap.isAnswered = false
      const consented = consent(node)
      if (!touched && !tapped && !consented)
        throw new Error(`Nothing reacts to a tap there, on ${page().route.path}`)
    },
    type: (node, text) => {
      fire(node, 'focus', { value: '', height: 280 })
      if (!fire(node, 'input', { value: text, cursor: text.length, keyCode: 0 }))
        throw new Error('The field does not hear input')
    },
    confirm: (node) => {
      if (!fire(node, 'confirm', { value: attribute(node, 'value') ?? '' }))
        throw new Error('The field does not hear confirm')
    },
    fire,
  }
}

/** WeChat's Back closes what a page shows in a page-container instead of the page. @returns whether there was one */
export function leaveContainer(host: Host, page: OpenPage): boolean {
  const tree = page.tree()
  const container = (tree === null ? [] : descendants(tree)).find(
    (node) => node.tag === 'page-container' && attribute(node, 'show') === true,
  )
  if (container === undefined) return false
  for (const kind of ['beforeleave', 'leave', 'afterleave']) {
    const bound = handlerOf(container, kind)
    const event = { kind, detail: {}, target: container, currentTarget: container, at: host.clock.now() }
    if (bound !== null) container.owner.call(bound.method, eventOf(event))
  }
  return true
}

function handlerOf(node: ScreenNode, kind: string): { method: string; stops: boolean } | null {
  for (const prefix of PREFIXES) {
    const method = attribute(node, `${prefix}${kind}`)
    if (typeof method === 'string' && method !== '') return { method, stops: prefix.startsWith('catch') }
  }
  return null
}

interface EventParts {
  readonly kind: string
  readonly detail: unknown
  readonly target: ScreenNode
  readonly currentTarget: ScreenNode
  readonly at: number
}

function eventOf({ kind, detail, target, currentTarget, at }: EventParts): Record<string, unknown> {
  const place = (node: ScreenNode) => ({
    id: String(attribute(node, 'id') ?? ''),
    offsetLeft: 0,
    offsetTop: 0,
    dataset: dataset(node),
  })
  const touch = { identifier: 0, pageX: 100, pageY: 100, clientX: 100, clientY: 100, force: 1 }
  const touches =
    kind.startsWith('touch') || kind === 'tap' ? { touches: [touch], changedTouches: [touch] } : {}
  // The innermost element that WeChat knows: text inside a <text> belongs to it.
  const element = target.tag === '#text' && target.parent ? target.parent : target
  return {
    type: kind,
    timeStamp: at,
    target: place(element),
    currentTarget: place(currentTarget),
    mark: {},
    detail,
    ...touches,
  }
}

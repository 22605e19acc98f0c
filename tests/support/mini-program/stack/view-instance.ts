import type { Host } from '../host'
import type { ViewOwner } from '../view/node'
import { applyChanges } from './set-data'

type Keyed = Record<string, unknown>

/** One page or component alive: what the app sees as `this`, and the data that its template shows. */
export interface ViewInstance extends ViewOwner {
  /** The app's `this`. */
  readonly self: Keyed
  readonly viewData: Keyed
  /** Runs a lifecycle of the app, where it has one. */
  run(lifecycle: string, ...given: unknown[]): unknown
  /** Changes that come from outside, such as properties; not counted as `setData`. */
  change(changes: Readonly<Keyed>): void
}

export interface InstanceParts {
  readonly path: string
  /** The page at the bottom of it, for the record. */
  readonly route: string
  readonly config: Readonly<Keyed>
  readonly methods: Readonly<Keyed>
  /** Draws anew; called in a task after `setData`, before its callbacks. */
  readonly redraw: () => void
}

/** `setData` crosses to the view as JSON, in a task of its own; its callback comes after drawing. */
export function createInstance(host: Host, parts: InstanceParts): ViewInstance {
  const { path, route, config, methods, redraw } = parts
  const self = host.realm.own({}) as Keyed
  const viewData = copy((config['data'] ?? {}) as Keyed)
  Object.assign(self, methods, { data: host.realm.own(viewData), is: path, setData })

  function setData(changes: Keyed, callback?: () => void): void {
    const json = JSON.stringify(changes)
    host.record.setData.push({ route, bytes: Buffer.byteLength(json) })
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined)
        host.fault(`setData of ${route} sets "${key}" to undefined, which WeChat drops`)
    }
    applyChanges(self['data'] as Keyed, host.realm.own(JSON.parse(json)) as Keyed)
    applyChanges(viewData, JSON.parse(json) as Keyed)
    host.later(`setData of ${route}`, () => {
      redraw()
      if (callback) host.guard(`setData callback of ${route}`, () => callback.call(self))
    })
  }

  const run = (lifecycle: string, ...given: unknown[]): unknown => {
    const act =
      self[lifecycle] ?? config[lifecycle] ?? (config['lifetimes'] as Keyed | undefined)?.[lifecycle]
    if (typeof act !== 'function') return undefined
    return host.guard(`${lifecycle} of ${path}`, () => act.apply(self, given) as unknown)
  }
  return {
    path,
    self,
    viewData,
    run,
    change: (changes) => {
      applyChanges(self['data'] as Keyed, host.realm.own(changes) as Keyed)
      applyChanges(viewData, copy(changes))
    },
    call: (method, event) => {
      const act = self[method]
      if (typeof act !== 'function') host.fault(`${path} has no method "${method}" to handle an event`)
      else host.guard(`${method} of ${path}`, () => act.call(self, host.realm.own(event)) as unknown)
    },
  }
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

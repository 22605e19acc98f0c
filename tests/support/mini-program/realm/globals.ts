import type { Host } from '../host'
import { describe } from '../host'
import type { Registry } from '../stack/open-page'
import type { PageStack } from '../stack/page-stack'
import { pluginsOf } from '../wx/plugin'

type Keyed = Record<string, unknown>
type Handler = (...given: unknown[]) => unknown

/** What the package's files register, filled while they run. */
export interface OpenRegistry extends Registry {
  readonly pages: Map<string, Keyed>
  readonly components: Map<string, Keyed>
  app: Keyed | null
  /** The file that is running now, without extension: `Page(…)` registers under it. */
  running: string
}

export interface GlobalParts {
  readonly host: Host
  readonly registry: OpenRegistry
  readonly stack: () => PageStack
  readonly wx: unknown
}

/** Defines the globals that WeChat gives a mini-program, and no others. */
export function defineGlobals({ host, registry, stack, wx }: GlobalParts): void {
  const { realm, clock } = host
  const timer =
    (repeats: boolean) =>
    (run: unknown, delay = 0, ...given: unknown[]): number => {
      if (typeof run !== 'function') throw realm.error('a timer needs a function')
      return clock.startTimer(() => host.guard('timer', () => (run as Handler)(...given)), delay, repeats)
    }
  const stop = (id: unknown): void => clock.stopTimer(Number(id))
  const globals = {
    wx,
    console: consoleOf(host),
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: stop,
    clearInterval: stop,
    App: (config: Keyed) => {
      registry.app = config
    },
    Page: (config: Keyed) => void registry.pages.set(registry.running, config),
    Component: (config: Keyed) => void registry.components.set(registry.running, config),
    Behavior: (config: Keyed) => config,
    requirePlugin: pluginsOf(host),
    getApp: () => registry.app,
    getCurrentPages: () => stack().pages.map(({ instance }) => instance.self),
  }
  for (const [name, value] of Object.entries(globals)) realm.define(name, value)
}

/** What is written as an error or a warning would be seen by nobody on a phone: it fails the test. */
function consoleOf(host: Host): Keyed {
  const say = (parts: unknown[]): string => parts.map(describe).join(' ')
  const log = (...parts: unknown[]): void => void host.record.logs.push(say(parts))
  const complain = (...parts: unknown[]): void => host.fault(`console: ${say(parts)}`)
  return {
    log,
    info: log,
    debug: log,
    group: log,
    groupEnd: log,
    time: log,
    timeEnd: log,
    warn: complain,
    error: complain,
  }
}

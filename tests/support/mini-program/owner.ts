import { createGestures } from './gesture'
import type { Host } from './host'
import type { MiniProgram } from './mini-program'
import type { PageStack } from './stack/page-stack'
import type { ScreenNode } from './view/node'
import { findAll, findOne } from './view/query'
import { linesOf, textOf } from './view/visible-text'

const PATIENCE_MS = 20_000
const GLANCE_MS = 2
const CALM_TASKS = 3
/** Timers due this soon belong to what is going on; later ones are waits of the app. */
const SOON_MS = 60

interface OwnerParts {
  readonly host: Host
  readonly stack: PageStack
  readonly runApp: (lifecycle: string) => void
  readonly tellOfError: (text: string) => void
  readonly tellOfRejection: (reason: unknown) => void
  readonly end: () => void
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Until every task that is ready now has run. */
const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The phone's owner: looks at the screen, taps, and waits as people do. */
export function createOwner({
  host,
  stack,
  runApp,
  tellOfError,
  tellOfRejection,
  end,
}: OwnerParts): MiniProgram {
  const gestures = createGestures(host, () => stack.top())
  const { record, clock, phone } = host

  const root = (): ScreenNode => {
    const tree = stack.top().tree()
    if (!tree) throw new Error(`${stack.top().route.path} has not been drawn yet`)
    return tree
  }
  const lines = (): string[] => {
    const tree = stack.pages.at(-1)?.tree() ?? null
    return tree ? linesOf(tree) : []
  }
  const describeScreen = (): string => {
    const faults = record.faults.length === 0 ? '' : `\nFaults so far:\n${record.faults.join('\n')}`
    return `${stack.pages.at(-1)?.route.path ?? 'No page'} says:\n${lines().join('\n')}${faults}`
  }

  async function until(what: string, isTrue: () => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!isTrue()) {
      if (performance.now() > deadline)
        throw new Error(`Waited ${PATIENCE_MS} ms in vain: ${what}.\n${describeScreen()}`)
      await pause(GLANCE_MS)
    }
  }

  const isCalm = (): boolean =>
    !host.isBusy() && clock.dueWithin(SOON_MS) === 0 && stack.pages.at(-1)?.tree() !== null

  /** At rest for several tasks: a promise of the app may be between two of them. */
  async function settled(): Promise<void> {
    let calmTasks = 0
    while (calmTasks < CALM_TASKS) {
      if (calmTasks === 0) await until('the app comes to rest', isCalm)
      await nextTask()
      calmTasks = isCalm() ? calmTasks + 1 : 0
    }
  }

  const sees: MiniProgram['sees'] = async (target) => {
    const shown = (): ScreenNode[] => {
      const tree = stack.pages.at(-1)?.tree() ?? null
      return tree ? findAll(tree, target) : []
    }
    await until(`the screen shows ${String(target)}`, () => shown().length > 0)
    return shown()[0] as ScreenNode
  }

  const act = async (gesture: () => void): Promise<void> => {
    await settled()
    gesture()
    await settled()
  }

  return {
    phone,
    clock,
    record,
    route: () => stack.top().route.path,
    title: () => stack.top().title,
    depth: () => stack.pages.length,
    lines,
    text: () => textOf(root()),
    root,
    all: (target) => findAll(root(), target),
    one: (target) => findOne(root(), target),
    texts: (target) => findAll(root(), target).map(textOf),
    sees,
    until,
    settled,
    tap: (target) => act(() => gestures.tap(findOne(root(), target))),
    fire: (target, kind, detail) =>
      act(() => {
        const node = findOne(root(), target)
        if (!gestures.fire(node, kind, detail)) throw new Error(`<${node.tag}> does not hear ${kind}`)
      }),
    type: (target, text) => act(() => gestures.type(findOne(root(), target), text)),
    tapTab: (text) => act(() => switchByTabBar(host, stack, text)),
    back: () => act(() => stack.navigateBack(1)),
    pullDown: () => act(() => void stack.top().instance.run('onPullDownRefresh')),
    reachEnd: () => act(() => void stack.top().instance.run('onReachBottom')),
    share: async () => {
      const card = await stack.top().instance.run('onShareAppMessage', host.realm.own({ from: 'menu' }))
      return (card ?? {}) as Readonly<Record<string, unknown>>
    },
    shareToMoments: async () => {
      const shared = await stack.top().instance.run('onShareTimeline')
      return (shared ?? {}) as Readonly<Record<string, unknown>>
    },
    leaveAndReturn: () =>
      act(() => {
        stack.top().hide()
        runApp('onHide')
        runApp('onShow')
        stack.top().show()
      }),
    tellOfError,
    tellOfRejection,
    takeFaults: () => record.faults.splice(0),
    close: async () => {
      end()
      await pause(0)
      if (record.faults.length > 0)
        throw new Error(`WeChat would not forgive:\n- ${record.faults.join('\n- ')}`)
    },
  }
}

function switchByTabBar(host: Host, stack: PageStack, text: string): void {
  const item = host.appPackage.app.tabBar?.list.find((tab) => tab.text === text)
  if (!item) throw new Error(`The tab bar has no item "${text}"`)
  if (!host.appPackage.tabs.has(stack.top().route.path)) throw new Error('The tab bar is not on the screen')
  stack.switchTab(`/${item.pagePath}`)
  stack.top().instance.run('onTabItemTap', host.realm.own({ pagePath: item.pagePath, text }))
}

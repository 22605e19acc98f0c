import type { Host } from '../host'

export type Options = Record<string, unknown>
export type WxMembers = Record<string, unknown>

/** An answer "fail": the tail of WeChat's `errMsg`, and its `errno` or `errCode` where documentation gives one. */
export class WxRefusal extends Error {
  constructor(
    reason: string,
    readonly errno?: number,
    readonly errCode?: number,
  ) {
    super(reason)
  }
}

type Act = (options: Options) => unknown

/**
 * An interface in WeChat's asynchronous form: it acts and answers in a later task, by `success`, `fail` and
 * `complete`, or by a promise where none of them is given.
 */
export function answering(host: Host, name: string, act: Act): (options?: Options) => unknown {
  return (options = {}) => {
    const call = (callback: string, answer: unknown): void => {
      const act = options[callback]
      if (typeof act === 'function')
        host.guard(`${callback} of wx.${name}`, () => act.call(undefined, answer) as unknown)
    }
    const settle = async (): Promise<{ ok: boolean; answer: unknown }> => {
      try {
        const value = (await act(options)) as Options | undefined
        return { ok: true, answer: host.realm.own({ ...value, errMsg: `${name}:ok` }) }
      } catch (error) {
        return { ok: false, answer: refusalOf(host, name, error) }
      }
    }
    const start = (finish: (outcome: { ok: boolean; answer: unknown }) => void): void =>
      host.later(
        `wx.${name}`,
        () => void host.busy(settle()).then((outcome) => host.later(`wx.${name}`, () => finish(outcome))),
      )
    if (!['success', 'fail', 'complete'].some((callback) => typeof options[callback] === 'function')) {
      return host.realm.promise((resolve, reject) =>
        start(({ ok, answer }) => (ok ? resolve(answer) : reject(answer))),
      )
    }
    start(({ ok, answer }) => {
      call(ok ? 'success' : 'fail', answer)
      call('complete', answer)
    })
    return undefined
  }
}

/** Anything but a `WxRefusal` is a defect of the harness or the app, so it is a fault as well. */
function refusalOf(host: Host, name: string, error: unknown): unknown {
  if (!(error instanceof WxRefusal)) {
    host.fault(`wx.${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  const reason = error instanceof Error ? error.message : String(error)
  const { errno, errCode } = error instanceof WxRefusal ? error : {}
  return host.realm.own({
    errMsg: `${name}:fail ${reason}`,
    ...(errno === undefined ? {} : { errno }),
    ...(errCode === undefined ? {} : { errCode }),
  })
}

/** An interface that only leaves a trace in the record. */
export const noted = (host: Host, name: string, answer: Options = {}): WxMembers => ({
  [name]: answering(host, name, (options) => {
    note(host, name, options)
    return answer
  }),
})

export function note(host: Host, api: string, options: Options): void {
  host.record.calls.push({ api, options: JSON.parse(JSON.stringify(options)) as unknown })
}

/** `onXxx` and `offXxx` for one kind of news; `emit` tells all who listen. */
export function listening(
  host: Host,
  news: string,
): { members: WxMembers; emit: (answer?: unknown) => void } {
  const listeners = new Set<(answer: unknown) => void>()
  return {
    members: {
      [`on${news}`]: (listener: (answer: unknown) => void) => void listeners.add(listener),
      [`off${news}`]: (listener?: (answer: unknown) => void) =>
        listener ? void listeners.delete(listener) : listeners.clear(),
    },
    emit: (answer) => {
      for (const listener of [...listeners]) host.guard(`on${news}`, () => listener(host.realm.own(answer)))
    },
  }
}

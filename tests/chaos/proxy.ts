import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What stands between two programs, so that their connection can be made bad. */
export interface Proxy {
  readonly port: number
  /** Where it leads to; another address after a restart there. */
  leadTo(ports: readonly number[]): void
  /** Ends what is connected now; whoever connects anew gets through. */
  cut(): void
  /** From now on: `open`, nobody gets in and nobody stays (`closed`), nothing moves (`stalled`), or each piece comes so much later. */
  become(state: 'open' | 'closed' | 'stalled' | { readonly laterMs: number }): void
  close(): void
}

/** On a port of its own that stays the same; goes round among several ports and past those that refuse. */
export async function openProxy(): Promise<Proxy> {
  let ports: readonly number[] = []
  let turn = 0
  let isClosed = false
  let isStalled = false
  let laterMs = 0
  const pairs = new Set<readonly [Socket, Socket]>()

  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (piece) => {
      if (laterMs === 0) return void to.write(piece)
      setTimeout(() => to.destroyed || to.write(piece), laterMs)
    })
    from.once('close', () => to.destroy())
    from.on('error', () => to.destroy())
  }
  const join = (caller: Socket, tries: number): void => {
    const port = ports[(turn += 1) % ports.length]
    if (isClosed || port === undefined) return void caller.destroy()
    const server = connect({ port, host: '127.0.0.1', noDelay: true })
    const refused = (): void => {
      if (tries > 1) join(caller, tries - 1)
      else caller.destroy()
    }
    server.once('error', refused)
    server.once('connect', () => {
      server.off('error', refused)
      const pair = [caller, server] as const
      pairs.add(pair)
      server.once('close', () => pairs.delete(pair))
      pass(caller, server)
      pass(server, caller)
      if (isClosed || caller.destroyed) return void pair.forEach((end) => end.destroy())
      if (isStalled) server.pause()
      else caller.resume()
    })
  }
  const listening = createServer({ noDelay: true, pauseOnConnect: true }, (caller) => {
    caller.on('error', () => undefined)
    join(caller, ports.length)
  })
  await new Promise<void>((settle) => listening.listen(0, '127.0.0.1', settle))
  const ends = (): Socket[] => [...pairs].flat()
  const cut = (): void => ends().forEach((end) => end.destroy())
  return {
    port: (listening.address() as AddressInfo).port,
    leadTo: (next) => void (ports = next),
    cut,
    become(state) {
      isClosed = state === 'closed'
      isStalled = state === 'stalled'
      laterMs = typeof state === 'object' ? state.laterMs : 0
      if (isClosed) cut()
      ends().forEach((end) => (isStalled ? end.pause() : end.resume()))
    },
    close() {
      listening.close()
      cut()
    },
  }
}

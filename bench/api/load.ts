import { connect, type Socket } from 'node:net'

const BLANK_LINE = Buffer.from('\r\n\r\n')

/** One keep-alive connection, so light that it does not take the time it measures. */
interface Connection {
  /** Sends a whole request and waits for the whole answer. @throws Error unless it is 200 with ok */
  ask(request: string): Promise<void>
  close(): void
}

/** Asks over so many connections for so long, each asking again when it is answered. @returns answers a second */
export async function askAround(
  port: number,
  connections: number,
  milliseconds: number,
  nextRequest: () => string,
): Promise<number> {
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const began = performance.now()
  let answers = 0
  await Promise.all(
    opened.map(async (connection) => {
      while (performance.now() - began < milliseconds) {
        await connection.ask(nextRequest())
        answers += 1
      }
      connection.close()
    }),
  )
  return answers / ((performance.now() - began) / 1000)
}

async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((settle, fail) => socket.once('connect', settle).once('error', fail))
  return {
    ask: async (request) => {
      const answer = receive(socket)
      socket.write(request)
      const { head, body } = await answer
      if (head.startsWith('HTTP/1.1 200 ') && body.startsWith('{"ok":true')) return
      throw new Error(`an answer that is none: ${head}\n${body.slice(0, 300)}`)
    },
    close: () => socket.destroy(),
  }
}

function receive(socket: Socket): Promise<{ head: string; body: string }> {
  return new Promise((settle, fail) => {
    let read: Buffer = Buffer.alloc(0)
    const end = (): void => {
      socket.off('data', look).off('error', broken).off('close', broken)
    }
    const broken = (error?: unknown): void => {
      end()
      fail(error instanceof Error ? error : new Error('the server hung up'))
    }
    const look = (chunk: Buffer): void => {
      read = read.length === 0 ? chunk : Buffer.concat([read, chunk])
      const headEnd = read.indexOf(BLANK_LINE)
      if (headEnd < 0) return
      const head = read.toString('latin1', 0, headEnd)
      const bodyStart = headEnd + BLANK_LINE.length
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
      if (read.length < bodyStart + length) return
      end()
      settle({ head, body: read.toString('latin1', bodyStart, bodyStart + length) })
    }
    socket.on('data', look).once('error', broken).once('close', broken)
  })
}

import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { sql } from 'kysely'
import { OperatorError } from '../../../cloud/database/operator-error'
import { reachDatabase } from '../../../cloud/database/reach'
import { createEmptyDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.drop())

async function refusalOf(url: string): Promise<string> {
  const error = await reachDatabase(url).catch((refusal: unknown) => refusal)
  expect(error).toBeInstanceOf(OperatorError)
  return (error as OperatorError).message
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.databaseUrl)
  change(url)
  return url.href
}

test('a database of ours is fine', async () => {
  await expect(reachDatabase(database.databaseUrl)).resolves.toBeUndefined()
})

test.each([
  ['not a URL', 'localhost'],
  ['another protocol', 'mysql://root@127.0.0.1/x'],
])('%s is refused with the form that is wanted', async (_what, url) => {
  expect(await refusalOf(url)).toContain('postgres://user:password@host:5432/database')
})

test('a wrong password is told without the password', async () => {
  const url = changed((place) => {
    place.password = 'open-sesame'
  })
  const refusal = await refusalOf(url)
  expect(refusal).toContain('user or password is wrong')
  expect(refusal).not.toContain('open-sesame')
})

test('a missing database is told', async () => {
  const url = changed((place) => {
    place.pathname = '/nowhere'
  })
  expect(await refusalOf(url)).toMatch(/\/nowhere.*no database of that name/)
})

test('a port where nothing answers is told', async () => {
  const server = await listen(() => undefined)
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  const url = changed((place) => {
    place.port = String(port)
  })
  expect(await refusalOf(url)).toMatch(/nothing answers there/)
})

test('something that cuts the connection, or is no PostgreSQL, is told and not waited for', async () => {
  for (const answer of ['', 'HTTP/1.1 400 Bad Request\r\n\r\n']) {
    const server = await listen((socket) => socket.resume().end(answer))
    const url = changed((place) => {
      place.port = String((server.address() as AddressInfo).port)
    })
    expect(await refusalOf(url)).toMatch(/cannot be used/)
    await new Promise((settle) => server.close(settle))
  }
})

test('a database that takes no writes is told', async () => {
  const name = new URL(database.databaseUrl).pathname.slice(1)
  await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(database.db)
  try {
    expect(await refusalOf(database.databaseUrl)).toContain('read-only')
  } finally {
    await sql`set transaction_read_only = off`.execute(database.db)
    await sql`alter database ${sql.id(name)} reset default_transaction_read_only`.execute(database.db)
  }
})

const listen = (onSocket: Parameters<typeof createServer>[1]): Promise<Server> =>
  new Promise((settle) => {
    const server = createServer(onSocket)
    server.listen(0, '127.0.0.1', () => settle(server))
  })

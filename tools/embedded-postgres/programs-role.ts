import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { Credentials } from './credentials'

/** Role and database of the programs; the role is no superuser, so that nothing here needs more than production gives. */
const NAME = 'living_room'

export const programsUrl = (port: number, password: string): string =>
  `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`

export interface DatabaseUrls {
  /** For the programs. */
  readonly url: string
  /** For making and dropping databases: tests and repairs only. */
  readonly superuserUrl: string
}

/** Makes the programs' role and database if they are not there; a start cut off half-way is made whole by the next. */
export async function ensureProgramsRole(port: number, credentials: Credentials): Promise<DatabaseUrls> {
  const superuserUrl = `postgres://postgres:${credentials.superuser}@127.0.0.1:${port}/postgres`
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: boolean; base: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as base`,
      [NAME],
    )
    const name = escapeIdentifier(NAME)
    if (!rows[0]?.role)
      await client.query(`create role ${name} login password ${escapeLiteral(credentials.programs)}`)
    if (!rows[0]?.base) await client.query(`create database ${name} owner ${name}`)
  } finally {
    await client.end()
  }
  return { superuserUrl, url: programsUrl(port, credentials.programs) }
}

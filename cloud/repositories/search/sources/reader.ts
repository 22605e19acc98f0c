import type { Kysely } from 'kysely'
import type { Schema } from '../../../database/schema'

export type Reader = Kysely<Schema>

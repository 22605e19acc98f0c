import type { Migration } from '../migration'
import { people } from './0001-people'
import { offices } from './0002-offices'

/** In order, by hand, forward only: a migration that has shipped never changes. */
export const migrations: readonly Migration[] = [people, offices]

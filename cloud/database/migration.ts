import type { Kysely } from 'kysely'

/** One step forward of the schema; it runs once, inside a transaction of its own, and never changes after it shipped. */
export interface Migration {
  /** Sorts in the order of the list, for example `0003-activities`. */
  readonly name: string
  /**
   * The oldest program that may run on a database with this step: one whose list ends with the step of this name. What
   * only adds names the step that the last release ended with; without it, only programs that know the step itself may.
   */
  readonly oldestProgram?: string
  // A migration is written against the schema of its own day, which no type of today describes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  up(db: Kysely<any>): Promise<void>
}

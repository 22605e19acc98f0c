import { createHash } from 'node:crypto'
import type { Versioned } from '../../core/contract/versioned'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { RecognisedCaller } from '../repositories/caller'

/** More questions than these are asked so rarely that each is answered anew. */
const MOST_KEPT = 60

/** What everybody is shown, and the next instant at which anything in it starts or ends. */
interface Made<Content> {
  readonly content: Content
  readonly validUntil: Instant
}

interface Kept<Content> extends Made<Content> {
  readonly validFrom: Instant
  readonly publicVersion: number
  readonly version: string
}

/** The only part of it that changes without a new version: it is read with each call. */
interface WithSeats {
  readonly activities?: readonly { readonly id: string; readonly free: number | null }[]
}

export type AnswerKept = <Content extends object | null>(
  /** Which of the answers of this endpoint; `null` where it is asked too seldom to be kept. */
  question: string | null,
  /** With content `null` for what there is not: that is not kept. */
  make: () => Promise<Made<Content>>,
) => Promise<Readonly<{ version: string; content: Content }>>

/**
 * Answers to questions that everybody asks, as this process made them last. They hold while nobody changed anything
 * that they show, which the statement that recognises a caller says, and while nothing in them starts or ends.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept<object>>()

  /** Activities whose free seats are to be read with the caller of this endpoint. */
  activitiesIn(endpoint: string): readonly string[] {
    const ids = [...this.kept]
      .filter(([key]) => key.startsWith(`${endpoint} `))
      .flatMap(([, { content }]) => ((content as WithSeats).activities ?? []).map(({ id }) => id))
    return [...new Set(ids)]
  }

  answerFor(endpoint: string, recognised: RecognisedCaller): AnswerKept {
    return async (question, make) => {
      const { now, publicVersion, freeSeats } = recognised
      const key = `${endpoint} ${question}`
      const known = question === null ? undefined : this.kept.get(key)
      if (
        known !== undefined &&
        known.publicVersion === publicVersion &&
        known.validFrom <= now &&
        now < known.validUntil
      ) {
        const { version, content } = withSeats(known, freeSeats)
        if (version !== known.version) this.keep(key, { ...known, version, content })
        // Whatever is kept under a question is what its endpoint made of it.
        return { version, content: content as Awaited<ReturnType<typeof make>>['content'] }
      }
      const { content, validUntil } = await make()
      const version = versionOf(content)
      if (question !== null && content !== null)
        this.keep(key, { version, content, validUntil, validFrom: now, publicVersion })
      return { version, content }
    }
  }

  private keep(key: string, answer: Kept<object>): void {
    this.kept.delete(key)
    this.kept.set(key, answer)
    const [oldest] = this.kept.keys()
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
  }
}

/** With another version where a seat was taken or became free. */
function withSeats(kept: Kept<object>, freeSeats: RecognisedCaller['freeSeats']): Kept<object> {
  const { activities } = kept.content as WithSeats
  const isAsBefore = ({ id, free }: { id: string; free: number | null }): boolean =>
    !freeSeats.has(id) || freeSeats.get(id) === free
  if (activities === undefined || activities.every(isAsBefore)) return kept
  const now = activities.map((one) =>
    isAsBefore(one) ? one : { ...one, free: freeSeats.get(one.id) ?? null },
  )
  const content = { ...kept.content, activities: now }
  return { ...kept, version: versionOf(content), content }
}

/** The same content has the same version, whichever server made it. */
const versionOf = (content: object | null): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)

/** The content itself for whoever named no version, else as much of it as they lack. */
export const since = <Content extends object>(
  has: string | null | undefined,
  { version, content }: Readonly<{ version: string; content: Content }>,
): Content | Versioned<Content> =>
  has === undefined ? content : { public: { version, content: has === version ? null : content } }

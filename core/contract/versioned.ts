import { nullable, optional, pipe, regex, string } from 'valibot'

/**
 * In the input of what rarely changes: the version of the content that the phone has, `null` where it has none. Whoever
 * leaves it out, as phones up to 0.2.0 do, gets the content itself.
 */
export const version = optional(nullable(pipe(string(), regex(/^[\w-]{16}$/, 'send the version as it came'))))

export interface Versioned<Content> {
  readonly public: {
    readonly version: string
    /** `null` where the phone has this very version. */
    readonly content: Content | null
  }
}

/** The content itself, of an endpoint that answers it with its version to whoever asks so. */
export type ContentIn<Answer> = Exclude<Answer, { readonly public: unknown }>

/** Calls allowed in one window; a window opens with the first call after the last one ended. */
export interface Limits {
  /** Per resident: five calls a second is more than any hand can tap. */
  readonly perResident: number
  /** Per address, for callers who are not signed in: a whole hall shares one address. */
  readonly perAddress: number
  readonly windowSeconds: number
}

export const standardLimits: Limits = { perResident: 300, perAddress: 3_000, windowSeconds: 60 }

/** One `setData` as it crosses from logic to view. */
export interface DataCall {
  readonly route: string
  readonly bytes: number
}

/** One call that leaves the phone, by whichever way. */
export interface SentCall {
  readonly way: 'request' | 'callFunction'
  /** URL, or the name of the cloud function. */
  readonly to: string
  /** JSON of the body or the event. */
  readonly body: string
  readonly header: Readonly<Record<string, string>>
}

/** A use of something that WeChat counts as private. */
export interface PrivateCall {
  readonly api: string
  readonly hadConsent: boolean
}

/** What one run of a mini-program did, and everything about it that WeChat would not forgive. */
export interface RunRecord {
  /** Uncaught errors, console errors and warnings, unknown members of `wx`, undeclared interfaces. */
  readonly faults: string[]
  readonly logs: string[]
  readonly setData: DataCall[]
  readonly sent: SentCall[]
  readonly privateCalls: PrivateCall[]
  /** Synchronous uses of the storage: each holds the app up. `drawn`: how many `setData` had gone before it. */
  readonly storageCalls: { readonly api: string; readonly keys: readonly string[]; readonly drawn: number }[]
  /** Navigations as they were asked for: WeChat goes there in a later task. */
  readonly askedToGo: string[]
  /** `wx` calls with a visible effect, by name, with their options. */
  readonly calls: { readonly api: string; readonly options: unknown }[]
}

export const createRecord = (): RunRecord => ({
  faults: [],
  logs: [],
  setData: [],
  sent: [],
  privateCalls: [],
  storageCalls: [],
  askedToGo: [],
  calls: [],
})

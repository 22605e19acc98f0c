/** What a page has to show. */
export type ScreenState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'troubled'; readonly trouble: ScreenTrouble }
  | {
      readonly kind: 'ready'
      readonly value: Value
      /** Said above content that could not be renewed. */
      readonly note: string | null
    }

/** What happened, what is kept and what to do; `onRetry` only where trying again can help. */
export interface ScreenTrouble {
  readonly happened: string
  readonly advice: string
  readonly onRetry: (() => void) | null
}

/** Calls back for what nobody caught. */
export function onUncaught(hear: (error: unknown) => void): void {
  // Of a script of another origin, as an extension's, a browser gives no error.
  window.addEventListener('error', ({ error }) => {
    if (error !== undefined && error !== null) hear(error)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => hear(reason))
}

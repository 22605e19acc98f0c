/** To the browser's own console, as if nobody had caught it; without stopping what goes on. */
export const reportBug = (bug: unknown): void =>
  void window.setTimeout(() => {
    throw bug
  })

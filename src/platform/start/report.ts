type Hear = (error: unknown) => void
const hearers = new Set<Hear>()

/** Bugs go to the console, which WeChat's and the browser's own error reports read, and to who listens. Never anything about people. */
export function reportBug(error: unknown): void {
  // eslint-disable-next-line no-console
  console.error(error)
  hearers.forEach((hear) => hear(error))
}

/** Calls back for each bug that was caught. */
export const onBug = (hear: Hear): void => void hearers.add(hear)

/** Bugs go to the console: WeChat's and the browser's own error reports read it. Never anything about people. */
export function reportBug(error: unknown): void {
  // eslint-disable-next-line no-console
  console.error(error)
}

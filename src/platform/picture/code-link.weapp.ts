import { build } from '../start/build'

/** What a printed code leads to: the page on the server's own address; `null` where this build knows none. */
export const codeLink = (route: string): string | null =>
  build.origin === '' ? null : `${build.origin}${route}`

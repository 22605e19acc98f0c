import { build } from './build'

/** Where links of this 街道 lead to; `null` where WeChat's functions answer, which have no address of their own. */
export const ownOrigin = (): string | null => (build.origin === '' ? null : build.origin)

import type { QueryClient } from '@tanstack/react-query'
import type { Subdistrict } from '../../core/contract/home'
import { builtSubdistrict } from '../platform/start/built-subdistrict'
import { queries } from './queries'

let cache: QueryClient | null = null

/** The app's one cache, said once at its start. */
export function readSubdistrictFrom(client: QueryClient): void {
  cache = client
}

/**
 * Whom sentences speak for: as last answered, also offline; before any answer as built. Asks nobody, and draws nothing
 * anew: for what is said when something fails.
 */
export const subdistrictNow = (): Subdistrict =>
  cache?.getQueryData(queries.home().queryKey)?.subdistrict ?? builtSubdistrict

import type { UseQueryResult } from '@tanstack/react-query'
import type { HomeContent } from '../../../core/contract/home'
import { queries } from '../../api/queries'
import { builtSubdistrict } from '../../platform/start/built-subdistrict'
import { usePageQuery } from './use-page-query'

export type Home = HomeContent

/** The whole first screen in one call; the directory, the trust line and the hotline of every page come from it. */
export const useHome = (): UseQueryResult<Home> => usePageQuery(queries.home())

/** Whom the page speaks for: as answered or last seen, and until then as built. */
export const useSubdistrict = (): Home['subdistrict'] => useHome().data?.subdistrict ?? builtSubdistrict

import type { UseQueryResult } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import { queries } from '../../api/queries'
import type { OpeningFacts } from '../office/office-line'
import { useNow } from '../clock/use-now'
import { usePageQuery } from '../page/use-page-query'

export type Home = Output<'home.show'>

/** The whole first screen in one call; the directory, the trust line and the hotline of every page come from it. */
export const useHome = (): UseQueryResult<Home> => usePageQuery(queries.home())

/** What says whether an office is open, renewed each minute. */
export function useOpeningFacts({ directory, subdistrict }: Home): OpeningFacts {
  const now = useNow()
  const { calendar, offices } = directory
  return { calendar, offices, closingSoonMinutes: subdistrict.closingSoonMinutes, now }
}

/** Places that are still there; moved and closed ones are signposts only. */
export const countThere = (offices: Home['directory']['offices']): number =>
  offices.filter(({ status }) => status === 'open').length

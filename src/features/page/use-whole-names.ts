import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries'
import type { Home } from './use-home'

/** What a name of an office is without its kind: 武宁片区 of 武宁片区党群服务中心. */
const KIND = /(百姓|会客厅|居民区|党群服务(中心|站)|居委会|社区)+$/
/** More does not fit a line of the largest type. */
const LONGEST = 5

/** Names of offices and neighbourhoods that the phone has seen; nothing is asked for. */
export function useWholeNames(): readonly string[] {
  const { data } = useQuery({ ...queries.home(), enabled: false, select: namesIn })
  return data ?? NONE
}

const NONE: readonly string[] = []

const namesIn = ({ directory }: Home): readonly string[] => {
  const names = [
    ...directory.offices.flatMap(({ name, shortName }) => [shortName, name.replace(KIND, '')]),
    ...directory.neighbourhoods.map(({ name }) => name),
  ]
  return [...new Set(names)].filter((name) => name.length >= 2 && name.length <= LONGEST)
}

import { useCallback, useMemo } from 'react'
import { goTo, usePath, useSearch } from '../router'

/**
 * What a list shows is said by its address alone: filters and page, by name. What is as by default is left out, so that
 * the plain address stays plain; Back undoes each choice, and two tabs show different things.
 */
export function useListState<Name extends string>(
  defaults: Readonly<Record<Name, string>>,
): readonly [Readonly<Record<Name, string>>, (change: Partial<Record<Name, string>>) => void] {
  const path = usePath()
  const search = useSearch()
  const text = JSON.stringify(defaults)
  const usual = useMemo(() => JSON.parse(text) as Record<Name, string>, [text])
  const state = useMemo(() => {
    const given = new URLSearchParams(search)
    return Object.fromEntries(
      (Object.keys(usual) as Name[]).map((name) => [name, given.get(name) ?? usual[name]]),
    ) as Record<Name, string>
  }, [search, usual])
  const change = useCallback(
    (wanted: Partial<Record<Name, string>>) => {
      const next = new URLSearchParams()
      for (const [name, value] of Object.entries<string>({ ...state, ...wanted }))
        if (value !== usual[name as Name]) next.set(name, value)
      goTo(next.toString() === '' ? path : `${path}?${next.toString()}`)
    },
    [path, state, usual],
  )
  return [state, change]
}

import { queryOptions } from '@tanstack/react-query'
import { read } from './call'
import { KEPT } from './persisted-cache'

/** Every query by the endpoint it reads: one key, one function, whichever page asks. */
export const queries = {
  home: () => queryOptions({ queryKey: ['home.show'], queryFn: () => read('home.show', {}), meta: KEPT }),
  office: (officeId: string) =>
    queryOptions({
      queryKey: ['office.show', officeId],
      queryFn: () => read('office.show', { officeId }),
      meta: KEPT,
    }),
  compounds: () =>
    queryOptions({ queryKey: ['compound.list'], queryFn: () => read('compound.list', {}), meta: KEPT }),
}

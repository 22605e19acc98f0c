import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client'

/** Asked anew at each look, never stored: names of people, and what colleagues did meanwhile. */
export const rollQueries = {
  list: () => queryOptions({ queryKey: ['door.rolls'], queryFn: () => read('door.rolls', {}), staleTime: 0 }),
  roll: (activityId: string) =>
    queryOptions({
      queryKey: ['door.roll', activityId],
      queryFn: () => read('door.roll', { activityId }),
      staleTime: 0,
    }),
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { rememberErasure } from '../../api/erasure'
import { queries } from '../../api/queries'
import { useHasRegistered } from '../messages/use-unread'

/** Also on a phone that was not the one on which somebody asked to be erased: told as soon as it is known who they are. */
export function useErasureAsked(): void {
  const known = useQuery({ ...queries.me(), enabled: useHasRegistered() }).data
  useEffect(() => {
    if (known !== undefined) rememberErasure(known.eraseAfter)
  }, [known])
}

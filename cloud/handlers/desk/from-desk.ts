import type { DeskCall } from '../../app/handler'

/** What came with the call from a PC. The contract lets nobody else call these endpoints. */
export function fromDesk({ desk }: { readonly desk: DeskCall | null }): DeskCall {
  if (desk === null) throw new Error('an endpoint of the desk was called from elsewhere')
  return desk
}

import type { Access, StaffRole } from '../../core/contract/endpoint'

/** What the records say of somebody: nobody known, a resident, or staff with a role. */
export type Standing = 'stranger' | 'resident' | StaffRole

/** Deny by default: whatever `access` does not name may not call. */
export function verdictOf(access: Access, standing: Standing): 'granted' | 'unauthenticated' | 'forbidden' {
  if (access === 'public') return 'granted'
  if (standing === 'stranger') return 'unauthenticated'
  if (access === 'resident') return 'granted'
  return standing !== 'resident' && access.includes(standing) ? 'granted' : 'forbidden'
}

import { STAFF_ROLES, type Access } from '../../core/contract/endpoint'
import { verdictOf, type Standing } from './access'

const everybody: readonly Standing[] = ['stranger', 'resident', ...STAFF_ROLES]
const letIn = (access: Access) => everybody.filter((standing) => verdictOf(access, standing) === 'granted')

describe('verdictOf', () => {
  it('lets everybody call what is public', () => {
    expect(letIn('public')).toEqual(everybody)
  })

  it('lets whoever is signed in call what is for residents, staff too', () => {
    expect(letIn('resident')).toEqual(['resident', ...STAFF_ROLES])
    expect(verdictOf('resident', 'stranger')).toBe('unauthenticated')
  })

  it.each(STAFF_ROLES)('lets only the role %s call what is for it alone', (role) => {
    expect(letIn([role])).toEqual([role])
  })

  it('tells a stranger to sign in, and whoever is known that it is not for them', () => {
    expect(verdictOf(['editor'], 'stranger')).toBe('unauthenticated')
    expect(verdictOf(['editor'], 'resident')).toBe('forbidden')
    expect(verdictOf(['editor'], 'scanner')).toBe('forbidden')
  })

  it('does not let an administrator in where the role is not named', () => {
    expect(verdictOf(['scanner', 'office', 'editor'], 'admin')).toBe('forbidden')
  })

  it('denies by default: an empty list is for nobody, a name it does not know is no one of the list', () => {
    expect(letIn([])).toEqual([])
    expect(verdictOf(['admin'], 'owner' as Standing)).toBe('forbidden')
    expect(verdictOf('everyone' as Access, 'resident')).toBe('forbidden')
  })
})

import { staff, type Access } from '../../core/contract/endpoint'
import { STAFF_ROLES, type Post, type StaffRole } from '../../core/domain/staff/post'
import { accessFor, type Recognised } from './permit'

const holding = (...roles: readonly StaffRole[]): Recognised => ({
  isKnown: true,
  posts: roles.map((role): Post => ({
    id: role,
    role,
    called: '王芳',
    officeIds: [],
    activityIds: null,
    mayReadLog: false,
  })),
})
const stranger: Recognised = { isKnown: false, posts: [] }
const only = (...roles: readonly StaffRole[]): Access => staff(roles, { within: 'street' })

describe('accessFor', () => {
  it('lets everybody call what is public', () => {
    expect(accessFor('public', stranger)).toBe('granted')
    expect(accessFor('public', holding('admin'))).toBe('granted')
  })

  it('lets whoever is signed in call what is for residents, staff too', () => {
    expect(accessFor('resident', stranger)).toBe('unauthenticated')
    expect(accessFor('resident', holding())).toBe('granted')
    expect(accessFor('resident', holding('scanner'))).toBe('granted')
  })

  it.each(STAFF_ROLES)('lets of all roles only %s call what is for it alone', (role) => {
    const letIn = STAFF_ROLES.filter((held) => accessFor(only(role), holding(held)) === 'granted')
    expect(letIn).toEqual([role])
  })

  it('tells a stranger to sign in, and whoever is known that it is not for them', () => {
    expect(accessFor(only('editor'), stranger)).toBe('unauthenticated')
    expect(accessFor(only('editor'), holding())).toBe('forbidden')
    expect(accessFor(only('scanner', 'office', 'editor'), holding('admin'))).toBe('forbidden')
  })

  it('lets in whoever holds one post that suffices among others', () => {
    expect(accessFor(only('editor'), holding('scanner', 'editor'))).toBe('granted')
  })

  it('denies by default: an empty list is for nobody, a word it does not know names nobody', () => {
    expect(STAFF_ROLES.filter((held) => accessFor(only(), holding(held)) === 'granted')).toEqual([])
    expect(accessFor('everyone' as Access, holding('admin'))).toBe('forbidden')
  })
})

import fc from 'fast-check'
import { instant } from '../../kernel/shanghai-time'
import {
  CODE_ALPHABET,
  codeOf,
  decideInviting,
  decideOpening,
  decideTryingCode,
  readCode,
  stateOfInvitation,
} from './invitation'
import type { Post } from './post'

const now = instant(1_000_000_000)
const open = { expiresAt: instant(now + 1), acceptedAt: null, revokedAt: null, postId: null }

describe('codes', () => {
  it('are eight characters that are told apart on paper, and read back however they are written', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (bytes) => {
        const code = codeOf(() => bytes.next().value as number)
        expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/)
        for (const written of [code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
          expect(readCode(written)).toBe(code)
      }),
    )
  })

  it('favour no character: a byte beyond the last whole round is left out', () => {
    const bytes = [255, 248, 247, 0, 1, 2, 3, 4, 5, 6]
    expect(codeOf(() => bytes.shift() ?? 0)).toBe('9ABC-DEFG')
    expect(CODE_ALPHABET).toHaveLength(31)
  })

  it.each(['', 'ABCD-EFG', 'ABCD-EFG0', 'ABCD-EFGHJ', '曹杨曹杨-曹杨曹杨'])(
    'are not read into %p',
    (text) => {
      expect(readCode(text)).toBeNull()
    },
  )

  it('may be typed in full width', () => {
    expect(readCode('ＡＢＣＤ－２３４５')).toBe('ABCD-2345')
  })
})

describe('decideOpening', () => {
  it('opens until the very end, and says used, expired or unknown apart', () => {
    expect(decideOpening(open, now).ok).toBe(true)
    expect(decideOpening({ ...open, expiresAt: now }, now)).toMatchObject({ refusal: 'invitation_expired' })
    expect(decideOpening({ ...open, acceptedAt: now }, now)).toMatchObject({ refusal: 'invitation_used' })
    expect(decideOpening({ ...open, revokedAt: now }, now)).toMatchObject({ refusal: 'invitation_not_found' })
    expect(decideOpening(null, now)).toMatchObject({ refusal: 'invitation_not_found' })
  })

  it('awaits the inviter where a post needs that', () => {
    expect(stateOfInvitation({ ...open, acceptedAt: now }, now)).toBe('awaiting-confirmation')
    expect(stateOfInvitation({ ...open, acceptedAt: now, postId: 'x' }, now)).toBe('accepted')
  })
})

describe('decideTryingCode', () => {
  it('holds off after five wrong codes within ten minutes, until the first of them is that old', () => {
    const wrong = [1, 2, 3, 4, 5].map((minute) => instant(now + minute * 60_000))
    expect(decideTryingCode(wrong.slice(0, 4), instant(now + 300_000)).ok).toBe(true)
    expect(decideTryingCode(wrong, instant(now + 300_000))).toMatchObject({ refusal: 'too_many_codes' })
    expect(decideTryingCode(wrong, instant(now + 11 * 60_000 - 1)).ok).toBe(false)
    expect(decideTryingCode(wrong, instant(now + 11 * 60_000)).ok).toBe(true)
  })
})

describe('decideInviting', () => {
  const post = (role: Post['role'], officeIds: readonly string[] = []): Post => ({
    id: role,
    role,
    called: '王芳',
    officeIds,
    activityIds: null,
    mayReadLog: false,
  })
  const office = { role: 'office', officeIds: ['jinmei'], activityOfficeIds: [] } as const

  it('lets an admin give any post that says where it holds', () => {
    const admin = [post('admin')]
    expect(decideInviting(admin, office).ok).toBe(true)
    expect(decideInviting(admin, { ...office, role: 'editor', officeIds: [] }).ok).toBe(true)
    expect(decideInviting(admin, { ...office, officeIds: [] })).toMatchObject({ refusal: 'office_missing' })
    expect(decideInviting(admin, { ...office, role: 'scanner' })).toMatchObject({
      refusal: 'activity_missing',
    })
  })

  it('lets a lead give posts of 社工 and volunteers at the own offices only', () => {
    const lead = [post('lead', ['jinmei', 'nanyang'])]
    expect(decideInviting(lead, office).ok).toBe(true)
    expect(decideInviting(lead, { ...office, officeIds: ['jinmei', 'huaxi'] })).toMatchObject({
      refusal: 'not_own_office',
    })
    expect(decideInviting(lead, { role: 'scanner', officeIds: [], activityOfficeIds: ['nanyang'] }).ok).toBe(
      true,
    )
    expect(decideInviting(lead, { role: 'scanner', officeIds: [], activityOfficeIds: [null] })).toMatchObject(
      { refusal: 'not_own_office' },
    )
    for (const role of ['lead', 'viewer', 'editor', 'admin'] as const)
      expect(decideInviting(lead, { ...office, role })).toMatchObject({ refusal: 'role_not_yours_to_give' })
  })
})

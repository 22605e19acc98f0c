import { actingPost, reaches, reachOf, type Post, type StaffRole } from './post'

const post = (role: StaffRole, more: Partial<Post> = {}): Post => ({
  id: `${role}-post`,
  role,
  called: '王芳',
  officeIds: role === 'office' || role === 'lead' ? ['jinmei'] : [],
  activityIds: role === 'scanner' ? ['market'] : null,
  mayReadLog: false,
  ...more,
})
const atJinmei = { officeId: 'jinmei', activityId: 'market' }
const elsewhere = { officeId: 'huaxi', activityId: 'class' }
const atNoOffice = { officeId: null, activityId: 'fair' }

describe('reaches', () => {
  it('lets an admin and an editor act in the whole 街道', () => {
    for (const role of ['admin', 'editor'] as const)
      for (const place of [atJinmei, elsewhere, atNoOffice]) expect(reaches(post(role), place)).toBe(true)
  })

  it.each(['office', 'lead'] as const)('keeps %s to the own offices, and out of what is at none', (role) => {
    const two = post(role, { officeIds: ['jinmei', 'nanyang'] })
    expect(reaches(two, atJinmei)).toBe(true)
    expect(reaches(two, { officeId: 'nanyang', activityId: null })).toBe(true)
    expect(reaches(two, elsewhere)).toBe(false)
    expect(reaches(two, atNoOffice)).toBe(false)
  })

  it('keeps a volunteer to the named activities, whichever office they are at', () => {
    expect(reaches(post('scanner'), atJinmei)).toBe(true)
    expect(reaches(post('scanner'), { officeId: null, activityId: 'market' })).toBe(true)
    expect(reaches(post('scanner'), elsewhere)).toBe(false)
    expect(reaches(post('scanner'), { officeId: 'jinmei', activityId: null })).toBe(false)
    expect(reaches(post('scanner', { activityIds: null }), elsewhere)).toBe(true)
  })

  it('shows a viewer the whole 街道, or the named offices only', () => {
    expect(reaches(post('viewer'), atNoOffice)).toBe(true)
    expect(reaches(post('viewer', { officeIds: ['jinmei'] }), atJinmei)).toBe(true)
    expect(reaches(post('viewer', { officeIds: ['jinmei'] }), elsewhere)).toBe(false)
    expect(reaches(post('viewer', { officeIds: ['jinmei'] }), atNoOffice)).toBe(false)
  })
})

describe('actingPost', () => {
  const both = [post('editor'), post('office'), post('scanner')]

  it('is the narrowest that suffices', () => {
    expect(actingPost(both, ['scanner', 'office', 'editor'], atJinmei)?.role).toBe('scanner')
    expect(actingPost(both, ['office', 'editor'], atJinmei)?.role).toBe('office')
    expect(actingPost(both, ['office', 'editor'], elsewhere)?.role).toBe('editor')
  })

  it('is none where no post has the role, or none of them reaches there', () => {
    expect(actingPost(both, ['admin'], null)).toBeNull()
    expect(actingPost([post('office')], ['office', 'lead'], elsewhere)).toBeNull()
    expect(actingPost([], ['office'], null)).toBeNull()
  })
})

describe('reachOf', () => {
  it('adds up the offices and activities of all posts that count', () => {
    const posts = [post('office'), post('lead', { officeIds: ['nanyang', 'jinmei'] }), post('scanner')]
    expect(reachOf(posts, ['scanner', 'office', 'lead'])).toEqual({
      offices: ['jinmei', 'nanyang'],
      activities: ['market'],
    })
    expect(reachOf(posts, ['office'])).toEqual({ offices: ['jinmei'], activities: [] })
  })

  it('is everything for whoever acts in the whole 街道', () => {
    expect(reachOf([post('office'), post('editor')], ['office', 'editor'])).toEqual({
      offices: 'all',
      activities: 'all',
    })
    expect(reachOf([post('viewer')], ['viewer'])).toEqual({ offices: 'all', activities: 'all' })
    expect(reachOf([post('scanner', { activityIds: null })], ['scanner'])).toEqual({
      offices: [],
      activities: 'all',
    })
  })
})

import { sql } from 'kysely'
import { LONGEST_NAME } from '../../../core/shapes/person-name'
import { openApi, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act } from '../../support/activities/activities'

/** As they stand in documents; invented. */
const NAMES = [
  'Maria-Fernanda de los Ángeles Vasconcelos Etxeberria',
  '阿布都热依木·买买提明·艾合买提江·吐尔逊',
]
const FULL = 'n'.repeat(LONGEST_NAME)

let api: TestApi
let admin: Person
beforeAll(async () => {
  api = await openApi()
  admin = await admit(api.db, 'admin')
})
afterAll(() => api.close())

const WAYS: readonly (readonly [string, (name: string) => ReturnType<typeof act>])[] = [
  ['a family member', (name) => act(api, 'family.add', admin, { name, relation: '母亲', birthYear: 1950 })],
  ['oneself', (callName) => act(api, 'family.describeMyself', admin, { callName, born: null })],
  [
    'a member of staff',
    (called) => {
      const one = { called, role: 'editor', officeIds: [], activityIds: [], mayReadLog: false, endsOn: null }
      return api.call('staff.invite', { invitations: [one] }, { token: admin.token })
    },
  ],
]

describe.each(WAYS)('the name of %s', (_, give) => {
  it.each([...NAMES, '\u{20bb7}'.repeat(31), '\u{20bb7}'.repeat(LONGEST_NAME), FULL])(
    'may be %s',
    async (name) => {
      expect(await give(name)).toMatchObject({ ok: true })
    },
  )

  it('is refused with a fault of the input where it is longer, never cut', async () => {
    expect(await give(`${'\u{20bb7}'.repeat(LONGEST_NAME)}n`)).toMatchObject({ fault: 'invalid_input' })
    expect(await give(`${FULL}n`)).toMatchObject({ ok: false, fault: 'invalid_input' })
  })
})

it.each([
  ['family_member', 'name'],
  ['resident_profile', 'call_name'],
  ['invitation', 'called'],
  ['post', 'called'],
])('the database holds as much in %s.%s as forms and API, and no more', async (table, column) => {
  const write = (name: string) =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name}`.execute(api.db)
  await write(FULL)
  await expect(write(`${FULL}n`)).rejects.toThrow(/check/)
})

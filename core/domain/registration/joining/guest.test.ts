import { member } from '../testing/facts'
import { perhapsTheSame, type KnownParty } from './guest'

const party = (given: Partial<KnownParty>): KnownParty => ({
  registrationId: 'known',
  byStaff: true,
  names: ['王阿姨'],
  phone: null,
  members: [member('a', 'confirmed')],
  ...given,
})
const asked = (newcomer: { called: string; phone: string | null }, known: KnownParty) =>
  perhapsTheSame(newcomer, [known]).length === 1

describe('who may be the same guest', () => {
  it('is whoever left the same telephone, whatever they are called', () => {
    const known = party({ names: ['李叔叔'], phone: '13900000001' })
    expect(asked({ called: '王阿姨', phone: '13900000001' }, known)).toBe(true)
    expect(asked({ called: '李叔叔', phone: '13900000002' }, known)).toBe(false)
  })

  it('is whoever has the same name, where one of both left no telephone', () => {
    expect(asked({ called: '王 阿姨', phone: null }, party({}))).toBe(true)
    expect(asked({ called: '王阿姨', phone: '13900000001' }, party({}))).toBe(true)
    expect(asked({ called: '王阿姨', phone: null }, party({ phone: '13900000001' }))).toBe(true)
    expect(asked({ called: '李阿姨', phone: null }, party({}))).toBe(false)
  })

  it('is nobody who cancelled with an account of their own; a guest who cancelled joins again', () => {
    const gone = [member('a', 'cancelled')]
    expect(asked({ called: '王阿姨', phone: null }, party({ byStaff: false, members: gone }))).toBe(false)
    expect(asked({ called: '王阿姨', phone: null }, party({ members: gone }))).toBe(true)
  })
})

import { openedPhone, phoneSealWith } from './phone-seal'

const seal = phoneSealWith('one key')

it('opens what it sealed, and seals the same number differently each time', () => {
  const sealed = seal.seal('13800001234')
  expect(openedPhone(seal, sealed)).toBe('13800001234')
  expect(sealed.equals(seal.seal('13800001234'))).toBe(false)
})

it('has no number for whoever has another key, or none', () => {
  const sealed = seal.seal('13800001234')
  expect(openedPhone(phoneSealWith('another key'), sealed)).toBeNull()
  expect(openedPhone(null, sealed)).toBeNull()
  expect(openedPhone(seal, Buffer.alloc(32))).toBeNull()
})

import { phoneSealWith } from './phone-seal'
import { sealWith } from './seal'
import { sealsFor } from './seals'

const KEY = Buffer.alloc(32, 7)

describe('a seal', () => {
  it('opens what it sealed, each time other bytes, and shows nothing of it', () => {
    const seal = sealWith('keys', 'a secret')
    const [one, other] = [seal.seal(KEY), seal.seal(KEY)]
    expect(one.equals(other)).toBe(false)
    expect(one.includes(KEY)).toBe(false)
    expect(seal.open(one)).toEqual(KEY)
    expect(seal.open(other)).toEqual(KEY)
  })

  it('does not open under another secret, for another purpose, or when a single bit was changed', () => {
    const seal = sealWith('keys', 'a secret')
    const sealed = seal.seal(KEY)
    expect(() => sealWith('keys', 'another').open(sealed)).toThrow('none of the secrets')
    expect(() => sealWith('phones', 'a secret').open(sealed)).toThrow('none of the secrets')
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => seal.open(changed)).toThrow('none of the secrets')
    }
    expect(() => seal.open(Buffer.alloc(5))).toThrow('none of the secrets')
  })

  it('opens with the secret before what was sealed before, and seals with the new one', () => {
    const old = sealWith('keys', 'old').seal(KEY)
    const rotated = sealWith('keys', 'new', 'old')
    expect(rotated.open(old)).toEqual(KEY)
    expect(rotated.isCurrent(old)).toBe(false)
    const fresh = rotated.seal(KEY)
    expect(rotated.isCurrent(fresh)).toBe(true)
    expect(sealWith('keys', 'new').open(fresh)).toEqual(KEY)
  })
})

describe('the seals of a deployment', () => {
  it('are there with a secret, in a demonstration without one, and nowhere else', () => {
    expect(sealsFor({}, false)).toEqual({ phoneSeal: null, phones: null, keySeal: null })
    expect(sealsFor({ PHONE_KEY: '  ' }, false).keySeal).toBeNull()
    expect(sealsFor({}, true).phoneSeal).not.toBeNull()
    const { phoneSeal } = sealsFor({ PHONE_KEY: 'new', PHONE_KEY_BEFORE: 'old' }, false)
    expect(phoneSeal?.open(phoneSealWith('old').seal('13800000000'))).toBe('13800000000')
  })
})

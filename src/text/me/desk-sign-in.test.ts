import { signInIdIn } from './desk-sign-in'

const ID = 'AbCdEfGhIjKlMnOpQrSt_-'

describe('signInIdIn', () => {
  it('finds the request in a link, encoded or not, and in the id alone', () => {
    expect(signInIdIn(`https://ketang.example.cn/s/d/${ID}`)).toBe(ID)
    expect(signInIdIn(encodeURIComponent(`https://ketang.example.cn/s/d/${ID}`))).toBe(ID)
    expect(signInIdIn(ID)).toBe(ID)
  })

  it('finds nothing in other codes', () => {
    for (const text of ['', 'https://ketang.example.cn/p/abc', `${ID}x`, `https://ketang.example.cn/c/${ID}`])
      expect(signInIdIn(text)).toBeNull()
  })
})

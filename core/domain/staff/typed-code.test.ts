import { lettersOf, readTypedCode } from './typed-code'

it('six characters stand for a request, none of which is mistaken for another', () => {
  expect(lettersOf(Uint8Array.from([0, 1, 2, 30, 31, 255, 9]))).toBe('ABC-9AH')
})

it.each(['k7m p3x 07', 'K7M-P3X-07', 'ｋ７ｍｐ３ｘ０７'])('%s is read as it was meant', (typed) => {
  expect(readTypedCode(typed)).toEqual({ letters: 'K7M-P3X', digits: '07' })
})

it.each(['', 'K7M-P3X', 'K7M-P3X-O7', 'K7M-P3X-077', '1234567890'])('“%s” is no code', (typed) => {
  expect(readTypedCode(typed)).toBeNull()
})

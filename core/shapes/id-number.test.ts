import { withoutIdNumbers } from './id-number'

it('takes the number of an identity card out and leaves what stands around it', () => {
  expect(withoutIdNumbers('带好 11010519491231002X 复印件')).toBe('带好 ［身份证号不保存］ 复印件')
})

it('leaves long numbers that are none', () => {
  for (const text of ['订单 110105194912310021', '卡号 6222020200112233445', '电话 021-62570000'])
    expect(withoutIdNumbers(text)).toBe(text)
})

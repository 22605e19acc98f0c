import { phoneCell, readPhoneList } from './phones'

const read = (text: string) =>
  readPhoneList(text, '021').map(({ name, phone }) => [
    name.value,
    phone.value,
    ...phone.notes,
    ...phone.refusals,
  ])

describe('a list of telephones', () => {
  it('has each number in its one form, with what stands beside it, and invents no digit', () => {
    const list =
      '王桂芳 139 0000 0001\n李阿姨13900000002（女儿）\n张老师 021-6200 0003转801\n陈 62000004\n吴伯伯 139-0000-000'
    expect(read(list)).toEqual([
      ['王桂芳', '13900000001'],
      ['李阿姨', '13900000002', '女儿的号码'],
      ['张老师', '021-62000003-801'],
      ['陈', '021-62000004', '补了区号 021'],
      ['吴伯伯', null, '“139-0000-000”是 10 位，手机号要 11 位，少了 1 位'],
    ])
  })

  it.each([
    ['１、王阿姨：１３９０００００００５', ['王阿姨', '13900000005']],
    ['王阿姨\t139.0000.0005', ['王阿姨', '13900000005']],
    ['王阿姨 电话：+86 139 0000 0005', ['王阿姨', '13900000005']],
    ['王阿姨（儿子）13900000005', ['王阿姨', '13900000005', '儿子的号码']],
    ['王阿姨 13900000005 晚上打', ['王阿姨', '13900000005', '晚上打']],
    ['\u202a王阿姨 13900000005\u202c', ['王阿姨', '13900000005']],
    ['王阿姨 (021)62000005', ['王阿姨', '021-62000005']],
    ['王阿姨 400 820 0005', ['王阿姨', '400-820-0005']],
  ])('%j', (line, expected) => expect(read(line)).toEqual([expected]))

  it.each([
    ['王阿姨 139000000055', '多了 1 位'],
    ['王阿姨 1.39E+10', '号码被 Excel 改成了 1.39E+10，请重新填'],
    ['王阿姨 13900000000', '后面的几位像是被表格改成了 0'],
    ['王阿姨 2162000005', '前面的 0 像是被表格去掉了，原来大概是 02162000005'],
    ['王阿姨 139O0000005', '有字母'],
    ['王阿姨 620005', '不像电话号码'],
    ['王阿姨 +852 9123 4567', '境外的号码'],
    ['王阿姨', '没有写号码'],
    ['王阿姨 ########', '列太窄'],
  ])('refuses %s', (line, why) => {
    const [row] = readPhoneList(line, '021')
    expect(row?.phone.value).toBeNull()
    expect(row?.phone.refusals).toEqual([expect.stringContaining(why)])
  })

  it('asks which of two numbers it is', () => {
    expect(phoneCell('13900000005 / 62000005', '021')).toMatchObject({
      value: null,
      asks: [{ answers: [{ value: '13900000005' }, { value: '021-62000005' }] }],
    })
  })
})

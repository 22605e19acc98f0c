import { stampLines } from './stamp'

it('a name breaks before what kind of house it is, and nowhere else', () => {
  expect(stampLines('金梅园百姓会客厅')).toEqual(['金梅园', '百姓会客厅'])
  expect(stampLines('曹杨新村综合服务中心')).toEqual(['曹杨新村', '综合服务中心'])
  expect(stampLines('百姓会客厅')).toEqual(['百姓会客厅'])
  expect(stampLines('梧桐市集')).toEqual(['梧桐市集'])
})

import { readCoordinates, type CoordinateSource } from './coordinates'

function pinsOf(text: string, source: CoordinateSource = 'unknown') {
  const reading = readCoordinates(text, source)
  return reading.kind === 'pins'
    ? reading.pins.map((pin) => [pin.source, pin.position[0], pin.position[1]])
    : reading.why
}
const near = (degrees: number): unknown => expect.closeTo(degrees, 5)

it('reads both orders as the same point, and 高德 as what it is', () => {
  const point = [['amap', near(121.396598), near(31.24321)]]
  expect(pinsOf('121.401250,31.241380', 'amap')).toEqual(point)
  expect(pinsOf('31.24138，121.40125', 'amap')).toEqual(point)
})

it('offers three pins where nobody knows the map', () => {
  expect(pinsOf('经度121.4078 纬度31.2473')).toEqual([
    ['baidu', near(121.39659), near(31.243286)],
    ['amap', near(121.403147), near(31.249127)],
    ['gps', 121.4078, 31.2473],
  ])
})

it.each([
  ['１２１．４０１２５０， ３１．２４１３８０'],
  ['E121°24′4.5″ N31°14′28.968″'],
  ['121度24分4.5秒，31度14分28.968秒'],
  ['31.24138N 121.40125E'],
  ['（31.241380；121.401250）'],
])('reads %s', (text) => {
  expect(pinsOf(text, 'gps')).toEqual([['gps', near(121.40125), near(31.24138)]])
})

it('knows a map by its link', () => {
  expect(pinsOf('https://uri.amap.com/marker?position=121.401250,31.241380&name=x')).toEqual([
    ['amap', near(121.396598), near(31.24321)],
  ])
  expect(pinsOf('https://apis.map.qq.com/uri/v1/marker?marker=coord:31.241380%2C121.401250')).toEqual([
    ['tencent', near(121.396598), near(31.24321)],
  ])
  expect(pinsOf('https://surl.amap.com/3kX2bCd')).toBe('short-link')
})

it('says what it cannot read', () => {
  expect(pinsOf('梅川路口')).toBe('no-numbers')
  expect(pinsOf('121.40125')).toBe('one-number')
  expect(pinsOf('221.40125,31.24138')).toBe('not-in-china')
})

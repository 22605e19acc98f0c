import { decodeGraph } from '../../../core/walkshed'
import { spot, townGraph, townPlaces } from '../../testing/circle-fixture'
import { answerOf } from './places-by-minutes'
import { openEngine } from './map-engine'

const decoded = decodeGraph(townGraph())
if (!decoded.ok) throw new Error(decoded.refusal)
const circle = { graph: decoded.value, places: townPlaces() }
const engine = openEngine(circle)
const HOME = spot(0, 0)

const walksOf = (walker: 'adult' | 'elder' | 'wheelchair' | 'stroller') =>
  Object.fromEntries(engine.waysFrom(walker, HOME).walks)

describe('the engine on the phone', () => {
  it('gives minutes by who walks: 240 m are 4 minutes at 1.2 m/s, 5 at 0.8', () => {
    expect(walksOf('adult')['柳街菜场']).toEqual({ kind: 'minutes', minutes: 4, inCircle: true })
    expect(walksOf('elder')['柳街菜场']).toEqual({ kind: 'minutes', minutes: 5, inCircle: true })
  })

  it('counts to the circle only what is within 15 minutes', () => {
    expect(walksOf('adult')['柳街书屋']).toEqual({ kind: 'minutes', minutes: 19, inCircle: false })
  })

  it('gives wheels no minutes over streets that nobody verified, and says so', () => {
    expect(walksOf('wheelchair')).toMatchObject({
      柳街菜场: { kind: 'minutes', minutes: 6 },
      柳街书屋: { kind: 'unverified' },
      柳坡公园: { kind: 'unverified' },
      柳街小学: { kind: 'unplaced' },
    })
    const elsewhere = engine.waysFrom('wheelchair', spot(900, 0))
    expect(elsewhere.stranded).toBe('street_not_allowed')
    expect(elsewhere.walks.get('柳街书屋')).toEqual({
      kind: 'unverified',
      others: expect.any(Number) as number,
    })
  })

  it('takes no pram up the steps', () => {
    expect(walksOf('adult')['柳坡公园']).toMatchObject({ kind: 'minutes' })
    expect(walksOf('stroller')['柳坡公园']).toEqual({ kind: 'far' })
  })

  it('says why a start is in reach of nothing', () => {
    expect(engine.waysFrom('adult', spot(100, -60)).stranded).toBe('behind_barrier')
    expect(engine.waysFrom('adult', spot(100, 400)).stranded).toBe('no_street_nearby')
    expect(engine.waysFrom('adult', spot(100, 400)).bands()).toEqual([])
  })

  it('draws three bands and the way, also after somebody else walked meanwhile', () => {
    const first = engine.waysFrom('adult', HOME)
    engine.waysFrom('adult', spot(1000, 0))
    expect(first.bands().map(({ minutes, polygons }) => [minutes, polygons.length])).toEqual([
      [15, 1],
      [10, 1],
      [5, 1],
    ])
    expect(first.path('柳坡公园')?.legs.map(({ kind, street }) => [kind, street])).toEqual([
      ['street', '柳街'],
      ['steps', '柳坡'],
    ])
  })
})

describe('answerOf', () => {
  it('puts places in the order of minutes, those without minutes last, and tells what is missing', () => {
    const answer = answerOf(circle, engine.waysFrom('stroller', HOME))
    expect(answer.places.map(({ facility }) => facility.id)).toEqual([
      '柳街菜场',
      '柳街书屋',
      '柳坡公园',
      '柳街小学',
    ])
    expect(Object.fromEntries(answer.coverage.map(({ kind, coverage }) => [kind.id, coverage]))).toEqual({
      菜场: 'met',
      书屋: 'met',
      公园: 'missing',
      卫生站: 'missing',
      小学: 'unrecorded',
    })
  })
})

import { spot } from '../../testing/circle-fixture'
import { rimLabels } from './rim-labels'

const START = spot(0, 0)
const circle = (radius: number) =>
  Array.from({ length: 72 }, (_, step) => {
    const turn = (step / 36) * Math.PI
    return spot(radius * Math.cos(turn), radius * Math.sin(turn))
  })
const metres = ([east, north]: readonly number[], [otherEast, otherNorth]: readonly number[]): number =>
  Math.hypot(((east ?? 0) - (otherEast ?? 0)) * 95_200, ((north ?? 0) - (otherNorth ?? 0)) * 111_320)

describe('labels of rims', () => {
  it('stand on their own rim, 300 m and more from each other and from the start', () => {
    const labels = rimLabels(START, [circle(360), circle(720), circle(1080)])
    const distances = labels.map((label) => Math.round(metres(label ?? [], START)))
    expect(distances).toEqual([360, 720, 1080])
    const [five, ten, fifteen] = labels.map((label) => label ?? [])
    for (const [one, other] of [
      [five, ten],
      [ten, fifteen],
      [five, fifteen],
    ]) {
      expect(metres(one ?? [], other ?? [])).toBeGreaterThan(300)
    }
  })

  it('keep to where a rim does not run along the next one', () => {
    // A river to the south holds both back at the same line.
    const banked = (radius: number) =>
      circle(radius).map(([east, north]) =>
        spot((east - START[0]) * 95_200, Math.max(-200, (north - START[1]) * 111_320)),
      )
    const [, ten] = rimLabels(START, [banked(360), banked(720), banked(1080)])
    expect(((ten?.[1] ?? 0) - START[1]) * 111_320).toBeGreaterThan(-150)
  })

  it('do without a band that has no outline', () => {
    expect(rimLabels(START, [[], circle(300)])[0]).toBeNull()
    expect(rimLabels(START, [[], circle(300)])[1]).not.toBeNull()
  })
})

import { resolve } from 'node:path'
import { picturesThrough } from '../../cloud/gateways/picture-maker'
import { noise } from '../../tests/support/api/pictures'
import { figure, type Figure } from '../figure'
import { median } from '../support/median'

const RUNS = 7

/** A photo of twelve million pixels as phones take them, from its bytes to its three widths. The middle of several runs. */
export async function measurePhoto(): Promise<Figure> {
  const make = picturesThrough(resolve('dist/picture-maker/main.cjs'))
  // Worse than any camera: noise is what takes longest.
  const bytes = await noise(4000, 3000, 60)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now()
    const making = await make(bytes, 'photo')
    times.push(performance.now() - begun)
    if (!making.ok) throw new Error(`a photo was refused: ${making.refusal}`)
  }
  return figure('desk', 'photo-12MP-ms', median(times), 'ms', { most: 2_000 })
}

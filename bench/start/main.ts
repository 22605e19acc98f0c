import { figure, type Figure } from '../figure'
import { median } from '../support/median'
import { measureColdStarts } from './cold-start'
import { measureWarmStarts } from './warm-start'

/** The group `start`: how long until somebody is served. */
export async function measure(): Promise<Figure[]> {
  const warm = await measureWarmStarts()
  const cold = await measureColdStarts()
  return [
    figure('start', 'npm start to ready, all built and loaded', median(warm), 's', { most: 5 }),
    figure('start', 'cloud function: new process to first home.show', median(cold.ours), 'ms'),
    figure('start', 'the same statements in a bare pg script', median(cold.bare), 'ms'),
    figure('start', 'cloud function beside the bare script', median(cold.ours) / median(cold.bare), '×', {
      most: 2,
    }),
  ]
}

import type { Figure } from '../figure'
import { measureCrowdedDay } from './crowded-day'
import { measureDemoMonth } from './demo-month'
import { measureImport } from './import-stalls'
import { measureLostUpdates } from './lost-updates'
import { measurePhoto } from './make-photo'
import { measurePages } from './page-change'

/** The group `desk`: what staff wait for on a PC. */
export async function measure(): Promise<Figure[]> {
  return [
    ...(await measurePages()),
    await measureLostUpdates(),
    ...(await measureCrowdedDay()),
    await measureImport(),
    await measurePhoto(),
    ...(await measureDemoMonth()),
  ]
}

import type { Figure } from '../figure'
import { measureImport } from './import-stalls'

/** The group `desk`: what staff wait for on a PC. */
export async function measure(): Promise<Figure[]> {
  return [await measureImport()]
}

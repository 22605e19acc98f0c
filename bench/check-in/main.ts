import type { Figure } from '../figure'
import { measureConfirm } from './confirm'
import { measureForged } from './forged'
import { measureLanding } from './opened-by-scan'
import { measureOnce } from './once'
import { measureOutbox } from './outbox'
import { measureVerification } from './verification'

/** What the group consists of; each part gives its figures and leaves nothing behind. */
const PARTS: readonly (() => Figure[] | Promise<Figure[]>)[] = [
  measureVerification,
  measureForged,
  measureConfirm,
  measureOnce,
  measureOutbox,
  measureLanding,
]

/** The group `check-in`: codes, the tap at the door, and once is once. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const part of PARTS) figures.push(...(await part()))
  return figures
}

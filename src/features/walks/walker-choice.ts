import type { ProfileName } from '../../../core/walkshed'
import { kept } from '../../platform/storage/kept'

/** Who walks, in the order in which it is asked. */
export const WALKERS: readonly ProfileName[] = ['elder', 'adult', 'wheelchair', 'stroller']

const isChoice = (found: unknown): found is ProfileName | null =>
  found === null || WALKERS.includes(found as ProfileName)

/** `null` until somebody chose: then the edition decides. */
const choice = kept<ProfileName | null>('walker-1', null, isChoice)

export const walkerFor = (edition: 'standard' | 'elder'): ProfileName =>
  choice.read() ?? (edition === 'elder' ? 'elder' : 'adult')

export const rememberWalker = (walker: ProfileName): void => void choice.write(walker)

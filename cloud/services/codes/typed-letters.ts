import { createHash } from 'node:crypto'
import { lettersOf } from '../../../core/domain/staff/typed-code'

/** The characters to be typed in place of a scanned id. They follow from it, and nobody finds it out from them. */
export const typedLetters = (id: string): string => lettersOf(createHash('sha256').update(id).digest())

import type { AnyRefusal } from '../../../core/contract'
import { RESIDENT_SENTENCES } from './resident'
import type { Detail, Sentence } from './sentence'
import { STAFF_SENTENCES } from './staff'

const SENTENCES: Readonly<Record<AnyRefusal, Sentence>> = { ...RESIDENT_SENTENCES, ...STAFF_SENTENCES }

/** @param detail as the backend sent it: what the sentence needs beyond the code */
export function refusalSentence(refusal: AnyRefusal, detail: Detail = {}): string {
  const sentence = SENTENCES[refusal]
  return typeof sentence === 'string' ? sentence : sentence(detail)
}

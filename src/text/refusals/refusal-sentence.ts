import type { AnyRefusal } from '../../../core/contract'
import type { Subdistrict } from '../../../core/contract/home'
import { NAMED_SENTENCES, RESIDENT_SENTENCES, type NamedRefusal } from './resident'
import type { Detail, Sentence } from './sentence'
import { STAFF_SENTENCES } from './staff'

type PlainRefusal = Exclude<AnyRefusal, NamedRefusal>

const SENTENCES: Readonly<Record<PlainRefusal, Sentence>> = { ...RESIDENT_SENTENCES, ...STAFF_SENTENCES }

const isNamed = (refusal: AnyRefusal): refusal is NamedRefusal => refusal in NAMED_SENTENCES

/**
 * @param detail as the backend sent it: what the sentence needs beyond the code
 * @param subdistrict whose hotline helps on; asked for wherever the refusal may be one that names it
 */
export function refusalSentence(refusal: PlainRefusal, detail?: Detail): string
export function refusalSentence(
  refusal: AnyRefusal,
  detail: Detail,
  subdistrict: Pick<Subdistrict, 'hotline'>,
): string
export function refusalSentence(
  refusal: AnyRefusal,
  detail: Detail = {},
  subdistrict?: Pick<Subdistrict, 'hotline'>,
): string {
  if (isNamed(refusal)) {
    if (subdistrict === undefined) throw new Error(`${refusal} names the hotline, and none was given`)
    return NAMED_SENTENCES[refusal](subdistrict)
  }
  const sentence = SENTENCES[refusal]
  return typeof sentence === 'string' ? sentence : sentence(detail)
}

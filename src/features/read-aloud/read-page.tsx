import { useMemo } from 'react'
import { paragraphPieces } from '../../../core/domain/read-aloud/reading'
import { speech } from '../../platform/speech/speech'
import { ReadAloudBar } from './read-aloud-bar'
import { useReading } from './use-reading'

/** Reads a few paragraphs out, on any page; nothing where this phone has no voice. */
export function ReadPage({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  const whole = paragraphs.join('\n')
  const pieces = useMemo(() => paragraphPieces(whole.split('\n'), speech.mostBytes), [whole])
  const reading = useReading(pieces)
  return speech.available ? <ReadAloudBar reading={reading} /> : null
}

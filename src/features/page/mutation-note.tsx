import type { ReactNode } from 'react'
import type { MutationName } from '../../api/result'
import { Note } from '../../components/sheets/note'
import { NOT_SENT } from '../../text/sending'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import type { MutationState } from '../../api/mutation'
import { subdistrictNow } from '../../api/subdistrict'
import { faultText } from './reply-text'

interface MutationNoteProps {
  readonly state: MutationState<MutationName>
  /** In place of the usual sentences, where the page knows more: who, which, when. */
  readonly refused?: string | null
  readonly notSent?: string
  /** The next step. */
  readonly children?: ReactNode
}

/** What became of an act that did not succeed, in place, above the button that does it. */
export function MutationNote({ state, refused, notSent = NOT_SENT, children }: MutationNoteProps) {
  if (state.kind === 'idle' || state.kind === 'sending' || state.kind === 'done') return null
  const isLost = state.kind === 'lost'
  return (
    <>
      <Note icon={isLost ? 'wifi-off' : 'info'}>
        {isLost
          ? notSent
          : state.kind === 'fault'
            ? faultText(state.fault, state.trace)
            : (refused ?? refusalSentence(state.refusal, state.detail ?? {}, subdistrictNow()))}
      </Note>
      {isLost ? null : children}
    </>
  )
}

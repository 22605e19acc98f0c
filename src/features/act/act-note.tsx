import type { ReactNode } from 'react'
import type { ActName } from '../../api/acting'
import { Note } from '../../components/sheets/note'
import { FAULT_SENTENCES, NOT_SENT } from '../../text/acts'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import type { ActState } from './use-act'

interface ActNoteProps {
  readonly state: ActState<ActName>
  /** In place of the usual sentences, where the page knows more: who, which, when. */
  readonly refused?: string | null
  readonly notSent?: string
  /** The next step. */
  readonly children?: ReactNode
}

/** What became of an act that did not succeed, in place, above the button that does it. */
export function ActNote({ state, refused, notSent = NOT_SENT, children }: ActNoteProps) {
  if (state.kind === 'idle' || state.kind === 'sending' || state.kind === 'done') return null
  const isLost = state.kind === 'lost'
  return (
    <>
      <Note icon={isLost ? 'wifi-off' : 'info'}>
        {isLost
          ? notSent
          : state.kind === 'fault'
            ? FAULT_SENTENCES[state.fault]
            : (refused ?? refusalSentence(state.refusal, state.detail))}
      </Note>
      {isLost ? null : children}
    </>
  )
}

import { Button, ButtonRow } from '../../components/controls/button'
import { Note } from '../../components/sheets/note'
import { READ_ALOUD } from '../../text/read-aloud'
import type { Reading } from './use-reading'

interface ReadAloudBarProps {
  readonly reading: Reading
  /** Whether it is the first thing to do on its page. */
  readonly look?: 'primary' | 'secondary'
}

/** Start, pause, go on, stop; what went wrong is said in place. */
export function ReadAloudBar({ reading, look = 'secondary' }: ReadAloudBarProps) {
  const { state, start, pause, resume, stop } = reading
  if (state === 'still') {
    return (
      <Button look={look} icon="volume-2" onTap={start}>
        {READ_ALOUD.start}
      </Button>
    )
  }
  const goesOn = state === 'waiting' || state === 'reading'
  return (
    <>
      {state === 'lost' || state === 'silent' ? <Note>{READ_ALOUD[state]}</Note> : null}
      <ButtonRow>
        {state === 'silent' ? null : (
          <Button look={look} icon={goesOn ? 'pause' : 'play'} onTap={goesOn ? pause : resume}>
            {goesOn ? READ_ALOUD.pause : READ_ALOUD.resume}
          </Button>
        )}
        <Button icon="x" onTap={stop}>
          {READ_ALOUD.stop}
        </Button>
      </ButtonRow>
    </>
  )
}

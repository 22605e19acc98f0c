import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CONFLICT } from '../text/shared'

export interface Difference {
  readonly field: string
  /** As people read the field. */
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

interface VersionConflictProps {
  /** 张老师 10:02. */
  readonly who: string
  readonly differences: readonly Difference[]
  /** Fields for which theirs is taken; mine for all others. */
  readonly onChosen: (theirs: readonly string[]) => void
  readonly onLater: () => void
}

/** Somebody else saved meanwhile: what differs, side by side, and for each field one of the two. */
export function VersionConflict({ who, differences, onChosen, onLater }: VersionConflictProps) {
  const [theirs, setTheirs] = useState<readonly string[]>(differences.map(({ field }) => field))
  return (
    <Modal
      open
      title={CONFLICT.title(
        who,
        differences.map(({ label }) => label),
      )}
      onCancel={onLater}
      width={760}
      footer={
        <>
          <Button onClick={onLater}>{CONFLICT.later}</Button>
          <Button type="primary" onClick={() => onChosen(theirs)}>
            {CONFLICT.use}
          </Button>
        </>
      }
    >
      {differences.map(({ field, label, mine, theirs: other }) => {
        const isTheirs = theirs.includes(field)
        const choose = (wanted: boolean) =>
          setTheirs(
            wanted
              ? [...theirs.filter((one) => one !== field), field]
              : theirs.filter((one) => one !== field),
          )
        return (
          <fieldset key={field} className="conflict">
            <legend>{label}</legend>
            <label className="conflict__side">
              <input type="radio" name={field} checked={isTheirs} onChange={() => choose(true)} />
              <span>
                {CONFLICT.theirs}
                <strong>{other}</strong>
              </span>
            </label>
            <label className="conflict__side">
              <input type="radio" name={field} checked={!isTheirs} onChange={() => choose(false)} />
              <span>
                {CONFLICT.mine}
                <strong>{mine}</strong>
              </span>
            </label>
          </fieldset>
        )
      })}
    </Modal>
  )
}

import { Alert } from 'antd'
import { useEffect, useId, useRef, type ReactNode } from 'react'

interface RecordFormProps {
  readonly title: ReactNode
  /** Buttons, the main one last; always in sight. */
  readonly actions: ReactNode
  /** What went wrong and belongs to no field. */
  readonly failure: string | null
  /** A line about how the form stands: saved when, sent back why. */
  readonly note?: ReactNode
  /** Ctrl+S. */
  readonly onSave: () => void
  /** What stands beside the form and stays in sight; over it where the window is narrow. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A form with its name and buttons above, in sight however long it is. */
export function RecordForm({
  title,
  actions,
  failure,
  note,
  onSave,
  aside = null,
  children,
}: RecordFormProps) {
  const save = useRef(onSave)
  useEffect(() => {
    save.current = onSave
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <div className="room__head">
        <h1>{title}</h1>
        <div className="room__actions">{actions}</div>
      </div>
      <div className={aside === null ? '' : 'with-aside'}>
        <div className="with-aside__form">
          {failure === null ? null : (
            <Alert className="form-note" type="error" title={failure} role="alert" />
          )}
          {note}
          {children}
        </div>
        {aside}
      </div>
    </>
  )
}

export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="sheet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="fields">{children}</div>
    </section>
  )
}

interface FieldProps {
  readonly label: string
  /** Missing or refused: the field is red. */
  readonly error?: string | null
  /** What is odd; blocks nothing. */
  readonly warnings?: readonly string[] | undefined
  readonly hint?: ReactNode
  readonly isWide?: boolean
  /** Gets what ties the control to its name and to what is said beneath. */
  readonly children: (control: ControlProps) => ReactNode
}

export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
  readonly status: '' | 'error' | 'warning'
}

/** A name, its control, and at once beneath it whatever is to be said about what was typed. */
export function Field({ label, error = null, warnings = [], hint, isWide = false, children }: FieldProps) {
  const id = useId()
  const isOdd = warnings.length > 0
  const isSaid = error !== null || isOdd || hint !== undefined
  return (
    <div className={isWide ? 'field field--wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <div>
        {children({
          id,
          'aria-describedby': isSaid ? `${id}-said` : undefined,
          'aria-invalid': error === null ? undefined : true,
          status: error !== null ? 'error' : isOdd ? 'warning' : '',
        })}
        {isSaid ? (
          <div id={`${id}-said`} className="field__said">
            {error === null ? null : <p className="field__error">{error}</p>}
            {warnings.map((warning) => (
              <p key={warning} className="field__warning">
                {warning}
              </p>
            ))}
            {hint === undefined ? null : <div className="soft">{hint}</div>}
          </div>
        ) : null}
      </div>
    </div>
  )
}

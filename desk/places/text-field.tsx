import { Input, Select } from 'antd'
import { Field } from '../shared/record-form'

interface TextFieldProps {
  readonly label: string
  readonly value: string | null
  readonly longest: number
  readonly hint?: string
  readonly error?: string | null
  readonly isLocked?: boolean
  readonly onChange: (text: string) => void
}

export function TextField({
  label,
  value,
  longest,
  hint,
  error = null,
  isLocked = false,
  onChange,
}: TextFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {({ status, ...control }) => (
        <Input
          {...control}
          status={status}
          style={{ maxWidth: 420 }}
          maxLength={longest}
          disabled={isLocked}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: { value: Value; label: string }[]
  readonly isLocked?: boolean
  readonly onChange: (value: Value) => void
}

export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  isLocked = false,
  onChange,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label}>
      {({ id }) => (
        <Select<Value>
          id={id}
          style={{ width: 300 }}
          disabled={isLocked}
          value={value}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(chosen) => onChange(chosen)}
        />
      )}
    </Field>
  )
}

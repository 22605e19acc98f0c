import type { TextAreaProps } from './text-area-props'

export function TextArea({ value, hint, label, longest, className, onChange }: TextAreaProps) {
  return (
    <textarea
      rows={5}
      maxLength={longest}
      className={className}
      value={value}
      placeholder={hint}
      aria-label={label}
      onChange={(change) => onChange(change.target.value)}
    />
  )
}

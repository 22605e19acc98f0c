import { Textarea } from '@tarojs/components'
import type { TextAreaProps } from './text-area-props'

export function TextArea({ value, hint, label, longest, className, onChange }: TextAreaProps) {
  return (
    <Textarea
      className={className ?? ''}
      value={value}
      placeholder={hint}
      placeholderClass="search-hint"
      maxlength={longest}
      autoHeight
      // A keyboard must not cover what one writes.
      cursorSpacing={80}
      ariaLabel={label}
      onInput={(input) => onChange(input.detail.value)}
    />
  )
}

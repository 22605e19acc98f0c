import type { FieldInputProps } from './props'

/** Some lines to fill in. */
export type TextAreaProps = Omit<FieldInputProps, 'keys'>

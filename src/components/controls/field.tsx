import { charactersIn, unitsFor } from '../../../core/shapes/characters'
import { PAGE } from '../../text/page'
import { FieldInput, Text, View } from '../elements/elements'
import './field.scss'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly keys?: 'text' | 'number' | 'phone'
  readonly longest: number
  /** What is wrong with it, in words. */
  readonly fault?: string | null
  readonly onChange: (value: string) => void
}

/** Shorter ones are codes and years, which are full when they are right. */
const SHORTEST_PROSE = 20

/** A question with a line to fill in; what is wrong stands under it, and that it takes no more. */
export function Field({ label, hint = '', value, keys = 'text', longest, fault, onChange }: FieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <FieldInput
        className="field__input"
        value={value}
        hint={hint}
        label={label}
        keys={keys}
        longest={unitsFor(longest, value)}
        onChange={onChange}
      />
      {keys === 'text' && longest >= SHORTEST_PROSE && charactersIn(value) >= longest ? (
        <Text className="soft small">{PAGE.full(longest)}</Text>
      ) : null}
      {fault ? <Text className="field__fault">{fault}</Text> : null}
    </View>
  )
}

import { SearchInput, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import './search-field.scss'

interface SearchFieldProps {
  readonly value: string
  readonly hint: string
  readonly onChange: (value: string) => void
}

/** Filters what is on the page while one types; there is nothing to press. */
export function SearchField({ value, hint, onChange }: SearchFieldProps) {
  return (
    <View className="search-field">
      <Icon name="search" />
      <SearchInput
        className="search-field__input"
        value={value}
        hint={hint}
        label={hint}
        onChange={onChange}
      />
    </View>
  )
}

import { SearchInput, Tappable, View } from '../elements/elements'
import { PAGE } from '../../text/page'
import { Icon } from '../icon/icon'
import './search-field.scss'

interface SearchFieldProps {
  readonly value: string
  readonly hint: string
  readonly focus?: boolean
  readonly onChange: (value: string) => void
  readonly onConfirm?: () => void
}

/** Finds while one types; there is nothing to press. */
export function SearchField({ value, hint, focus, onChange, onConfirm }: SearchFieldProps) {
  return (
    <View className="search-field">
      <Icon name="search" />
      <SearchInput
        className="search-field__input"
        value={value}
        hint={hint}
        label={hint}
        focus={focus}
        onChange={onChange}
        onConfirm={onConfirm}
      />
      {value === '' ? null : (
        <Tappable className="tappable search-field__clear" label={PAGE.clear} onTap={() => onChange('')}>
          <Icon name="x" />
        </Tappable>
      )}
    </View>
  )
}

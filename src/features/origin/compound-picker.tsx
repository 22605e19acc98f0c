import { useState } from 'react'
import type { Compound, Neighbourhood } from '../../../core/domain/office/office'
import { classNames } from '../../components/class-names'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Button } from '../../components/controls/button'
import { SearchField } from '../../components/controls/search-field'
import {
  askHotline,
  BELONGING_UNVERIFIED,
  CHOOSE_COMPOUND_TITLE,
  COMPOUND_HINT,
  compoundNotFound,
  COMPOUND_WHY,
  NOT_SURE,
} from '../../text/office/offices'
import { call } from '../../platform/phone/phone'
import './compound-picker.scss'

interface CompoundPickerProps {
  readonly compounds: readonly Compound[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly chosenId: string | null
  readonly hotline: string
  readonly onChoose: (compound: Compound) => void
}

/** All compounds, by neighbourhood; typing narrows them. */
export function CompoundPicker({
  compounds,
  neighbourhoods,
  chosenId,
  hotline,
  onChoose,
}: CompoundPickerProps) {
  const [typed, setTyped] = useState('')
  const groups = neighbourhoods
    .map(({ id, name }) => ({
      name,
      compounds: compounds.filter(
        (compound) => compound.neighbourhoodId === id && isMeant(compound.name, name, typed),
      ),
    }))
    .filter((group) => group.compounds.length > 0)
  return (
    <>
      <Heading level={1} className="title">
        {CHOOSE_COMPOUND_TITLE}
      </Heading>
      <Text className="soft">{COMPOUND_WHY}</Text>
      <SearchField value={typed} hint={COMPOUND_HINT} onChange={setTyped} />
      {groups.length === 0 ? <Text>{compoundNotFound(hotline)}</Text> : null}
      {groups.map((group) => (
        <View key={group.name} className="stack">
          <Heading level={2} className="compound-group">
            {group.name}
          </Heading>
          <View className="compounds">
            {group.compounds.map((compound) => (
              <Tappable
                key={compound.id}
                className={classNames('tappable compound', compound.id === chosenId && 'compound--chosen')}
                chosen={compound.id === chosenId}
                label={spoken(compound)}
                onTap={() => onChoose(compound)}
              >
                <View className="compound__words">
                  <Text>{compound.name}</Text>
                  {compound.neighbourhoodVerified ? null : (
                    <Text className="soft small">{BELONGING_UNVERIFIED}</Text>
                  )}
                </View>
                {compound.id === chosenId ? <Icon name="check" /> : null}
              </Tappable>
            ))}
          </View>
        </View>
      ))}
      <View className="stack">
        <Text className="soft">{NOT_SURE}</Text>
        <Button icon="phone" onTap={() => call(hotline)}>
          {askHotline(hotline)}
        </Button>
      </View>
    </>
  )
}

const spoken = ({ name, neighbourhoodVerified }: Compound): string =>
  neighbourhoodVerified ? name : `${name}，${BELONGING_UNVERIFIED}`

const isMeant = (compound: string, neighbourhood: string, typed: string): boolean =>
  [compound, neighbourhood].some((name) => name.includes(typed.trim()))

import { useState } from 'react'
import type { Compound, Neighbourhood } from '../../../core/domain/office/office'
import { classNames } from '../../components/elements/class-names'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Button } from '../../components/controls/button'
import { SearchField } from '../../components/controls/search-field'
import { askHotline } from '../../text/vocabulary'
import {
  BELONGING_UNKNOWN,
  CHOOSE_COMPOUND_TITLE,
  COMPOUND_HINT,
  COMPOUND_WHY,
  MORE_COMPOUNDS,
  NOT_SURE,
  compoundNotFound,
} from '../../text/office/compound-picker'
import { useReachEnd } from '../../platform/scroll/reach-end'
import { dialPhone } from '../../platform/navigate/dial-phone'
import './compound-picker.scss'

interface CompoundPickerProps {
  readonly compounds: readonly Compound[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly chosenId: string | null
  readonly hotline: string
  readonly onChoose: (compound: Compound) => void
}

/** So many at first, and with each step: WeChat takes 300 bytes for each, of 30 kB at once. */
const STEP = 60
/** The last group. */
const NOBODY_KNOWS = { id: null, name: BELONGING_UNKNOWN }
/** What stands below the rows; coming into sight, it asks for more. */
const REST = 'compounds-rest'

/** All compounds, by neighbourhood; typing narrows them. */
export function CompoundPicker({
  compounds,
  neighbourhoods,
  chosenId,
  hotline,
  onChoose,
}: CompoundPickerProps) {
  const [typed, setTyped] = useState('')
  const [steps, setSteps] = useState(1)
  const found = [...neighbourhoods, NOBODY_KNOWS].flatMap(({ id, name }) => {
    const own = compounds.filter(
      (compound) => compound.neighbourhoodId === id && isMeant(compound.name, name, typed),
    )
    return own.length === 0 ? [] : [{ name, compounds: own }]
  })
  const pages = inSteps(found)
  const showMore = (): void => setSteps(steps + 1)
  useReachEnd(REST, pages.length > steps ? steps : null, showMore)
  const narrow = (text: string): void => {
    setTyped(text)
    setSteps(1)
  }
  return (
    <>
      <Heading level={1} className="title">
        {CHOOSE_COMPOUND_TITLE}
      </Heading>
      <Text className="soft">{COMPOUND_WHY}</Text>
      <SearchField value={typed} hint={COMPOUND_HINT} onChange={narrow} />
      {found.length === 0 ? <Text>{compoundNotFound(hotline)}</Text> : null}
      <View className="compound-steps">
        {pages.slice(0, steps).map((groups) => (
          <View key={groups[0]?.compounds[0]?.id} className="compound-steps">
            {groups.map((group) => (
              <CompoundGroup
                key={group.compounds[0]?.id}
                group={group}
                chosenId={chosenId}
                onChoose={onChoose}
              />
            ))}
          </View>
        ))}
      </View>
      {/* Apart from the rows: whatever goes, WeChat is sent everything anew that stood beside it. */}
      <View className="stack">
        {pages.length > steps ? (
          <View className={REST}>
            <Button onTap={showMore}>{MORE_COMPOUNDS}</Button>
          </View>
        ) : null}
        <Text className="soft">{NOT_SURE}</Text>
        <Button icon="phone" onTap={() => dialPhone(hotline)}>
          {askHotline(hotline)}
        </Button>
      </View>
    </>
  )
}

interface Group {
  /** Of the neighbourhood; `null` where the step before began it. */
  readonly name: string | null
  readonly compounds: readonly Compound[]
}

/** Groups by steps of `STEP` compounds at most: whole ones as long as they fit. */
export function inSteps(groups: readonly Group[]): readonly (readonly Group[])[] {
  const steps: Group[][] = []
  let room = 0
  for (const { name, compounds } of groups)
    for (let at = 0; at < compounds.length; at += STEP) {
      const piece = { name: at === 0 ? name : null, compounds: compounds.slice(at, at + STEP) }
      if (piece.compounds.length > room) {
        steps.push([])
        room = STEP
      }
      steps[steps.length - 1]?.push(piece)
      room -= piece.compounds.length
    }
  return steps
}

interface CompoundGroupProps extends Pick<CompoundPickerProps, 'chosenId' | 'onChoose'> {
  readonly group: Group
}

function CompoundGroup({ group: { name, compounds }, chosenId, onChoose }: CompoundGroupProps) {
  return (
    <View className="stack">
      {name === null ? null : (
        <Heading level={2} className="compound-group">
          {name}
        </Heading>
      )}
      <View className="compounds">
        {compounds.map((compound) => (
          <Tappable
            key={compound.id}
            className={classNames('tappable compound', compound.id === chosenId && 'compound--chosen')}
            chosen={compound.id === chosenId}
            label={compound.name}
            onTap={() => onChoose(compound)}
          >
            <View className="compound__words">
              <Text>{compound.name}</Text>
            </View>
            {compound.id === chosenId ? <Icon name="check" /> : null}
          </Tappable>
        ))}
      </View>
    </View>
  )
}

const isMeant = (compound: string, neighbourhood: string, typed: string): boolean =>
  [compound, neighbourhood].some((name) => name.includes(typed.trim()))

import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { WALL_SCREENS } from '../../text/staff/wall-screens'
import { useDisplay } from '../display/display-provider'
import { DemoStaff } from '../staff/demo-staff'
import { PairScreen } from './pair-screen'
import { PairedScreens } from './paired-screens'
import type { Keeper } from './use-keeper'

interface WallScreensScreenProps {
  readonly keeper: Keeper
  /** What was scanned before the page opened. */
  readonly scanned: string | null
}

/** First the office, then its screens. */
export function WallScreensScreen({ keeper: { offices }, scanned }: WallScreensScreenProps) {
  const { theme } = useDisplay()
  const [chosen, choose] = useState<string | null>(null)
  const only = offices.length === 1 ? offices[0] : undefined
  const office = only ?? offices.find(({ id }) => id === chosen)
  if (offices.length === 0) {
    return (
      <Empty title={WALL_SCREENS.staffOnly} advice={WALL_SCREENS.staffOnlyAdvice} theme={theme}>
        <DemoStaff />
      </Empty>
    )
  }
  if (office === undefined) {
    return (
      <>
        <Heading level={1} className="title">
          {WALL_SCREENS.whichOffice}
        </Heading>
        <Choices>
          {offices.map(({ id, name }) => (
            <Choice key={id} title={name} chosen={false} onChoose={() => choose(id)} />
          ))}
        </Choices>
      </>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {office.name}
        </Heading>
        <Text className="soft">{WALL_SCREENS.hint}</Text>
      </View>
      <PairScreen key={office.id} officeId={office.id} scanned={scanned} />
      <PairedScreens officeId={office.id} />
      {only === undefined ? <Button onTap={() => choose(null)}>{WALL_SCREENS.otherOffice}</Button> : null}
    </>
  )
}

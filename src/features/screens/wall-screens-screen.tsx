import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { SCREENS } from '../../text/staff/screens'
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
      <Empty title={SCREENS.staffOnly} advice={SCREENS.staffOnlyAdvice} theme={theme}>
        <DemoStaff />
      </Empty>
    )
  }
  if (office === undefined) {
    return (
      <>
        <Heading level={1} className="title">
          {SCREENS.whichOffice}
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
        <Text className="soft">{SCREENS.hint}</Text>
      </View>
      <PairScreen key={office.id} officeId={office.id} scanned={scanned} />
      <PairedScreens officeId={office.id} />
      {only === undefined ? <Button onTap={() => choose(null)}>{SCREENS.otherOffice}</Button> : null}
    </>
  )
}

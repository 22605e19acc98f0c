import { useState } from 'react'
import { Choice, Choices } from '../../../components/controls/choice'
import { Heading, Text, View } from '../../../components/elements/elements'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { storeWalker, walkerFor, WALKERS } from '../../../features/walking-times/walking-times'
import { routes } from '../../../platform/navigate/routes'
import { WALKER_NAMES } from '../../../text/life-circle'
import { WALKER_PAGE } from '../../../text/me/walker'

function WalkerPage() {
  const { edition } = useDisplay()
  const [chosen, setChosen] = useState(() => walkerFor(edition))
  return (
    <Page title={WALKER_PAGE.title} route={routes.walker}>
      <View className="stack">
        <Heading level={1} className="title">
          {WALKER_PAGE.heading}
        </Heading>
        <Text className="soft">{WALKER_PAGE.why}</Text>
      </View>
      <Choices>
        {WALKERS.map((walker) => (
          <Choice
            key={walker}
            title={WALKER_NAMES[walker]}
            hint={WALKER_PAGE.hints[walker]}
            chosen={walker === chosen}
            onChoose={() => {
              storeWalker(walker)
              setChosen(walker)
            }}
          />
        ))}
      </Choices>
    </Page>
  )
}

export default asPage(WalkerPage)

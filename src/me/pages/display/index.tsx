import { Card } from '../../../components/sheets/card'
import { Choice, Choices } from '../../../components/controls/choice'
import { Heading, Text } from '../../../components/elements/elements'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { DISPLAY_PAGE } from '../../../text/rooms'
import { ELDER_SCALES } from '../../../theme/text-scale'

function DisplayPage() {
  const { edition, elderScale, chooseEdition, chooseElderScale } = useDisplay()
  const elder = edition === 'elder'
  return (
    <Page title={DISPLAY_PAGE.title} route={routes.display}>
      <Heading level={1} className="title">
        {DISPLAY_PAGE.question}
      </Heading>
      <Card>
        <Text>{DISPLAY_PAGE.sample}</Text>
      </Card>
      <Choices>
        <Choice
          title={DISPLAY_PAGE.standard}
          hint={DISPLAY_PAGE.standardHint}
          chosen={!elder}
          onChoose={() => chooseEdition('standard')}
        />
        <Choice
          title={DISPLAY_PAGE.elder}
          hint={DISPLAY_PAGE.elderHint}
          chosen={elder}
          onChoose={() => chooseEdition('elder')}
        />
      </Choices>
      {elder ? (
        <>
          <Heading level={2} className="section">
            {DISPLAY_PAGE.size}
          </Heading>
          <Choices>
            {ELDER_SCALES.map((scale) => (
              <Choice
                key={scale}
                title={DISPLAY_PAGE.sizes[scale]}
                chosen={scale === elderScale}
                onChoose={() => chooseElderScale(scale)}
              />
            ))}
          </Choices>
        </>
      ) : null}
    </Page>
  )
}

export default asPage(DisplayPage)

import { Card } from '../../../components/sheets/card'
import { Choice, Choices } from '../../../components/controls/choice'
import { Heading, Text, View } from '../../../components/elements/elements'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { ELDER_HINT, WALK_THERE } from '../../../text/home'
import { DISPLAY_PAGE } from '../../../text/me/display'
import { ELDER_SCALES } from '../../../theme/text-scale'

function DisplayPage() {
  const { edition, elderScale, chooseEdition, chooseElderScale } = useDisplay()
  const elder = edition === 'elder'
  return (
    <Page title={DISPLAY_PAGE.title} route={routes.display}>
      <Heading level={1} className="title">
        {DISPLAY_PAGE.question}
      </Heading>
      <Sample />
      <Choices>
        <Choice
          title={DISPLAY_PAGE.standard}
          hint={DISPLAY_PAGE.standardHint}
          chosen={!elder}
          onChoose={() => chooseEdition('standard')}
        />
        <Choice
          title={DISPLAY_PAGE.elder}
          hint={ELDER_HINT}
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
      <Colours />
    </Page>
  )
}

/** The whole page is the preview: it turns with the tap. */
function Colours() {
  const { themeChoice, chooseTheme } = useDisplay()
  const { colours, asPhone, asPhoneHint, light, lightHint, dark, darkHint } = DISPLAY_PAGE
  const choices = [
    [null, asPhone, asPhoneHint],
    ['light', light, lightHint],
    ['dark', dark, darkHint],
  ] as const
  return (
    <>
      <Heading level={2} className="section">
        {colours}
      </Heading>
      <Choices>
        {choices.map(([theme, title, hint]) => (
          <Choice
            key={title}
            title={title}
            hint={hint}
            chosen={theme === themeChoice}
            onChoose={() => chooseTheme(theme)}
          />
        ))}
      </Choices>
    </>
  )
}

/** Grows with every choice, as all other pages will: a heading, a sentence and a button. */
function Sample() {
  return (
    <Card title={DISPLAY_PAGE.sampleTitle} ground="warm">
      <Text>{DISPLAY_PAGE.sample}</Text>
      <View className="button button--primary" ariaHidden>
        {WALK_THERE}
      </View>
    </Card>
  )
}

export default asPage(DisplayPage)

import type { Compound } from '../../../../core/domain/office/office'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Empty, Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { useHome, type Home } from '../../../features/home/use-home'
import { CompoundPicker } from '../../../features/origin/compound-picker'
import { useOrigin } from '../../../features/origin/origin-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf, together } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { goBack } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { ALL_OFFICES, CHOOSE_COMPOUND } from '../../../text/home'
import { NO_COMPOUNDS, noCompoundsAdvice } from '../../../text/offices'

function CompoundPage() {
  const state = together(screenStateOf(useHome()), screenStateOf(usePageQuery(queries.compounds())))
  const { theme } = useDisplay()
  return (
    <Page title={CHOOSE_COMPOUND} route={routes.compounds}>
      <Screen state={state} theme={theme}>
        {([home, { compounds }]) => <Compounds home={home} compounds={compounds} />}
      </Screen>
    </Page>
  )
}

function Compounds({ home, compounds }: { readonly home: Home; readonly compounds: readonly Compound[] }) {
  const { theme } = useDisplay()
  const { choice, chooseCompound } = useOrigin()
  const { hotline } = home.subdistrict
  if (compounds.length === 0) {
    return (
      <Empty title={NO_COMPOUNDS} advice={noCompoundsAdvice(hotline)} theme={theme}>
        <Button look="primary" to={routes.offices}>
          {ALL_OFFICES}
        </Button>
      </Empty>
    )
  }
  return (
    <CompoundPicker
      compounds={compounds}
      neighbourhoods={home.directory.neighbourhoods}
      chosenId={choice.compound?.id ?? null}
      hotline={hotline}
      onChoose={(compound) => {
        chooseCompound(compound)
        goBack()
      }}
    />
  )
}

export default asPage(CompoundPage)

import type { Compound } from '../../../../core/domain/office/office'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Empty, Screen } from '../../../components/screen/screen'
import { TrustLine } from '../../../components/sheets/trust-line'
import { useDisplay } from '../../../features/display/display-provider'
import { useHome, type Home } from '../../../features/page/use-home'
import { CompoundPicker } from '../../../features/compound/compound-picker'
import { CompoundScreen } from '../../../features/compound/compound-screen'
import { useStartPoint } from '../../../features/start-point/start-point'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf, together } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { goBack, useRouteParams } from '../../../platform/navigate/navigate'
import { compoundRoute, routes } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { compoundCard, MY_COMPOUND_PAGE } from '../../../text/office/compound'
import { ALL_OFFICES, CHOOSE_COMPOUND } from '../../../text/home'
import { trustLine } from '../../../text/office/office'
import { NO_COMPOUNDS, noCompoundsAdvice } from '../../../text/office/compound-picker'

/** One compound: the one that a card names, or else one's own; all of them for who chooses. */
function CompoundPage() {
  const state = together(screenStateOf(useHome()), screenStateOf(usePageQuery(queries.compounds())))
  const { theme } = useDisplay()
  const { choice } = useStartPoint()
  const { id, choose } = useRouteParams()
  const mine = choice.compound?.id
  const wanted = choose === undefined ? (id ?? mine) : undefined
  const compounds = state.kind === 'ready' ? state.value[1].compounds : []
  const shown = compounds.find((compound) => compound.id === wanted) ?? null
  useShareCard(compoundCard(shown?.name ?? null), shown === null ? routes.compounds : compoundRoute(shown.id))
  return (
    <Page title={titleOf(shown, mine)} route={routes.compounds}>
      <Screen state={state} theme={theme}>
        {([home]) => <Compounds home={home} compounds={compounds} shown={shown} />}
      </Screen>
    </Page>
  )
}

function titleOf(shown: Compound | null, mine: string | undefined): string {
  if (shown === null) return CHOOSE_COMPOUND
  return shown.id === mine ? MY_COMPOUND_PAGE.title : MY_COMPOUND_PAGE.othersTitle
}

interface CompoundsProps {
  readonly home: Home
  readonly compounds: readonly Compound[]
  readonly shown: Compound | null
}

function Compounds({ home, compounds, shown }: CompoundsProps) {
  const { theme } = useDisplay()
  const { choice, chooseCompound } = useStartPoint()
  const { hotline } = home.subdistrict
  const mine = choice.compound?.id ?? null
  const choose = (compound: Compound) => {
    chooseCompound(compound)
    goBack()
  }
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
    <>
      {shown === null ? (
        <CompoundPicker
          compounds={compounds}
          neighbourhoods={home.directory.neighbourhoods}
          chosenId={mine}
          hotline={hotline}
          onChoose={choose}
        />
      ) : (
        <CompoundScreen home={home} compound={shown} mine={shown.id === mine} onChoose={choose} />
      )}
      <TrustLine text={trustLine(home.subdistrict)} />
    </>
  )
}

export default asPage(CompoundPage)

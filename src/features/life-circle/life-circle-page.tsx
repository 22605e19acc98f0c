import { Screen } from '../../components/screen/screen'
import { useShown } from '../../platform/navigate/lifecycle'
import { placeRoute, routes } from '../../platform/navigate/routes'
import { useShareCard } from '../../platform/navigate/share'
import { LIFE_CIRCLE } from '../../text/life-circle'
import { TAB_NAMES } from '../../text/page'
import { useDisplay } from '../display/display-provider'
import { Page } from '../page/page'
import { screenStateOf, together } from '../page/screen-state-of'
import { useHome } from '../page/use-home'
import { WaysOn } from '../page/ways-on'
import { useStartPoint } from '../start-point/start-point'
import { LifeCircleScreen, PlaceScreen } from './life-circle-screen'
import { useCircleData } from './use-life-circle'

interface LifeCirclePageProps {
  readonly route: typeof routes.lifeCircle | typeof routes.circle
  /** One place in full, on the same map. */
  readonly placeId: string | null
}

/** The tab, the address of the circle outside of it, and one place: they open on the same map. */
export function LifeCirclePage({ route, placeId }: LifeCirclePageProps) {
  const state = together(screenStateOf(useHome()), screenStateOf(useCircleData()))
  const { theme } = useDisplay()
  const { resume } = useStartPoint()
  useShown(resume)
  useShareCard(LIFE_CIRCLE.card, placeId === null ? routes.circle : placeRoute(placeId))
  return (
    <Page
      title={route === routes.lifeCircle ? TAB_NAMES.lifeCircle : LIFE_CIRCLE.title}
      route={route}
      columns
    >
      <Screen state={state} theme={theme}>
        {([home, opened]) =>
          placeId === null ? (
            <LifeCircleScreen home={home} opened={opened} />
          ) : (
            <PlaceScreen home={home} opened={opened} placeId={placeId} />
          )
        }
      </Screen>
      {state.kind === 'troubled' ? <WaysOn /> : null}
    </Page>
  )
}

import { LifeCirclePage } from '../../../features/life-circle/life-circle-page'
import { asPage } from '../../../features/page/as-page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'

function CircleMapPage() {
  const { place = null } = useRouteParams()
  return <LifeCirclePage route={routes.circle} placeId={place} />
}

export default asPage(CircleMapPage)

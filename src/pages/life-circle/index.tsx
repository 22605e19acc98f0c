import { LifeCirclePage } from '../../features/life-circle/life-circle-page'
import { asPage } from '../../features/page/as-page'
import { routes } from '../../platform/navigate/routes'

const LifeCircleTab = () => <LifeCirclePage route={routes.lifeCircle} placeId={null} />

export default asPage(LifeCircleTab)

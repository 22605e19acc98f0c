import { PreviewScreen } from '../../../features/activity/preview/preview-screen'
import { asPage } from '../../../features/page/as-page'

/** What the desk frames: the page of an activity that is not public yet, as residents would see it. */
export default asPage(PreviewScreen)

import { openRoute, replaceRoute } from '../../platform/navigate/navigate'
import { routes, scannedRoute } from '../../platform/navigate/routes'
import { scan } from '../../platform/scan/scan'

/** Opens the camera; what it reads goes to the page where every code lands. */
export async function startScan(): Promise<void> {
  const scanned = await scan()
  if (scanned.kind === 'scanned') openRoute(scannedRoute(scanned.text))
  else if (scanned.kind === 'unavailable') openRoute(routes.scan)
}

/** The same from that page itself: what was scanned before is not gone back to. */
export async function scanAgain(): Promise<void> {
  const scanned = await scan()
  if (scanned.kind === 'scanned') replaceRoute(scannedRoute(scanned.text))
}

// First of all: what the libraries below read while they load.
import './platform/start/abort'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type PropsWithChildren } from 'react'
import { onErasureDone, endDueErasure, clearPerson } from './api/erasure'
import { flushOutbox, startOutbox, outbox } from './api/outbox/device-outbox'
import { CACHE_KEY, onceIdle, persistCache, restoreCache, newQueryClient } from './api/cache'
import { reportFaults } from './api/report-fault'
import { readSubdistrictFrom } from './api/subdistrict'
import { RouteOpenerProvider } from './components/elements/route-opener'
import { DisplayProvider } from './features/display/display-provider'
import { isPhoneClockWrong, now } from './api/clock'
import { awaitNewVersion } from './features/page/new-version-row'
import { purgeCheckInLists } from './features/staff/purge-check-in-lists'
import { StartPointProvider } from './features/start-point/start-point'
import { onPageMissing, useHidden, useShown } from './platform/navigate/lifecycle'
import { openRoute, replaceRoute } from './platform/navigate/navigate'
import { routes } from './platform/navigate/routes'
import { prefetchPages } from './platform/start/prefetch'
import { build } from './platform/start/build'
import { isPreview } from './platform/start/preview'
import { KEYS_AT_START } from './platform/storage/keys'
import { readAhead } from './platform/storage/storage'
import './app.scss'

if (!isPreview) reportFaults()
readAhead([CACHE_KEY, ...KEYS_AT_START])
const client = newQueryClient()
// Before the first render, so that it shows what was last seen, with or without a network.
if (!isPreview) {
  restoreCache(client)
  readSubdistrictFrom(client)
  onErasureDone(() => clearPerson(client))
  endDueErasure()
  if (build.staff) purgeCheckInLists(now())
  persistCache(client)
  awaitNewVersion()
}
onPageMissing(() => replaceRoute(routes.notFound))

export default function App({ children }: PropsWithChildren) {
  // A preview asks nobody and sends nothing, whoever uses this browser.
  useEffect(() => (isPreview ? undefined : startOutbox()), [])
  useEffect(() => (isPreview ? undefined : onceIdle(client, prefetchPages)), [])
  useShown(() => {
    if (!isPreview) flushOutbox()
  })
  // Whoever was told of it may have set it right meanwhile: the next answer says so.
  useShown(() => {
    if (isPhoneClockWrong()) void client.refetchQueries({ type: 'active' })
  })
  useHidden(outbox.pause)
  return (
    <QueryClientProvider client={client}>
      <RouteOpenerProvider value={openRoute}>
        <DisplayProvider>
          <StartPointProvider>{children}</StartPointProvider>
        </DisplayProvider>
      </RouteOpenerProvider>
    </QueryClientProvider>
  )
}

// First of all: what the libraries below read while they load.
import './platform/start/abort'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type PropsWithChildren } from 'react'
import { onErased, settleErasure } from './api/erasure'
import { forgetPerson } from './api/forget/own-traces'
import { flushOutbox, startOutbox } from './api/outbox/use-outbox'
import { onceCalm } from './api/cache/once-calm'
import { outbox } from './api/outbox/own-outbox'
import { persistCache, restoreCache } from './api/cache/persisted-cache'
import { newQueryClient } from './api/cache/query-client'
import { RouteOpenerProvider } from './components/elements/route-opener'
import { DisplayProvider } from './features/display/display-provider'
import { now } from './features/clock/use-now'
import { forgetOldDoors } from './features/door/keeping/kept-day'
import { OriginProvider } from './features/origin/origin-provider'
import { useHidden, usePageMissing, useShown } from './platform/navigate/lifecycle'
import { openRoute, replaceRoute } from './platform/navigate/navigate'
import { routes } from './platform/navigate/routes'
import { fetchAhead } from './platform/start/ahead'
import { build } from './platform/start/build'
import './app.scss'

const client = newQueryClient()
// Before the first render, so that it shows what was last seen, with or without a network.
restoreCache(client)
onErased(() => forgetPerson(client))
settleErasure()
if (build.staff) forgetOldDoors(now())
persistCache(client)

export default function App({ children }: PropsWithChildren) {
  useEffect(startOutbox, [])
  useEffect(() => onceCalm(client, fetchAhead), [])
  useShown(flushOutbox)
  useHidden(outbox.pause)
  usePageMissing(() => replaceRoute(routes.notFound))
  return (
    <QueryClientProvider client={client}>
      <RouteOpenerProvider value={openRoute}>
        <DisplayProvider>
          <OriginProvider>{children}</OriginProvider>
        </DisplayProvider>
      </RouteOpenerProvider>
    </QueryClientProvider>
  )
}

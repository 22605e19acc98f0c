import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'
import { RouteOpenerProvider } from '../components/elements/route-opener'
import { DisplayProvider } from '../features/display/display-provider'
import { StartPointProvider } from '../features/start-point/start-point'
import type { MyRegistration } from '../../core/contract/registration/registration'
import type { Home } from '../features/page/use-home'
import { builtSubdistrict } from '../platform/start/built-subdistrict'
import { directory } from './directory-fixture'

export const home = (given: Partial<Home['directory']> = {}, activities: Home['activities'] = []): Home => ({
  subdistrict: builtSubdistrict,
  directory: directory(given),
  activities,
  notices: [],
  news: [],
})

/** What jsdom has nothing of: a screen with a colour scheme. */
export function switchOnScreen(): void {
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
}

/** A network that never answers: parts are shown with what they were given. */
function waitForEver(): void {
  globalThis.fetch = () => new Promise(() => undefined)
}

/** Shows a part of the app as it stands inside the app, with the home that the backend would have sent. */
export function show(
  part: ReactElement,
  seen?: Home,
  openRoute: (route: string) => void = () => undefined,
  registrations: readonly MyRegistration[] = [],
): RenderResult {
  switchOnScreen()
  waitForEver()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  if (seen !== undefined) client.setQueryData(['home.show'], seen)
  if (registrations.length > 0) client.setQueryData(['registration.mine'], { registrations })
  return render(
    <QueryClientProvider client={client}>
      <RouteOpenerProvider value={openRoute}>
        <DisplayProvider>
          <StartPointProvider>{part}</StartPointProvider>
        </DisplayProvider>
      </RouteOpenerProvider>
    </QueryClientProvider>,
  )
}

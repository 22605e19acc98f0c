import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'
import { RouteOpenerProvider } from '../components/elements/route-opener'
import { DisplayProvider } from '../features/display/display-provider'
import { OriginProvider } from '../features/origin/origin-provider'
import type { Home } from '../features/home/use-home'
import { directory } from './directory-fixture'

export const home = (given: Partial<Home['directory']> = {}, activities: Home['activities'] = []): Home => ({
  subdistrict: {
    name: '柳园街道',
    appName: '柳园百姓会客厅',
    phone: null,
    hotline: '12345',
    mapLicence: null,
    closingSoonMinutes: 30,
  },
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
    }) as never
}

/** Shows a part of the app as it stands inside the app, with the home that the backend would have sent. */
export function show(
  part: ReactElement,
  seen?: Home,
  openRoute: (route: string) => void = () => undefined,
): RenderResult {
  switchOnScreen()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  if (seen !== undefined) client.setQueryData(['home.show'], seen)
  return render(
    <QueryClientProvider client={client}>
      <RouteOpenerProvider value={openRoute}>
        <DisplayProvider>
          <OriginProvider>{part}</OriginProvider>
        </DisplayProvider>
      </RouteOpenerProvider>
    </QueryClientProvider>,
  )
}

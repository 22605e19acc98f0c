import { createContext, useContext } from 'react'

/** Elements only say where they lead; the app, which knows the platform, goes there. */
const RouteOpener = createContext<(route: string) => void>(() => {
  throw new Error('no RouteOpenerProvider around this page')
})

export const RouteOpenerProvider = RouteOpener.Provider

export const useOpenRoute = (): ((route: string) => void) => useContext(RouteOpener)

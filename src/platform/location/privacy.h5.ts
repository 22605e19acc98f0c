import { openRoute } from '../navigate/navigate'
import { routes } from '../navigate/routes'

/** A browser asks for each permission itself. */
export const privacyAgreed = (): Promise<boolean> => Promise.resolve(true)

export function openPrivacyRules(): void {
  openRoute(routes.about)
}

/** In a browser the page about us says it all. */
export const hasPrivacyRules = false

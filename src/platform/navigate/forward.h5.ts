/** A page as an address that can be copied and sent. */
export const linkTo = (route: string): string | null => `${window.location.origin}${route}`

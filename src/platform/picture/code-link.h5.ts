/** What a printed code leads to: this page at the address that served it. */
export const codeLink = (route: string): string | null => `${window.location.origin}${route}`

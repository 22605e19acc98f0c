/** A browser opens other sites itself. */
export const opensAddresses = true as boolean

export function openAddress(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer')
}

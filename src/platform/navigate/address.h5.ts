/** A browser opens every other site itself. */
export const opensAddress = (_address: string): boolean => true

export function openAddress(address: string, _onFailed: () => void): void {
  window.open(address, '_blank', 'noopener,noreferrer')
}

/** Opens the dialler, or on a PC whatever is set up for telephone links. */
export function dialPhone(number: string): void {
  window.location.href = `tel:${number.replace(/[^\d+]/g, '')}`
}

/**
 * Asks the device not to switch the display off, again each time the page comes back into view, which ends an
 * earlier wish. A browser that cannot, or must not, leaves it to the device's own settings.
 */
export function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState === 'visible' && 'wakeLock' in navigator)
      navigator.wakeLock.request('screen').then(
        () => undefined,
        () => undefined,
      )
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

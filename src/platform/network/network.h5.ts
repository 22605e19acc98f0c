/** Says whether there is a network, at once and at each change; the answer ends that. */
export function onNetworkChange(listener: (online: boolean) => void): () => void {
  const back = () => listener(true)
  const gone = () => listener(false)
  window.addEventListener('online', back)
  window.addEventListener('offline', gone)
  listener(navigator.onLine)
  return () => {
    window.removeEventListener('online', back)
    window.removeEventListener('offline', gone)
  }
}

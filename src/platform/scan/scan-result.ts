/** What the camera read, or that the resident went back, or that this device cannot scan. */
export type ScanResult =
  | { readonly kind: 'scanned'; readonly text: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable' }

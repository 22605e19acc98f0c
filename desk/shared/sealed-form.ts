import { useEffect, useRef, useState } from 'react'

/** Where they lie in this browser; what stands behind it names the form. */
const SHELF = 'sealed:'
const IV_BYTES = 12

/**
 * What is being typed about persons: it outlives a closed tab, and not the session. It lies in this browser under a
 * key that only the session is given; what another session left cannot be read, and is thrown away.
 */
export function useSealedForm<Value>(
  name: string,
  formKey: string,
): {
  /** `undefined` until it was looked for; `null` where nothing lies there. */
  readonly found: Value | null | undefined
  readonly keep: (value: Value) => void
  readonly forget: () => void
} {
  const place = `${SHELF}${name}`
  const [found, setFound] = useState<Value | null | undefined>(undefined)
  /** One after the other: the last that was typed is the one that stays. */
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let isOver = false
    void opened<Value>(place, formKey).then((value) => {
      if (!isOver) setFound((before) => (before === undefined ? value : before))
    })
    return () => {
      isOver = true
    }
  }, [place, formKey])
  const keep = (value: Value) => {
    turn.current = turn.current.then(async () => {
      const text = await sealed(value, formKey)
      if (text !== null) window.localStorage.setItem(place, text)
    })
  }
  const forget = () => {
    setFound(null)
    turn.current = turn.current.then(() => window.localStorage.removeItem(place))
  }
  return { found, keep, forget }
}

/** Whoever signs out leaves nothing behind, readable or not. */
export function forgetSealedForms(): void {
  for (const place of Object.keys(window.localStorage))
    if (place.startsWith(SHELF)) window.localStorage.removeItem(place)
}

const keyOf = (formKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(formKey), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** `null` where the page came without https: such a browser seals nothing, so nothing is kept. */
async function sealed(value: unknown, formKey: string): Promise<string | null> {
  if (!window.isSecureContext) return null
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(formKey), plain)
  return `${textOf(iv)}.${textOf(new Uint8Array(closed))}`
}

async function opened<Value>(place: string, formKey: string): Promise<Value | null> {
  const text = window.localStorage.getItem(place)
  if (text === null || !window.isSecureContext) return null
  const [iv = '', closed = ''] = text.split('.')
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(iv) },
      await keyOf(formKey),
      bytesOf(closed),
    )
    return JSON.parse(new TextDecoder().decode(plain)) as Value
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    window.localStorage.removeItem(place)
    return null
  }
}

const textOf = (bytes: Uint8Array): string => {
  let characters = ''
  for (const byte of bytes) characters += String.fromCharCode(byte)
  return btoa(characters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at)
  return bytes
}

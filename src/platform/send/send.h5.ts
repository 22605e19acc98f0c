import { plainJson } from '../../../core/shapes/plain-json'
import { readAnswer, SEND_TIMEOUT_MS, type Sending, type Sent } from './sending'

/** Browsers talk to the origin that served the page. */
export const identity: 'platform' | 'token' = 'token'

export async function send({ name, input, token }: Sending): Promise<Sent> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), SEND_TIMEOUT_MS)
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: plainJson(input),
      signal: abort.signal,
    })
    return readAnswer(parsed(await response.text()))
  } catch (error) {
    if (abort.signal.aborted) return { kind: 'lost', why: 'timeout' }
    // `fetch` reports every kind of missing network as a TypeError.
    if (error instanceof TypeError) return { kind: 'lost', why: 'offline' }
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

import type { OfferedCredential } from './credential-kinds'

/** Who is not signed in has to go to WeChat. */
export const isInWechat = false as boolean

/**
 * Nobody can sign in with WeChat in a browser. A demonstration says so at `/demo.json` and lends a made-up
 * resident; in production H5 reads only.
 */
export async function credential(): Promise<OfferedCredential> {
  const demo = await demoUser()
  return demo === null || demo === 'unreachable' ? demo : { demoUser: demo }
}

async function demoUser(): Promise<string | null> {
  try {
    const response = await fetch('/demo.json')
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    if (!response.ok || !isJson) return null
    const { demoUser } = (await response.json()) as { demoUser?: unknown }
    return typeof demoUser === 'string' ? demoUser : null
  } catch (error) {
    // `fetch` reports every kind of missing network as a TypeError.
    if (error instanceof TypeError) return 'unreachable'
    if (error instanceof SyntaxError) return null
    throw error
  }
}

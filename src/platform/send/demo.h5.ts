import { credential } from './credential'

/** Whether this is a demonstration, which lends its made-up staff as well. */
export async function isDemo(): Promise<boolean> {
  const offered = await credential()
  return offered !== null && typeof offered !== 'string' && 'demoUser' in offered
}

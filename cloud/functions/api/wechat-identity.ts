/**
 * WeChat's own word on who calls: the runtime sets it in the environment for the call that is starting,
 * and lists in `WX_CONTEXT_KEYS` which names belong to this call (wx-server-sdk's `getWXContext` reads the
 * same). Read it before the first `await`; null for an unauthenticated call, as from a Moments page.
 */
export function wechatIdentity(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const keysOfThisCall = (env['WX_CONTEXT_KEYS'] ?? '').split(',')
  if (!keysOfThisCall.includes('WX_OPENID')) return null
  const openid = env['WX_OPENID']
  return openid === undefined || openid === '' ? null : openid
}

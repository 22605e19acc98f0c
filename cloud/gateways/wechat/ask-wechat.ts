const PATIENCE_MS = 5_000

/** Posts JSON to WeChat's API. Null when no answer came that could be read: whether the call arrived is not known. */
export async function askWechat(path: string, body: object): Promise<unknown> {
  const response = await fetch(`https://api.weixin.qq.com/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  return response === null ? null : response.json().catch(() => null)
}
